import type { Person } from '../../../../domain/person.ts';
import { mailtoLink, smsLink } from '../../../../exchange/hello-link.ts';
import { dialable } from '../../../ui/dialable.ts';

/** What one tap on a row does. */
export interface ReachAction {
  readonly way: 'call' | 'text' | 'email';
  /** "Call" */
  readonly words: string;
  readonly href: string;
  /** False where it is not yet what was agreed: a text about a coffee is no coffee. */
  readonly isIt: boolean;
}

/** All ways that are known: first the one that was agreed on, else the best; none where nothing is known. */
export function reachActions(person: Person, agreed: string | undefined): ReachAction[] {
  const number = dialable(person.phones)?.number;
  const email = person.emails[0]?.typed;
  const isIt = agreed !== 'coffee' && agreed !== 'visit';
  const call = number && ({ way: 'call', words: 'Call', href: `tel:${number}`, isIt } as const);
  const text = number && ({ way: 'text', words: 'Text', href: smsLink(number, ''), isIt } as const);
  const href = email && mailtoLink({ to: email, subject: '', body: '' });
  const mail = href && ({ way: 'email', words: 'Email', href, isIt } as const);
  const inOrder = {
    call: [call, mail, text],
    text: [text, mail, call],
    email: [mail, text, call],
  };
  const isKnown = agreed === 'call' || agreed === 'text' || agreed === 'email';
  const order = inOrder[isKnown ? agreed : isIt ? 'call' : 'text'];
  return order.flatMap((one) => (one === undefined || one === '' ? [] : one));
}
