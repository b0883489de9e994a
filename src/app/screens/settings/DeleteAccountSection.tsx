import { useState } from 'react';
import type { AccountFacts } from '../../../protocol/account.ts';
import type { SignIn } from '../../ports/sign-in.ts';
import { answerProblem } from '../../ui/answer-words.ts';
import { Button } from '../../ui/Button.tsx';
import { useApp } from '../../ui/use-app.ts';
import { CurrentPassword, Form } from './Form.tsx';
import { Line, Section } from './Section.tsx';
import { useProof } from './use-proof.ts';

interface DeleteAccountSectionProps {
  readonly signIn: SignIn;
  readonly facts: AccountFacts;
}

/** Everything as a file first; then, if it must be, the end of the account. */
export function DeleteAccountSection({ signIn, facts }: DeleteAccountSectionProps) {
  const { store, toast } = useApp();
  const proof = useProof(signIn, facts);
  const [withPrivate, setWithPrivate] = useState(false);
  const [isOpen, setIsOpen] = useState(false);
  const [leavesOthers, setLeavesOthers] = useState(false);
  const [words, setWords] = useState<string>();
  const remove = async () => {
    const proved = await proof.prove();
    const answer =
      proved.kind === 'ok' ? await signIn.deleteAccount({ proof: proved.value, leavesOthers }) : proved;
    setWords(answerProblem(answer));
    if (answer.kind !== 'ok') return;
    await store.disconnect();
    toast.set({ words: 'Your account is deleted. What is on this phone is still here.' });
  };
  return (
    <Section title="Your account">
      <Form words={undefined} onSubmit={() => undefined}>
        <Line
          title="Everything as a file"
          detail="All your people as one JSON file, from your contact database."
        >
          <a href={signIn.exportAddress(withPrivate)} download="justmet.json">
            Download
          </a>
        </Line>
        <label>
          <input
            type="checkbox"
            checked={withPrivate}
            onChange={(event) => setWithPrivate(event.target.checked)}
          />
          With my private notes, in this one file
        </label>
      </Form>
      <Line
        title="Delete my account"
        detail="Everything in the contact database goes. What is on this phone stays."
      >
        <Button look="alert" aria-expanded={isOpen} onClick={() => setIsOpen(!isOpen)}>
          Delete my account
        </Button>
      </Line>
      {isOpen ? (
        <Form words={words} onSubmit={() => void remove()}>
          <CurrentPassword proof={proof} />
          {facts.hasOthers ? (
            <label>
              <input
                type="checkbox"
                checked={leavesOthers}
                onChange={(event) => setLeavesOthers(event.target.checked)}
              />
              The others keep their accounts, and nobody can invite from the app any more
            </label>
          ) : null}
          <Button type="submit" look="alert">
            Delete everything
          </Button>
        </Form>
      ) : null}
    </Section>
  );
}
