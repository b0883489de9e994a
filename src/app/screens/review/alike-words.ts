import { personLabel } from '../../../domain/person.ts';
import type { SharedThing } from '../../../exchange/alike/find-alike.ts';
import type { SingleField } from '../../../store/merge/united-values.ts';
import type { AlikePair, Side } from '../../../store/queries/review.ts';
import { nextInWords, rhythmInWords } from '../../ui/next/next-words.ts';
import { count } from '../../ui/status-words.ts';
import { fieldWords } from '../../ui/tag-lines.ts';

export interface SingleRow {
  readonly field: SingleField;
  readonly label: string;
  /** Of the one who is looked at, and of the other; '' for nothing. */
  readonly values: readonly [string, string];
  /** Both say something, and not the same: one of them is to be chosen. */
  readonly isChoice: boolean;
}

export interface SharedRow {
  readonly label: string;
  readonly values: readonly [string, string];
}

const singles: readonly {
  readonly field: SingleField;
  readonly label: string;
  read: (side: Side, today: string) => string;
}[] = [
  { field: 'name', label: fieldWords.name, read: ({ person }) => person.name },
  { field: 'company', label: fieldWords.company, read: ({ person }) => person.company },
  { field: 'title', label: fieldWords.title, read: ({ person }) => person.title },
  { field: 'occasion', label: fieldWords.where, read: ({ occasion }) => occasion?.name ?? '' },
  {
    field: 'next',
    label: 'Next touch',
    read: ({ next }, today) => (next === undefined ? '' : nextInWords(next, today)),
  },
  {
    field: 'rhythm',
    label: 'How often',
    read: ({ rhythm }) => (rhythm === undefined ? '' : rhythmInWords(rhythm)),
  },
  { field: 'language', label: 'Language', read: ({ person }) => person.language ?? '' },
  { field: 'zone', label: 'Time zone', read: ({ zone }) => zone },
];

/** What the two say of which somebody has one; rows of which neither says anything are left out. */
export function listSingles(own: Side, other: Side, today: string): SingleRow[] {
  return singles.flatMap(({ field, label, read }) => {
    const values = [read(own, today), read(other, today)] as const;
    if (values.every((text) => text === '')) return [];
    return [
      { field, label, values, isChoice: values[0] !== values[1] && values.every((text) => text !== '') },
    ];
  });
}

/** What the two have several of: put together, all of it is kept. */
export function listShared(own: Side, other: Side): SharedRow[] {
  const read: readonly [string, (side: Side) => readonly string[]][] = [
    [fieldWords.phone, ({ person }) => person.phones.map(({ typed }) => typed)],
    [fieldWords.email, ({ person }) => person.emails.map(({ typed }) => typed)],
    ['Handles', ({ person }) => person.handles.map(({ typed }) => typed)],
    [fieldWords.address, ({ person }) => person.addresses.map(({ typed }) => typed)],
    ['You know', ({ person }) => person.details.map(({ text }) => text)],
    ['Notes', ({ notes }) => (notes === 0 ? [] : [count(notes, 'note')])],
  ];
  return read.flatMap(([label, texts]) => {
    const values = [texts(own).join('\n'), texts(other).join('\n')] as const;
    return values.every((text) => text === '') ? [] : [{ label, values }];
  });
}

const sharedWords: Readonly<Record<SharedThing, string>> = {
  number: 'the same number',
  email: 'the same email',
  address: 'the same address',
  name: 'almost the same name',
  'family name': 'the same family name',
};

/** What is asked about the two, and why one may think so. */
export function questionInWords(
  pair: AlikePair,
  own: Side,
): { readonly title: string; readonly why: string } {
  const { kind, other, shared } = pair;
  const [label, ownLabel] = [other, own].map(({ person }) => personLabel(person));
  const reasons = shared.map((thing) =>
    thing === 'name' && label === ownLabel ? 'the same name' : sharedWords[thing],
  );
  const title = kind === 'duplicate' ? `Is this ${label}?` : `Do ${ownLabel} and ${label} live together?`;
  return { title, why: `They have ${reasons.join(' and ')}.` };
}
