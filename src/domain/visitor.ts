import { type Email, type Phone, textOf, typedEntries } from './person.ts';
import type { Row } from './row.ts';
import { visitorAnswers } from './table-words.ts';

/** Somebody who sent their own details by the public page of a card: nobody's person until the agent says so. */
export interface Visitor {
  readonly id: string;
  /** Of the card whose page it was. */
  readonly profileId: string;
  readonly name: string;
  readonly company: string;
  readonly message: string;
  /** ISO 8601, UTC. */
  readonly sentAt: string;
  /** Null while nobody has answered. */
  readonly answer: (typeof visitorAnswers)[number] | null;
  readonly phones: readonly Phone[];
  readonly emails: readonly Email[];
}

/** Total: a value of another shape than expected reads as absent. */
export function rowToVisitor({ id, values }: Pick<Row, 'id' | 'values'>): Visitor {
  return {
    id,
    profileId: textOf(values['profile']),
    name: textOf(values['name']),
    company: textOf(values['company']),
    message: textOf(values['message']),
    sentAt: textOf(values['sentAt']),
    answer: visitorAnswers.find((known) => known === values['answer']) ?? null,
    phones: typedEntries(values, 'phone'),
    emails: typedEntries(values, 'email'),
  };
}

/** "Sam", or the first thing that is known instead. */
export function visitorFirstName({ name, phones, emails }: Visitor): string {
  const known = name.trim().split(/\s+/u)[0] || phones[0]?.typed || emails[0]?.typed;
  return known || 'Somebody';
}
