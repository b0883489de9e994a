import { minPasswordLength } from '../../../protocol/session.ts';
import { FieldRow } from '../../ui/FieldRow.tsx';
import styles from './ConnectScreen.module.css';
import type { Connecting } from './use-connecting.ts';

interface CredentialRowProps {
  readonly value: string;
  readonly onChange: (text: string) => void;
  readonly connecting: Connecting;
}

export function EmailRow({ value, onChange, connecting }: CredentialRowProps) {
  return (
    <FieldRow
      label="Email"
      type="email"
      inputMode="email"
      autoComplete="username"
      autoCapitalize="none"
      value={value}
      {...remarkOn('email', connecting)}
      onChange={(event) => {
        onChange(event.target.value);
        connecting.forgetProblem('email');
      }}
    />
  );
}

interface PasswordRowProps extends CredentialRowProps {
  readonly label: string;
  readonly autoComplete: 'new-password' | 'current-password';
}

export function PasswordRow({ label, autoComplete, value, onChange, connecting }: PasswordRowProps) {
  return (
    <FieldRow
      label={label}
      type="password"
      autoComplete={autoComplete}
      value={value}
      {...remarkOn('password', connecting)}
      onChange={(event) => {
        onChange(event.target.value);
        connecting.forgetProblem('password');
      }}
    />
  );
}

export function remarkOn(field: string, { fieldProblem }: Connecting) {
  return { isWrong: fieldProblem(field) !== undefined, remark: fieldProblem(field) };
}

export function PasswordHint() {
  return (
    <p className={styles.hint}>
      {minPasswordLength} characters or more: shorter ones are guessed by trying them all. Any characters will
      do; a few words that belong together only for you are easy to keep in mind.
    </p>
  );
}
