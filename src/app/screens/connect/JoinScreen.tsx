import { useEffect, useState } from 'react';
import { minPasswordLength } from '../../../protocol/session.ts';
import { answerProblem } from '../../ui/answer-words.ts';
import { Button } from '../../ui/Button.tsx';
import { FieldRow } from '../../ui/FieldRow.tsx';
import { Screen } from '../../ui/Screen.tsx';
import { TagCard } from '../../ui/TagCard.tsx';
import { useApp } from '../../ui/use-app.ts';
import { useSignIn } from '../../ui/use-sign-in.ts';
import styles from './ConnectScreen.module.css';
import { PasswordHint, PasswordRow, remarkOn } from './CredentialRows.tsx';
import { useConnecting } from './use-connecting.ts';

interface JoinScreenProps {
  /** From the invitation's link, as the address has it now. */
  readonly readToken: () => string;
  readonly onConnected: () => void;
}

/** Somebody who was invited gets an account of their own. */
export function JoinScreen({ readToken, onConnected }: JoinScreenProps) {
  const { store } = useApp();
  const signIn = useSignIn();
  const [invited, setInvited] = useState<{ readonly email: string; readonly invitedBy: string }>();
  const [voidWords, setVoidWords] = useState<string>();
  const [name, setName] = useState('');
  const [password, setPassword] = useState('');
  const connecting = useConnecting(onConnected);
  const { problem, fieldProblem, forgetProblem, isBusy, connect, refuse } = connecting;
  useEffect(() => {
    const look = async () => {
      const found = await signIn?.findInvited(readToken());
      if (found?.kind === 'ok') setInvited(found.value);
      else if (found !== undefined) setVoidWords(answerProblem(found));
    };
    void look();
  }, [signIn, readToken]);

  const join = async (way: 'password' | 'passkey') => {
    if (signIn === undefined || invited === undefined) return;
    const stranger = await store.findOtherOwner(invited.email);
    if (stranger !== undefined) return refuse(stranger);
    const token = readToken();
    await connect(() =>
      way === 'password'
        ? signIn.join({ token, name, password })
        : signIn.joinByPasskey({ token, name, email: invited.email }),
    );
  };

  if (invited === undefined) {
    return (
      <Screen title="You are invited">
        <p role="status" className={styles.words}>
          {voidWords ?? 'Looking at your invitation…'}
        </p>
      </Screen>
    );
  }
  return (
    <form
      className={styles.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void join('password');
      }}
    >
      <Screen
        title="You are invited"
        action={
          <Button look="primary" type="submit" aria-disabled={isBusy}>
            Join
          </Button>
        }
      >
        <p className={styles.words}>
          {invited.invitedBy} invited you. Your people are yours alone: nobody else here sees them.
        </p>
        <TagCard colour="blue" title="Hello, my name is">
          <FieldRow
            label="Your name"
            isName
            autoFocus
            autoComplete="name"
            autoCapitalize="words"
            value={name}
            {...remarkOn('name', connecting)}
            onChange={(event) => {
              setName(event.target.value);
              forgetProblem('name');
            }}
          />
          <FieldRow label="Email" type="email" autoComplete="username" readOnly value={invited.email} />
          <PasswordRow
            label={`Password, at least ${minPasswordLength} characters`}
            autoComplete="new-password"
            value={password}
            onChange={setPassword}
            connecting={connecting}
          />
        </TagCard>
        <PasswordHint />
        {signIn?.hasPasskeys ? (
          <Button disabled={isBusy} onClick={() => void join('passkey')}>
            Use a passkey instead of a password
          </Button>
        ) : null}
        <p role="alert" className={styles.problem}>
          {problem ?? fieldProblem('token')}
        </p>
      </Screen>
    </form>
  );
}
