import { useState } from 'react';
import { Link } from 'wouter';
import { Button } from '../../ui/Button.tsx';
import { Screen } from '../../ui/Screen.tsx';
import { TagCard } from '../../ui/TagCard.tsx';
import { useApp } from '../../ui/use-app.ts';
import { useSignIn } from '../../ui/use-sign-in.ts';
import styles from './ConnectScreen.module.css';
import { EmailRow, PasswordRow } from './CredentialRows.tsx';
import { useConnecting } from './use-connecting.ts';
import { useKnownOwner } from './use-known-owner.ts';
import { useServer } from './use-server.ts';

/** Signing in to the contact database that this app came from. */
export function ConnectScreen({ onConnected }: { readonly onConnected: () => void }) {
  const app = useApp();
  const server = useServer();
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const signIn = useSignIn();
  const connecting = useConnecting(onConnected);
  const { problem, isBusy, connect } = connecting;
  useKnownOwner((owner) => setEmail((typed) => typed || owner.email));

  if (server === 'unclaimed') {
    return (
      <Screen title="Connect">
        <p className={styles.words}>
          This contact database is nobody’s yet. Open the link that it printed when it started: whoever opens
          it first makes it theirs.
        </p>
        <Link href="/settings" className={styles.back}>
          Back to Settings
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
        void connect(() => app.contactDatabase.signIn({ email: email.trim(), password }));
      }}
    >
      <Screen
        title="Sign in"
        action={
          <Button look="primary" type="submit" aria-disabled={isBusy}>
            Sign in
          </Button>
        }
      >
        <p className={styles.words}>
          Your people go from this phone into your contact database, and from there to your other devices.
        </p>
        {signIn?.hasPasskeys ? (
          <Button disabled={isBusy} onClick={() => void connect(() => signIn.signInByPasskey())}>
            Sign in with a passkey
          </Button>
        ) : null}
        <TagCard colour="blue" title="Your contact database">
          <EmailRow value={email} onChange={setEmail} connecting={connecting} />
          <PasswordRow
            label="Password"
            autoComplete="current-password"
            value={password}
            onChange={setPassword}
            connecting={connecting}
          />
        </TagCard>
        <Link href="/join-phone" className={styles.back}>
          Use a code from another device
        </Link>
        <p role="alert" className={styles.problem}>
          {problem ??
            (server === 'unreachable'
              ? 'No signal to your contact database just now. What you saved stays on this phone.'
              : '')}
        </p>
        <Link href="/reset" className={styles.forgot}>
          Forgot your password?
        </Link>
      </Screen>
    </form>
  );
}
