import { useEffect, useState } from 'react';
import { Link } from 'wouter';
import { minPasswordLength } from '../../../protocol/session.ts';
import { answerProblem } from '../../ui/answer-words.ts';
import { Button } from '../../ui/Button.tsx';
import { FieldRow } from '../../ui/FieldRow.tsx';
import { Screen } from '../../ui/Screen.tsx';
import { TagCard } from '../../ui/TagCard.tsx';
import { useSignIn } from '../../ui/use-sign-in.ts';
import styles from './ConnectScreen.module.css';
import { PasswordHint } from './CredentialRows.tsx';

/** With a link: another password. Without: how to get one. */
export function ResetScreen({ readToken }: { readonly readToken: () => string }) {
  return readToken() === '' ? <AskForLink /> : <SetPassword readToken={readToken} />;
}

function SetPassword({ readToken }: { readonly readToken: () => string }) {
  const signIn = useSignIn();
  const [password, setPassword] = useState('');
  const [problem, setProblem] = useState<string>();
  const [isDone, setIsDone] = useState(false);
  const set = async () => {
    const answer = await signIn?.resetPassword({ token: readToken(), password });
    if (answer === undefined) return;
    setProblem(answerProblem(answer));
    setIsDone(answer.kind === 'ok');
  };
  if (isDone)
    return <Said title="A new password" words="Your new password is set. You are signed out everywhere." />;
  return (
    <form
      className={styles.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void set();
      }}
    >
      <Screen
        title="A new password"
        action={
          <Button look="primary" type="submit">
            Set this password
          </Button>
        }
      >
        <TagCard colour="blue" title="Your contact database">
          <FieldRow
            label={`New password, ${minPasswordLength}+ characters`}
            type="password"
            autoComplete="new-password"
            autoFocus
            value={password}
            onChange={(event) => setPassword(event.target.value)}
          />
        </TagCard>
        <PasswordHint />
        <p className={styles.hint}>It signs you out everywhere. What is on your devices stays there.</p>
        <p role="alert" className={styles.problem}>
          {problem}
        </p>
      </Screen>
    </form>
  );
}

function AskForLink() {
  const signIn = useSignIn();
  const [byMail, setByMail] = useState<boolean>();
  const [email, setEmail] = useState('');
  const [problem, setProblem] = useState<string>();
  const [isDone, setIsDone] = useState(false);
  useEffect(() => {
    const look = async () => {
      const answer = await signIn?.resetsByMail();
      if (answer?.kind === 'ok') setByMail(answer.value.byMail);
      else if (answer !== undefined) setProblem(answerProblem(answer));
    };
    void look();
  }, [signIn]);
  const ask = async () => {
    const answer = await signIn?.askForReset(email.trim());
    if (answer === undefined) return;
    setProblem(answerProblem(answer));
    setIsDone(answer.kind === 'ok');
  };
  if (byMail === false) return <ByCommand />;
  if (isDone) {
    const words = `If ${email.trim()} has an account here, a link is on its way. It works for an hour, once.`;
    return <Said title="Look at your mail" words={words} />;
  }
  return (
    <form
      className={styles.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void ask();
      }}
    >
      <Screen
        title="Forgot your password?"
        action={
          <Button look="primary" type="submit">
            Send me a link
          </Button>
        }
      >
        <TagCard colour="blue" title="Your contact database">
          <FieldRow
            label="Email"
            type="email"
            inputMode="email"
            autoComplete="username"
            autoCapitalize="none"
            value={email}
            onChange={(event) => setEmail(event.target.value)}
          />
        </TagCard>
        <p role="alert" className={styles.problem}>
          {problem}
        </p>
      </Screen>
    </form>
  );
}

function ByCommand() {
  return (
    <Screen title="Forgot your password?">
      <p className={styles.words}>
        This contact database sends no mail. Whoever runs it can give you a link, with this command on the
        server:
      </p>
      <p>
        <code>justmet reset-password you@example.com</code>
      </p>
      <Link href="/connect" className={styles.back}>
        Back
      </Link>
    </Screen>
  );
}

function Said({ title, words }: { readonly title: string; readonly words: string }) {
  return (
    <Screen title={title}>
      <p role="status" className={styles.words}>
        {words}
      </p>
      <Link href="/connect" className={styles.back}>
        Sign in
      </Link>
    </Screen>
  );
}
