import { useState } from 'react';
import type { AccountFacts } from '../../../protocol/account.ts';
import { minPasswordLength } from '../../../protocol/session.ts';
import type { SignIn } from '../../ports/sign-in.ts';
import { answerProblem } from '../../ui/answer-words.ts';
import { Button } from '../../ui/Button.tsx';
import { FieldRow } from '../../ui/FieldRow.tsx';
import { CurrentPassword, Form } from './Form.tsx';
import { Line, Section } from './Section.tsx';
import { useProof } from './use-proof.ts';

interface PasswordSectionProps {
  readonly signIn: SignIn;
  readonly facts: AccountFacts;
  readonly onChanged: () => void;
}

export function PasswordSection({ signIn, facts, onChanged }: PasswordSectionProps) {
  const proof = useProof(signIn, facts);
  const [isOpen, setIsOpen] = useState(false);
  const [password, setPassword] = useState('');
  const [words, setWords] = useState<string>();
  const change = async () => {
    const proved = await proof.prove();
    const answer =
      proved.kind === 'ok' ? await signIn.changePassword({ proof: proved.value, password }) : proved;
    setWords(answerProblem(answer) ?? 'Your password is changed. You are signed out everywhere else.');
    if (answer.kind !== 'ok') return;
    setPassword('');
    proof.setPassword('');
    onChanged();
  };
  return (
    <Section title="Signing in">
      <Line
        title="Password"
        detail={
          facts.hasPassword
            ? 'Changing it signs you out everywhere else, and ends app passwords.'
            : 'You have none: you sign in with a passkey.'
        }
      >
        <Button aria-expanded={isOpen} onClick={() => setIsOpen(!isOpen)}>
          {facts.hasPassword ? 'Change password' : 'Set a password'}
        </Button>
      </Line>
      {isOpen ? (
        <Form words={undefined} onSubmit={() => void change()}>
          <CurrentPassword proof={proof} />
          <FieldRow
            label={`New password, ${minPasswordLength}+ characters`}
            type="password"
            autoComplete="new-password"
            value={password}
            onChange={(event) => setPassword(event.target.value)}
          />
          <Button type="submit">Save password</Button>
        </Form>
      ) : null}
      {words === undefined ? null : <Line title={<span role="status">{words}</span>} />}
    </Section>
  );
}
