import { useState } from 'react';
import { Link } from 'wouter';
import { minPasswordLength } from '../../../protocol/session.ts';
import type { SignIn } from '../../ports/sign-in.ts';
import { Button } from '../../ui/Button.tsx';
import { FieldRow } from '../../ui/FieldRow.tsx';
import { Screen } from '../../ui/Screen.tsx';
import { TagCard } from '../../ui/TagCard.tsx';
import { useApp } from '../../ui/use-app.ts';
import { useSignIn } from '../../ui/use-sign-in.ts';
import styles from './ConnectScreen.module.css';
import { EmailRow, PasswordHint, PasswordRow, remarkOn } from './CredentialRows.tsx';
import { useConnecting } from './use-connecting.ts';
import { useKnownOwner } from './use-known-owner.ts';
import { useServer } from './use-server.ts';

interface ClaimScreenProps {
  /** From the link that the server printed, as the address has it now. */
  readonly readToken: () => string;
  readonly onConnected: () => void;
}

/** The holder of the printed link makes the contact database theirs. */
export function ClaimScreen({ readToken, onConnected }: ClaimScreenProps) {
  const { store, contactDatabase } = useApp();
  const server = useServer();
  const [name, setName] = useState('');
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const signIn = useSignIn();
  const connecting = useConnecting(onConnected);
  const { problem, fieldProblem, forgetProblem, isBusy, connect, refuse } = connecting;

  useKnownOwner((owner) => {
    setName((typed) => typed || owner.name);
    setEmail((typed) => typed || owner.email);
  });
  const claim = async () => {
    const stranger = await store.findOtherOwner(email);
    if (stranger !== undefined) return refuse(stranger);
    await connect(() => contactDatabase.claim({ token: readToken(), name, email: email.trim(), password }));
  };

  const claimByPasskey = async (by: SignIn) => {
    const stranger = await store.findOtherOwner(email);
    if (stranger !== undefined) return refuse(stranger);
    await connect(() => by.claimByPasskey({ token: readToken(), name, email: email.trim() }));
  };

  if (server === 'claimed') {
    return (
      <Screen title="Make it yours">
        <p className={styles.words}>This contact database has an owner already.</p>
        <Link href="/connect" className={styles.back}>
          Sign in
        </Link>
      </Screen>
    );
  }
  return (
    <form
      className={styles.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void claim();
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
            {...remarkOn('name', connecting)}
            onChange={(event) => {
              setName(event.target.value);
              forgetProblem('name');
            }}
          />
          <EmailRow value={email} onChange={setEmail} connecting={connecting} />
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
          <Button disabled={isBusy} onClick={() => void claimByPasskey(signIn)}>
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
