import { useState } from 'react';
import { Link } from 'wouter';
import * as z from 'zod/mini';
import { accountFactsSchema, accountPath } from '../../../protocol/account.ts';
import {
  type AppPassword,
  appPasswordsPath,
  appPasswordsSchema,
  type NewAppPassword,
  newAppPasswordSchema,
  peoplePath,
} from '../../../protocol/app-passwords.ts';
import { answerProblem } from '../../ui/answer-words.ts';
import { Button } from '../../ui/Button.tsx';
import { FieldRow } from '../../ui/FieldRow.tsx';
import { problemInWords } from '../../ui/problem-words.ts';
import { Screen } from '../../ui/Screen.tsx';
import { TagCard } from '../../ui/TagCard.tsx';
import { momentInWords } from '../../ui/time-words.ts';
import { useApp } from '../../ui/use-app.ts';
import { useSignIn } from '../../ui/use-sign-in.ts';
import styles from './Devices.module.css';
import { CurrentPassword } from './Form.tsx';
import { Line, Section } from './Section.tsx';
import { useAnswer } from './use-answer.ts';
import { useProof } from './use-proof.ts';

/** Passwords for other programs: made here, said once, ended here. */
export function AppPasswordsRoom() {
  const { contactDatabase, toast } = useApp();
  const { answer, refresh } = useAnswer(appPasswordsPath, appPasswordsSchema);
  const { answer: facts } = useAnswer(accountPath, accountFactsSchema);
  const proof = useProof(useSignIn(), facts?.kind === 'ok' ? facts.value : undefined);
  const [name, setName] = useState('');
  const [made, setMade] = useState<NewAppPassword>();
  const [problem, setProblem] = useState<string>();
  const create = async () => {
    setProblem(undefined);
    if (name.trim() === '') return setProblem('Say which program it is for.');
    const proved = await proof.prove();
    if (proved.kind !== 'ok') return setProblem(answerProblem(proved));
    const body = { proof: proved.value, name: name.trim(), scope: 'read' };
    const question = { method: 'POST', path: appPasswordsPath, body, schema: newAppPasswordSchema } as const;
    const result = await contactDatabase.ask(question);
    if (result.kind !== 'ok') return setProblem(problemInWords(result));
    setMade(result.value);
    setName('');
    proof.setPassword('');
    await refresh();
  };
  const end = async ({ id, name: called }: AppPassword) => {
    const path = `${appPasswordsPath}/${id}`;
    const result = await contactDatabase.ask({ method: 'DELETE', path, schema: z.undefined() });
    const words = `${called} can read nothing any more.`;
    toast.set({ words: result.kind === 'ok' ? words : problemInWords(result) });
    if (made?.appPassword.id === id) setMade(undefined);
    await refresh();
  };
  return (
    <form
      className={styles.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void create();
      }}
    >
      <Screen
        title="App passwords"
        action={
          <Button look="primary" type="submit">
            Make an app password
          </Button>
        }
      >
        <p className={styles.soft}>
          A program with one of these can read the people you met: names, numbers, addresses, and where you
          met. Not your notes. It can change nothing.
        </p>
        {made === undefined ? null : <NewPassword made={made} />}
        <TagCard colour="blue" title="For which program?">
          <FieldRow
            label="Name of the program"
            maxLength={100}
            value={name}
            onChange={(event) => setName(event.target.value)}
          />
          <CurrentPassword proof={proof} />
        </TagCard>
        <p role="alert" className={styles.problem}>
          {problem ?? (answer === undefined || answer.kind === 'ok' ? '' : problemInWords(answer))}
        </p>
        {answer?.kind === 'ok' ? <Passwords all={answer.value.appPasswords} onEnd={end} /> : null}
        <Link href="/settings" className={styles.link}>
          Back to Settings
        </Link>
      </Screen>
    </form>
  );
}

function NewPassword({ made: { password, appPassword } }: { readonly made: NewAppPassword }) {
  const { share, toast } = useApp();
  const copy = async () => {
    toast.set({ words: (await share(password)) ? 'Handed over.' : 'Copy it by hand.' });
  };
  return (
    <TagCard colour="green" title={appPassword.name}>
      <div className={styles.secret}>
        <p>Copy it now. It is not shown again.</p>
        <code role="status" aria-label="The app password">
          {password}
        </code>
        <Button onClick={() => void copy()}>Copy the password</Button>
        <p className={styles.soft}>In a script, with any name before it:</p>
        <code>
          curl -u justmet:… {location.origin}
          {peoplePath}
        </code>
      </div>
    </TagCard>
  );
}

interface PasswordsProps {
  readonly all: readonly AppPassword[];
  readonly onEnd: (appPassword: AppPassword) => Promise<void>;
}

function Passwords({ all, onEnd }: PasswordsProps) {
  const { nowMs } = useApp();
  if (all.length === 0) return null;
  return (
    <Section title="In use">
      {all.map((one) => (
        <Line key={one.id} title={one.name} detail={lastUseInWords(one, nowMs())}>
          <Button look="alert" aria-label={`End ${one.name}`} onClick={() => void onEnd(one)}>
            End
          </Button>
        </Line>
      ))}
    </Section>
  );
}

function lastUseInWords({ createdAt, lastUsedAt }: AppPassword, nowMs: number): string {
  const used = lastUsedAt === null ? 'Never used' : `Used ${momentInWords(lastUsedAt, nowMs)}`;
  return `${used}. Made ${momentInWords(createdAt, nowMs)}.`;
}
