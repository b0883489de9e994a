import type { ContactReading } from '../../src/exchange/contact-reading.ts';
import { readPhone } from '../../src/exchange/phone.ts';

export const scoredFields = ['name', 'title', 'company', 'phones', 'emails', 'site', 'address'] as const;
export type ScoredField = (typeof scoredFields)[number];

export interface FieldScore {
  /** Standing on the card. */
  readonly expected: number;
  readonly suggested: number;
  readonly right: number;
}

export interface CardScore extends Readonly<Record<ScoredField, FieldScore>> {
  /** The name once more, where accents do not matter. */
  readonly nameLetters: FieldScore;
}

/** Compares as a person would: capitals, spaces and the dashes in a number do not matter, accents do. */
export function scoreCard(expected: ContactReading, reading: ContactReading, region: string): CardScore {
  const plain = (text: string) => text.normalize('NFC').toLowerCase().replace(/\s+/g, ' ').trim();
  const number = (text: string) => readPhone(text, region).e164 ?? text.replace(/[^\d+]/g, '');
  const address = (text: string) => plain(text).replace(/[.,]/g, '');
  const texts = (list: readonly { readonly text: string }[]) => list.map(({ text }) => text);
  return {
    name: compare([expected.name], [reading.name], plain),
    nameLetters: compare([expected.name], [reading.name], (text) =>
      plain(text.normalize('NFD').replace(/\p{M}/gu, '')),
    ),
    title: compare([expected.title], [reading.title], plain),
    company: compare([expected.company], [reading.company], plain),
    phones: compare(texts(expected.phones), texts(reading.phones), number),
    emails: compare(texts(expected.emails), texts(reading.emails), plain),
    site: compare(expected.handles, reading.handles, plain),
    address: compare(texts(expected.addresses), texts(reading.addresses), address),
  };
}

function compare(
  expected: readonly string[],
  suggested: readonly string[],
  toSame: (text: string) => string,
): FieldScore {
  const wanted = expected.filter((text) => text !== '').map(toSame);
  const given = suggested.filter((text) => text !== '').map(toSame);
  return {
    expected: wanted.length,
    suggested: given.length,
    right: given.filter((text) => wanted.includes(text)).length,
  };
}
