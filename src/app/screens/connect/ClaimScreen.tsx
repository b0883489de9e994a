import { useState } from 'react';
import { minPasswordLength } from '../../../protocol/session.ts';
import { Button } from '../../ui/Button.tsx';
import { FieldRow } from '../../ui/FieldRow.tsx';
import { Screen } from '../../ui/Screen.tsx';
import { TagCard } from '../../ui/TagCard.tsx';
import { useApp } from '../../ui/use-app.ts';
import styles from './ConnectScreen.module.css';
import { useConnecting } from './use-connecting.ts';

interface ClaimScreenProps {
  /** From the link that the server printed. */
  readonly token: string;
  readonly onConnected: () => void;
}

/** The holder of the printed link makes the contact database theirs. */
export function ClaimScreen({ token, onConnected }: ClaimScreenProps) {
  const { contactDatabase } = useApp();
  const [name, setName] = useState('');
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const { problem, fieldProblem, forgetProblem, isBusy, connect } = useConnecting(onConnected);
  return (
    <form
      className={styles.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void connect(() => contactDatabase.claim({ token, name, email: email.trim(), password }));
      }}
    >
      <Screen
        title="Make it yours"
        action={
          <Button look="primary" type="submit" aria-disabled={isBusy}>
            Make it mine
          </Button>
        }
      >
        <p className={styles.words}>
          This contact database is new. Whoever fills this in first owns it; nobody else can sign up.
        </p>
        <TagCard colour="blue" title="Hello, my name is">
          <FieldRow
            label="Your name"
            isName
            autoFocus
            autoComplete="name"
            autoCapitalize="words"
            value={name}
            isWrong={fieldProblem('name') !== undefined}
            remark={fieldProblem('name')}
            onChange={(event) => {
              setName(event.target.value);
              forgetProblem('name');
            }}
          />
          <FieldRow
            label="Email"
            type="email"
            inputMode="email"
            autoComplete="username"
            autoCapitalize="none"
            value={email}
            isWrong={fieldProblem('email') !== undefined}
            remark={fieldProblem('email')}
            onChange={(event) => {
              setEmail(event.target.value);
              forgetProblem('email');
            }}
          />
          <FieldRow
            label={`Password, at least ${minPasswordLength} characters`}
            type="password"
            autoComplete="new-password"
            value={password}
            isWrong={fieldProblem('password') !== undefined}
            remark={fieldProblem('password')}
            onChange={(event) => {
              setPassword(event.target.value);
              forgetProblem('password');
            }}
          />
        </TagCard>
        <p role="alert" className={styles.problem}>
          {problem ?? fieldProblem('token')}
        </p>
      </Screen>
    </form>
  );
}
