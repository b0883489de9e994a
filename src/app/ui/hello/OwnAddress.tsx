import { type ReactNode, useId, useState } from 'react';
import { templateActions } from '../../../store/actions/templates.ts';
import { Button } from '../Button.tsx';
import { FieldRow } from '../FieldRow.tsx';
import { useApp } from '../use-app.ts';
import { useAttempt } from '../use-attempt.ts';
import { useDraft } from '../use-draft.ts';
import styles from './Hello.module.css';

/** Asks for the agent's own address, once. */
export function OwnAddress({ words }: { readonly words: ReactNode }) {
  const { part } = useApp();
  const attempt = useAttempt();
  const draft = useDraft('own-address');
  const [isOpen, setIsOpen] = useState(false);
  const id = useId();
  const email = draft.fields['email'] ?? '';
  const remember = () => {
    if (!email.includes('@')) return;
    attempt(async () => {
      await part(templateActions).setOwnEmail(email);
      draft.clear();
    });
  };
  return (
    <div className={styles.choice}>
      <button
        type="button"
        className={styles.line}
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={() => setIsOpen(!isOpen)}
      >
        {words}
      </button>
      <form
        id={id}
        className={styles.form}
        hidden={!isOpen}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          remember();
        }}
      >
        <FieldRow
          label="Your own email address"
          inputMode="email"
          autoCapitalize="none"
          autoComplete="email"
          value={email}
          onChange={(event) => draft.setField('email', event.target.value)}
        />
        <Button type="submit" aria-disabled={!email.includes('@')}>
          Remember it
        </Button>
      </form>
    </div>
  );
}
