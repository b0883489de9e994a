import type { ReactNode } from 'react';
import { FieldRow } from '../../ui/FieldRow.tsx';
import styles from './Form.module.css';
import type { ProofForm } from './use-proof.ts';

interface FormProps {
  /** What has to be put right, or has been done. */
  readonly words: string | undefined;
  readonly onSubmit: () => void;
  readonly children: ReactNode;
}

/** A few fields and their button, inside a section of Settings. */
export function Form({ words, onSubmit, children }: FormProps) {
  return (
    <form
      className={styles.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        onSubmit();
      }}
    >
      {children}
      <p role="status" className={styles.words}>
        {words}
      </p>
    </form>
  );
}

/** Nothing where a passkey is asked for instead. */
export function CurrentPassword({ proof }: { readonly proof: ProofForm }) {
  if (!proof.asksPassword) return null;
  return (
    <FieldRow
      label="Current password"
      type="password"
      autoComplete="current-password"
      value={proof.password}
      onChange={(event) => proof.setPassword(event.target.value)}
    />
  );
}
