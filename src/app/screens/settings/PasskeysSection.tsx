import { useCallback, useEffect, useState } from 'react';
import type { AccountFacts } from '../../../protocol/account.ts';
import type { ListedPasskey } from '../../../protocol/passkeys.ts';
import type { PasskeyResult, SignIn } from '../../ports/sign-in.ts';
import { answerProblem } from '../../ui/answer-words.ts';
import { Button } from '../../ui/Button.tsx';
import { FieldRow } from '../../ui/FieldRow.tsx';
import { momentInWords } from '../../ui/time-words.ts';
import { useApp } from '../../ui/use-app.ts';
import { CurrentPassword, Form } from './Form.tsx';
import { Choices, Line, Section } from './Section.tsx';
import { useProof } from './use-proof.ts';

export function PasskeysSection({
  signIn,
  facts,
}: {
  readonly signIn: SignIn;
  readonly facts: AccountFacts;
}) {
  const { nowMs, deviceName } = useApp();
  const proof = useProof(signIn, facts);
  const [passkeys, setPasskeys] = useState<readonly ListedPasskey[]>([]);
  const [open, setOpen] = useState<string>();
  const [name, setName] = useState('');
  const [words, setWords] = useState<string>();
  const refresh = useCallback(async () => {
    const answer = await signIn.listPasskeys();
    if (answer.kind === 'ok') setPasskeys(answer.value);
  }, [signIn]);
  useEffect(() => {
    void refresh();
  }, [refresh]);
  const tell = async (answer: PasskeyResult<unknown>, done: string) => {
    setWords(answerProblem(answer) ?? done);
    if (answer.kind === 'ok') setOpen(undefined);
    await refresh();
  };
  const add = async () => {
    const proved = await proof.prove();
    const answer = proved.kind === 'ok' ? await signIn.addPasskey(proved.value, name || deviceName) : proved;
    await tell(answer, 'The passkey is added.');
    proof.setPassword('');
  };
  const start = (what: string, present: string) => {
    setOpen(open === what ? undefined : what);
    setName(present);
  };
  const nameRow = (
    <FieldRow
      label="Name of this passkey"
      maxLength={60}
      value={name}
      onChange={(event) => setName(event.target.value)}
    />
  );
  return (
    <Section title="Passkeys">
      {passkeys.map(({ id, name: called, addedAt }) => (
        <div key={id}>
          <Line title={called} detail={`Added ${momentInWords(addedAt, nowMs())}`}>
            <Choices>
              <Button look="quiet" aria-label={`Rename ${called}`} onClick={() => start(id, called)}>
                Rename
              </Button>
              <Button
                look="alert"
                aria-label={`Remove ${called}`}
                onClick={async () => tell(await signIn.removePasskey(id), 'The passkey is removed.')}
              >
                Remove
              </Button>
            </Choices>
          </Line>
          {open === id ? (
            <Form
              words={undefined}
              onSubmit={async () => tell(await signIn.namePasskey(id, name), 'The passkey is renamed.')}
            >
              {nameRow}
              <Button type="submit">Save name</Button>
            </Form>
          ) : null}
        </div>
      ))}
      <Line title="Add a passkey" detail="Sign in with a finger, your face or this device’s PIN.">
        <Button aria-expanded={open === 'new'} onClick={() => start('new', deviceName)}>
          Add a passkey
        </Button>
      </Line>
      {open === 'new' ? (
        <Form words={undefined} onSubmit={() => void add()}>
          {nameRow}
          <CurrentPassword proof={proof} />
          <Button type="submit">Add it</Button>
        </Form>
      ) : null}
      {words === undefined ? null : <Line title={<span role="status">{words}</span>} />}
    </Section>
  );
}
