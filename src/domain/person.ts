import { isObject, type Json } from './json.ts';
import { entriesOf, type Row } from './row.ts';

export interface Phone {
  readonly id: string;
  readonly typed: string;
  /** Absent when what was typed cannot be a number. */
  readonly e164?: string;
  /** "work" */
  readonly label?: string;
}
export interface Email {
  readonly id: string;
  readonly typed: string;
  readonly label?: string;
}
export interface Address {
  readonly id: string;
  readonly typed: string;
  readonly label?: string;
}
export interface Handle {
  readonly id: string;
  readonly typed: string;
  readonly network?: string;
  readonly url?: string;
}

/** What the agent knows about somebody, privately. */
export interface Detail {
  readonly id: string;
  /** One of `detailKinds`; of a later version perhaps none of them. */
  readonly kind: string;
  readonly text: string;
  /** The note that it was kept from. */
  readonly note?: string;
  /** What was suggested there, where the agent put it right. */
  readonly suggested?: string;
  /** The day that it speaks of, `YYYY-MM-DD`. */
  readonly on?: string;
  readonly way?: string;
}

export interface Person {
  readonly id: string;
  readonly name: string;
  readonly company: string;
  /** "Owner" */
  readonly title: string;
  /** BCP 47; null where nobody chose one. */
  readonly language: string | null;
  readonly household: string | null;
  /** vCard content lines that belong in no field, a line each. */
  readonly cardLines: string;
  /** ISO 8601, UTC. */
  readonly metAt: string;
  readonly occasionId: string | null;
  /** ISO 8601, UTC; null while nobody has looked at this person in the evening. */
  readonly lookedAt: string | null;
  readonly phones: readonly Phone[];
  readonly emails: readonly Email[];
  readonly handles: readonly Handle[];
  readonly addresses: readonly Address[];
  /** In the order that they were kept in. */
  readonly details: readonly Detail[];
}

/** Total: a value of another shape than expected reads as absent. */
export function rowToPerson(row: Pick<Row, 'id' | 'values'>): Person {
  const { values } = row;
  return {
    id: row.id,
    name: textOf(values['name']),
    company: textOf(values['company']),
    title: textOf(values['title']),
    language: textOrNull(values['language']),
    household: textOrNull(values['household']),
    cardLines: textOf(values['cardLines']),
    metAt: textOf(values['metAt']),
    occasionId: textOrNull(values['occasion']),
    lookedAt: textOrNull(values['lookedAt']),
    phones: typedEntries(values, 'phone'),
    emails: typedEntries(values, 'email'),
    handles: typedEntries(values, 'handle'),
    addresses: typedEntries(values, 'address'),
    details: entriesOf(values, 'detail').map(({ id, value }) => ({
      kind: '',
      text: '',
      ...textMembers(value),
      id,
    })),
  };
}

export function typedEntries(values: Row['values'], field: string) {
  return entriesOf(values, field).map(({ id, value }) => ({ typed: '', ...textMembers(value), id }));
}

/** What to call somebody: the name, or the first thing that is known instead. */
export function personLabel(person: Person): string {
  const known = person.name || person.phones[0]?.typed || person.emails[0]?.typed || person.handles[0]?.typed;
  return known || 'Somebody';
}

/** What to call somebody in a sentence: "Dana is saved". */
export function personFirstName(person: Person): string {
  return person.name.trim().split(/\s+/u)[0] || personLabel(person);
}

/** What the agent knows about somebody, a line each; empty where nothing may be told. */
export function detailsToText({ details }: Person): string {
  return details.map(({ text, on }) => (on === undefined ? text : `${text} (${on})`)).join('\n');
}

export function textOf(value: Json | undefined): string {
  return typeof value === 'string' ? value : '';
}

export function textOrNull(value: Json | undefined): string | null {
  return typeof value === 'string' ? value : null;
}

/** The members that are text; none where it is no object. */
export function textMembers(value: Json): Record<string, string> {
  const members: Record<string, string> = {};
  if (!isObject(value)) return members;
  for (const [key, member] of Object.entries(value)) if (typeof member === 'string') members[key] = member;
  return members;
}
