import { useCallback, useEffect, useState } from 'react';
import type { Invitation } from '../../../protocol/invitations.ts';
import type { SignIn } from '../../ports/sign-in.ts';
import { answerProblem } from '../../ui/answer-words.ts';
import { Button } from '../../ui/Button.tsx';
import { FieldRow } from '../../ui/FieldRow.tsx';
import { momentInWords } from '../../ui/time-words.ts';
import { useApp } from '../../ui/use-app.ts';
import { Form } from './Form.tsx';
import { Line, Section } from './Section.tsx';

/** Of the owner: a link for one person; each gets an account of their own. */
export function InvitationsSection({ signIn }: { readonly signIn: SignIn }) {
  const { nowMs, share, toast } = useApp();
  const [invitations, setInvitations] = useState<readonly Invitation[]>([]);
  const [email, setEmail] = useState('');
  const [link, setLink] = useState<string>();
  const [words, setWords] = useState<string>();
  const refresh = useCallback(async () => {
    const answer = await signIn.listInvitations();
    if (answer.kind === 'ok') setInvitations(answer.value);
  }, [signIn]);
  useEffect(() => {
    void refresh();
  }, [refresh]);
  const invite = async () => {
    const answer = await signIn.invite(email.trim());
    setWords(answerProblem(answer));
    if (answer.kind !== 'ok') return;
    setLink(`${location.origin}/join#${answer.value.token}`);
    setEmail('');
    await refresh();
  };
  const takeBack = async (id: string) => {
    setWords(answerProblem(await signIn.revokeInvitation(id)));
    setLink(undefined);
    await refresh();
  };
  const handOver = async (text: string) => {
    if (!(await share(text))) toast.set({ words: 'Sharing did not work here. Copy the link instead.' });
  };
  return (
    <Section title="Invitations">
      {invitations.map(({ id, email: to, expiresAt, usedAt }) => (
        <Line key={id} title={to} detail={stateInWords(expiresAt, usedAt, nowMs())}>
          <Button
            look="quiet"
            aria-label={usedAt === null ? `Take back ${to}` : `Remove ${to} from the list`}
            onClick={() => void takeBack(id)}
          >
            {usedAt === null ? 'Take back' : 'Remove'}
          </Button>
        </Line>
      ))}
      {link === undefined ? null : (
        <Line title="Send them this link. It is shown only now." detail={<code>{link}</code>}>
          <Button onClick={() => void handOver(link)}>Share it</Button>
        </Line>
      )}
      <Form words={words} onSubmit={() => void invite()}>
        <FieldRow
          label="Email of the person to invite"
          type="email"
          inputMode="email"
          autoCapitalize="none"
          value={email}
          onChange={(event) => setEmail(event.target.value)}
        />
        <Button type="submit">Invite</Button>
      </Form>
    </Section>
  );
}

function stateInWords(expiresAt: string, usedAt: string | null, nowMs: number): string {
  if (usedAt !== null) return `Joined ${momentInWords(usedAt, nowMs)}.`;
  const until = new Date(expiresAt).toLocaleDateString(undefined, { day: 'numeric', month: 'long' });
  return Date.parse(expiresAt) < nowMs
    ? `Ended on ${until}, not used.`
    : `Not used yet. Works until ${until}.`;
}
