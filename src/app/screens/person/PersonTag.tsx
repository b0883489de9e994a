import { useEffect, useState } from 'react';
import { useLocation, useSearch } from 'wouter';
import { lineDraft } from '../../../store/actions/drafts.ts';
import type { PersonPage } from '../../../store/queries/people.ts';
import { Chip, Chips } from '../../ui/Chip.tsx';
import { EditableRow } from '../../ui/EditableRow.tsx';
import { OccasionLink } from '../../ui/occasion/OccasionLink.tsx';
import { emailRemark } from '../../ui/remark-words.ts';
import { TagCard } from '../../ui/TagCard.tsx';
import {
  draftOfLine,
  fieldWords,
  knownLines,
  newLines,
  saveLine,
  type TagField,
  type TagLine,
} from '../../ui/tag-lines.ts';
import { momentInWords } from '../../ui/time-words.ts';
import { useApp } from '../../ui/use-app.ts';
import { useLineDrafts } from '../../ui/use-line-drafts.ts';
import { usePhoneRemark } from '../../ui/use-phone-remark.ts';

/** The tag of somebody you met; every line of it is edited in place. */
export function PersonTag({ page }: { readonly page: PersonPage }) {
  const app = useApp();
  const { person, occasion } = page;
  const openDrafts = useLineDrafts(person.id);
  const [adding, setAdding] = useState<TagField>();
  const isOpen = (line: TagLine) =>
    line.field === adding || openDrafts.includes(draftOfLine(person.id, line));
  const additions = newLines(page);
  useAskedFor(setAdding);
  return (
    <>
      <TagCard
        colour={occasion?.colour ?? 'blue'}
        title={occasion === undefined ? 'Hello, my name is' : <OccasionLink occasion={occasion} />}
        aside={momentInWords(person.metAt, app.nowMs())}
      >
        <EditableRow
          draftName={lineDraft(person.id, 'name')}
          label="Name"
          isName
          autoCapitalize="words"
          value={person.name}
          onSave={(text, draftId) => app.store.editLine(person.id, 'name', text, draftId)}
        />
        {knownLines(page).map((line) => (
          <LineRow key={line.entryId ?? line.field} personId={person.id} line={line} />
        ))}
        {additions.filter(isOpen).map((line) => (
          <LineRow
            key={`new ${line.field}`}
            personId={person.id}
            line={line}
            autoFocus={line.field === adding}
            onLeave={() => setAdding((current) => (current === line.field ? undefined : current))}
          />
        ))}
      </TagCard>
      <Chips label="Add to the tag">
        {additions
          .filter((line) => !isOpen(line))
          .map(({ field }) => (
            <Chip key={field} look="suggestion" onClick={() => setAdding(field)}>
              + {fieldWords[field]}
            </Chip>
          ))}
      </Chips>
    </>
  );
}

/** `?add=email` in the address opens that line, once. */
function useAskedFor(open: (field: TagField) => void): void {
  const asked = new URLSearchParams(useSearch()).get('add');
  const [path, navigate] = useLocation();
  useEffect(() => {
    if (asked !== 'phone' && asked !== 'email') return;
    open(asked);
    navigate(path, { replace: true });
  }, [asked, open, path, navigate]);
}

interface LineRowProps {
  readonly personId: string;
  readonly line: TagLine;
  readonly autoFocus?: boolean;
  readonly onLeave?: () => void;
}

const inputModes = {
  name: 'text',
  phone: 'tel',
  email: 'email',
  handle: 'text',
  company: 'text',
  title: 'text',
  address: 'text',
  where: 'text',
} as const;
const capitals = {
  name: 'words',
  phone: 'none',
  email: 'none',
  handle: 'none',
  company: 'words',
  title: 'words',
  address: 'words',
  where: 'sentences',
} as const;

function LineRow({ personId, line, ...rest }: LineRowProps) {
  const app = useApp();
  const { field, label, value } = line;
  const numberRemark = usePhoneRemark(field === 'phone' ? value : '', false);
  return (
    <EditableRow
      draftName={draftOfLine(personId, line)}
      label={label}
      type={field === 'phone' ? 'tel' : 'text'}
      inputMode={inputModes[field]}
      autoCapitalize={capitals[field]}
      value={value}
      remark={field === 'email' ? emailRemark(value) : numberRemark}
      onSave={(text, draftId) => saveLine(app, personId, line, text, draftId)}
      {...rest}
    />
  );
}
