import type { Person } from '../../../../domain/person.ts';
import { searchableText } from '../../../../domain/text.ts';
import type { ContactReading } from '../../../../exchange/contact-reading.ts';

/** Who is here already. */
export interface KnownPeople {
  /** The same UID line, or the same name with a number or an address in common; or nothing but the same name and company. */
  readonly isKnown: (contact: ContactReading, cardLines: readonly string[]) => boolean;
  readonly add: (contact: ContactReading, cardLines: readonly string[]) => void;
}

export function knowPeople(people: readonly Person[]): KnownPeople {
  const keys = new Set(people.flatMap((person) => keysOf(personToKeyed(person))));
  const toKeyed = (contact: ContactReading, cardLines: readonly string[]): Keyed => ({
    name: contact.name,
    phones: contact.phones.map(({ text }) => text),
    emails: contact.emails.map(({ text }) => text),
    company: contact.company,
    cardLines,
  });
  return {
    isKnown: (contact, cardLines) => keysOf(toKeyed(contact, cardLines)).some((key) => keys.has(key)),
    add(contact, cardLines) {
      for (const key of keysOf(toKeyed(contact, cardLines))) keys.add(key);
    },
  };
}

interface Keyed {
  readonly name: string;
  readonly phones: readonly string[];
  readonly emails: readonly string[];
  readonly company: string;
  readonly cardLines: readonly string[];
}

function personToKeyed({ name, phones, emails, company, cardLines }: Person): Keyed {
  return {
    name,
    company,
    phones: phones.map(({ typed }) => typed),
    emails: emails.map(({ typed }) => typed),
    cardLines: cardLines.split('\n'),
  };
}

/** As many last digits as a national number shares with its international form. */
const sharedDigits = 8;

function keysOf({ name, phones, emails, company, cardLines }: Keyed): string[] {
  const who = searchableText(name).replace(/\s+/g, ' ').trim();
  const numbers = phones.map((typed) => typed.replace(/\D/g, '').slice(-sharedDigits)).filter(Boolean);
  const addresses = emails.map((typed) => typed.trim().toLowerCase()).filter(Boolean);
  const uids = cardLines
    .filter((line) => /^UID[;:]/i.test(line))
    .map((line) => line.slice(line.indexOf(':')));
  const keys = [
    ...uids.map((uid) => `uid${uid.trim()}`),
    ...[...numbers, ...addresses].map((shared) => `${shared}/${who}`),
  ];
  // Of whom nothing more is known than a name, there is nothing more to compare.
  return keys.length > 0 ? keys : [`only/${who}/${searchableText(company).trim()}`];
}
