import { useLiveQuery } from 'dexie-react-hooks';
import { useState } from 'react';
import { Link, useLocation } from 'wouter';
import { type Profile, profileLabel } from '../../../domain/profile.ts';
import { profileActions } from '../../../store/actions/profiles.ts';
import { profileQueries } from '../../../store/queries/profiles.ts';
import { Button } from '../../ui/Button.tsx';
import { Chip, Chips } from '../../ui/Chip.tsx';
import { EditableRow } from '../../ui/EditableRow.tsx';
import { Gone } from '../../ui/Gone.tsx';
import { Icon } from '../../ui/Icon.tsx';
import {
  draftOfProfileLine,
  newProfileLines,
  type ProfileField,
  type ProfileLine,
  profileLines,
  profileWords,
  saveProfileLine,
} from '../../ui/profile-lines.ts';
import { emailRemark } from '../../ui/remark-words.ts';
import { Screen } from '../../ui/Screen.tsx';
import { TagCard } from '../../ui/TagCard.tsx';
import { useApp } from '../../ui/use-app.ts';
import { useAttempt } from '../../ui/use-attempt.ts';
import { useLineDrafts } from '../../ui/use-line-drafts.ts';
import { usePhoneRemark } from '../../ui/use-phone-remark.ts';
import styles from './Card.module.css';

/** A card of one's own, each line of it edited in place. */
export function EditCard({ profileId }: { readonly profileId: string }) {
  const app = useApp();
  const attempt = useAttempt();
  const [, navigate] = useLocation();
  const { deleteProfile, undeleteProfile } = app.part(profileActions);
  const page = useLiveQuery(
    () =>
      app
        .part(profileQueries)
        .readProfile(profileId)
        .then((found) => found ?? null),
    [app, profileId],
  );
  const back = (
    <Link href={`/card#${profileId}`} className={styles.back}>
      <Icon name="back" size={20} />
      My card
    </Link>
  );
  if (page === undefined) return <Screen title={back}>{null}</Screen>;
  if (page === null || page.isDeleted) {
    return (
      <Screen title={back} name="My card">
        <Gone>
          <p>{page === null ? 'This card is not on this phone.' : 'This card is deleted.'}</p>
          {page === null ? null : (
            <Button onClick={() => attempt(() => undeleteProfile(profileId))}>Bring it back</Button>
          )}
        </Gone>
      </Screen>
    );
  }
  const { profile } = page;
  const remove = async () => {
    await deleteProfile(profileId);
    const undo = () => attempt(() => undeleteProfile(profileId));
    app.toast.set({ words: `${profileLabel(profile)} is deleted.`, undo });
    navigate('/card', { replace: true });
  };
  return (
    <Screen title={back} name="Edit my card">
      <h1 className="visually-hidden">Edit my card</h1>
      <CardTag profile={profile} />
      <Button look="quiet" className={styles.delete ?? ''} onClick={() => attempt(remove)}>
        Delete this card
      </Button>
    </Screen>
  );
}

function CardTag({ profile }: { readonly profile: Profile }) {
  const openDrafts = useLineDrafts(profile.id);
  const [adding, setAdding] = useState<ProfileField>();
  const isOpen = (line: ProfileLine) =>
    line.field === adding || openDrafts.includes(draftOfProfileLine(profile.id, line));
  const additions = newProfileLines(profile);
  return (
    <>
      <TagCard colour="blue" title="Hello, my name is" aside={profile.company}>
        {profileLines(profile).map((line) => (
          <LineRow key={line.entryId ?? line.field} profileId={profile.id} line={line} />
        ))}
        {additions.filter(isOpen).map((line) => (
          <LineRow
            key={`new ${line.field}`}
            profileId={profile.id}
            line={line}
            autoFocus={line.field === adding}
            onLeave={() => setAdding((current) => (current === line.field ? undefined : current))}
          />
        ))}
      </TagCard>
      <Chips label="Add to the card">
        {additions
          .filter((line) => !isOpen(line))
          .map(({ field }) => (
            <Chip key={field} look="suggestion" onClick={() => setAdding(field)}>
              + {profileWords[field]}
            </Chip>
          ))}
      </Chips>
    </>
  );
}

interface LineRowProps {
  readonly profileId: string;
  readonly line: ProfileLine;
  readonly autoFocus?: boolean;
  readonly onLeave?: () => void;
}

const inputModes: Readonly<Partial<Record<ProfileField, 'tel' | 'email'>>> = { phone: 'tel', email: 'email' };
const capitals: Readonly<Partial<Record<ProfileField, 'none' | 'sentences'>>> = {
  phone: 'none',
  email: 'none',
  handle: 'none',
  label: 'sentences',
};

function LineRow({ profileId, line, ...rest }: LineRowProps) {
  const app = useApp();
  const { field, label, value } = line;
  const numberRemark = usePhoneRemark(field === 'phone' ? value : '', false);
  return (
    <EditableRow
      draftName={draftOfProfileLine(profileId, line)}
      label={label}
      isName={field === 'name'}
      type={field === 'phone' ? 'tel' : 'text'}
      inputMode={inputModes[field] ?? 'text'}
      autoCapitalize={capitals[field] ?? 'words'}
      value={value}
      remark={field === 'email' ? emailRemark(value) : numberRemark}
      onSave={(text, draftId) => saveProfileLine(app, profileId, line, text, draftId)}
      {...rest}
    />
  );
}
