import { useLiveQuery } from 'dexie-react-hooks';
import { type FormEvent, useRef, useState } from 'react';
import { useLocation } from 'wouter';
import { maxLineLength } from '../../../domain/limits.ts';
import { isBlank } from '../../../domain/text.ts';
import { readHandle } from '../../../exchange/handle.ts';
import { profileActions } from '../../../store/actions/profiles.ts';
import { profileQueries } from '../../../store/queries/profiles.ts';
import type { App } from '../../ports/app.ts';
import { Button } from '../../ui/Button.tsx';
import { FieldRow } from '../../ui/FieldRow.tsx';
import { readPhoneEntry } from '../../ui/read-phone-entry.ts';
import { emailRemark } from '../../ui/remark-words.ts';
import { Screen } from '../../ui/Screen.tsx';
import { TagCard } from '../../ui/TagCard.tsx';
import { useApp } from '../../ui/use-app.ts';
import { useDraft } from '../../ui/use-draft.ts';
import { usePhoneRemark } from '../../ui/use-phone-remark.ts';
import styles from './Card.module.css';
import { SettingsLink } from './SettingsLink.tsx';

type Fields = Readonly<Record<string, string>>;

/** What is typed here survives a killed browser. */
const draftName = 'card';

/** A tag to be filled in with one's own name. */
export function NewCard({ isFirst = false }: { readonly isFirst?: boolean }) {
  const app = useApp();
  const [, navigate] = useLocation();
  const draft = useDraft(draftName);
  const known = useLiveQuery(() => readKnown(app), [app]);
  const [problem, setProblem] = useState<string>();
  const isSaving = useRef(false);
  const fields: Fields = { ...known, ...draft.fields };

  const save = async (event: FormEvent) => {
    event.preventDefault();
    if (isSaving.current) return;
    if (['name', 'phone', 'email', 'handle', 'company'].every((field) => isBlank(fields[field] ?? ''))) {
      setProblem('Your name or your number is enough.');
      return;
    }
    isSaving.current = true;
    try {
      const taken = await draft.take();
      const id = await saveCard(app, { ...known, ...taken.fields }, taken.id);
      draft.resetFrom(taken.fields);
      if (!isFirst) navigate(`/card#${id}`, { replace: true });
    } catch {
      draft.giveBack();
      setProblem('This phone could not store it. It is still here: free some space and try again.');
    } finally {
      isSaving.current = false;
    }
  };

  return (
    <form onSubmit={(event) => void save(event)} noValidate className={styles.form}>
      <Screen
        title={isFirst ? 'Let them add you' : 'Another card'}
        corner={<SettingsLink />}
        action={
          <Button look="primary" type="submit">
            Make my card
          </Button>
        }
      >
        <p className={styles.soft}>
          {isFirst
            ? 'Your name tag, once. Their camera then opens you as a contact: nothing to install, no signal needed.'
            : 'For your other work, or for friends. You choose which one you hold out.'}
        </p>
        <CardRows
          fields={fields}
          isFirst={isFirst}
          onChange={(field, text) => {
            setProblem(undefined);
            draft.replaceField(field, text);
          }}
        />
        <p role="alert" className={styles.problem}>
          {problem}
        </p>
      </Screen>
    </form>
  );
}

interface CardRowsProps {
  readonly fields: Fields;
  readonly isFirst: boolean;
  readonly onChange: (field: string, text: string) => void;
}

function CardRows({ fields, isFirst, onChange }: CardRowsProps) {
  const [focused, setFocused] = useState<string>();
  const { phone = '', email = '' } = fields;
  const numberRemark = usePhoneRemark(phone, focused === 'phone');
  const bind = (name: string) => ({
    value: fields[name] ?? '',
    maxLength: maxLineLength,
    onChange: (event: { target: { value: string } }) => onChange(name, event.target.value),
    onFocus: () => setFocused(name),
    onBlur: () => setFocused(undefined),
  });
  const literal = { autoCapitalize: 'none', autoCorrect: 'off', spellCheck: false };
  return (
    <TagCard colour="blue" title="Hello, my name is" aside={fields['company']}>
      <FieldRow label="Your name" isName autoCapitalize="words" spellCheck={false} {...bind('name')} />
      <FieldRow label="Phone" type="tel" inputMode="tel" remark={numberRemark} {...bind('phone')} />
      <FieldRow
        label="Email"
        inputMode="email"
        remark={focused === 'email' ? undefined : emailRemark(email)}
        {...literal}
        {...bind('email')}
      />
      <FieldRow label="Company" autoCapitalize="words" {...bind('company')} />
      <FieldRow label="Instagram, LinkedIn, Facebook…" {...literal} {...bind('handle')} />
      {isFirst ? null : (
        <FieldRow label="What you call this card" autoCapitalize="sentences" {...bind('label')} />
      )}
    </TagCard>
  );
}

/** What is known of the agent already: from a card, or from the account. */
async function readKnown(app: App): Promise<Fields> {
  const [[first], connection] = await Promise.all([
    app.part(profileQueries).listProfiles(),
    app.store.readConnection(),
  ]);
  if (first !== undefined) return { name: first.profile.name };
  return connection === undefined ? {} : { name: connection.name, email: connection.email };
}

async function saveCard(app: App, fields: Fields, draftId: string | undefined): Promise<string> {
  const { name = '', company = '', label = '', phone = '', email = '', handle = '' } = fields;
  const entries = [
    { field: 'phone', reading: await readPhoneEntry(app, phone) },
    { field: 'email', reading: { typed: email } },
    { field: 'handle', reading: { typed: handle, ...readHandle(handle) } },
  ] as const;
  const profile = { lines: { name, company, label }, entries };
  const id = await app.part(profileActions).makeProfile(profile, draftId);
  void app.askToKeepStorage('once');
  return id;
}
