import { useEffect, useState } from 'react';
import { Link } from 'wouter';
import { Button } from '../../ui/Button.tsx';
import { FieldRow } from '../../ui/FieldRow.tsx';
import { Screen } from '../../ui/Screen.tsx';
import { TagCard } from '../../ui/TagCard.tsx';
import { useApp } from '../../ui/use-app.ts';
import styles from './ConnectScreen.module.css';
import { useConnecting } from './use-connecting.ts';

type Server = 'asking' | 'claimed' | 'unclaimed' | 'unreachable';

/** Signing in to the contact database that this app came from. */
export function ConnectScreen({ onConnected }: { readonly onConnected: () => void }) {
  const app = useApp();
  const [server, setServer] = useState<Server>('asking');
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const { problem, fieldProblem, forgetProblem, isBusy, connect } = useConnecting(onConnected);

  useEffect(() => {
    let isGone = false;
    const ask = async () => {
      const health = await app.contactDatabase.readHealth();
      if (isGone) return;
      if (health.kind !== 'ok') setServer('unreachable');
      else setServer(health.value.claimed ? 'claimed' : 'unclaimed');
    };
    void ask();
    return () => {
      isGone = true;
    };
  }, [app]);

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
        <TagCard colour="blue" title="Your contact database">
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
            label="Password"
            type="password"
            autoComplete="current-password"
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
          {problem ??
            (server === 'unreachable'
              ? 'No signal to your contact database just now. What you saved stays on this phone.'
              : '')}
        </p>
      </Screen>
    </form>
  );
}
