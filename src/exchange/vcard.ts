import type { ContactReading, LabelledText } from './contact-reading.ts';
import { wordsToProfile } from './vcard/carried.ts';
import { escapeText, splitUnescaped, unescapeText, withoutBreaks } from './vcard/escaping.ts';
import { foldLine } from './vcard/fold-line.ts';
import { labelToTypes } from './vcard/label.ts';
import { photoToLine, type VcardPhoto } from './vcard/photo.ts';
import { firstTextOf, nameToParts } from './vcard/read-name.ts';
import { linesOf, openRest, type RestPool } from './vcard/rest-pool.ts';

/**
 * What a card says of one person. An entry's label is '' where it is known to have none; a text alone, or an entry
 * without a label, takes the label that `rest` has for it.
 */
export interface Card {
  /** Stays the same for the same person. '': the one among the rest, if any. */
  readonly uid: string;
  readonly name: string;
  readonly company: string;
  readonly phones: readonly (string | LabelledText)[];
  readonly emails: readonly (string | LabelledText)[];
  /** Links, or words (`skype dana`). */
  readonly links: readonly string[];
  readonly categories: readonly string[];
  readonly note: string;
  /** Absent where the caller does not know of titles: what `rest` says of them is written. */
  readonly title?: string;
  /** Absent where the caller does not know of addresses: what `rest` says of them is written. */
  readonly addresses?: readonly (string | LabelledText)[];
  readonly photos?: readonly VcardPhoto[];
  /** What was read of a card besides (`ReadVcard.rest`); the caller says which of it may leave. */
  readonly rest?: readonly string[];
}

/** vCard 3.0 (RFC 2426), which every phone takes: CRLF, N and FN, lines folded at 75 octets. */
export function cardToVcard(card: Card): string {
  const pool = openRest(card.rest ?? []);
  const nextGroup = countGroups(pool.groups);
  const lines = [
    'BEGIN:VCARD',
    'VERSION:3.0',
    ...(card.uid === '' ? [] : [`UID:${escapeText(card.uid)}`]),
    ...nameLines(card, pool),
    ...pool.takeOnce('company', card.company, card.company === '' ? [] : [`ORG:${escapeText(card.company)}`]),
    ...titleLines(card, pool),
    ...card.phones.flatMap((phone) => labelledLines('phone', toEntry(phone), pool, nextGroup)),
    ...card.emails.flatMap((email) => labelledLines('email', toEntry(email), pool, nextGroup)),
    ...card.links.flatMap((link) => pool.takeEntry('handle', { text: link }) ?? [linkToLine(link)]),
    ...addressLines(card, pool, nextGroup),
    ...otherLines(card, pool),
    'END:VCARD',
  ];
  return lines.map((line) => `${foldLine(line)}\r\n`).join('');
}

/** A card of what was read: with `rest` and `photos`, `cardToVcard` gives all of it back. */
export function contactToCard(contact: ContactReading, uid: string): Card {
  const { handles, phones, emails, addresses, ...fields } = contact;
  const withLabels = (entries: readonly LabelledText[]) =>
    entries.map(({ text, label = '' }) => ({ text, label }));
  return {
    ...fields,
    uid,
    phones: withLabels(phones),
    emails: withLabels(emails),
    addresses: withLabels(addresses),
    links: handles,
    categories: [],
  };
}

function toEntry(value: string | LabelledText): LabelledText {
  return typeof value === 'string' ? { text: value } : value;
}

function textsOf(values: readonly (string | LabelledText)[]): string[] {
  return values.map((value) => toEntry(value).text);
}

function nameLines(card: Card, pool: RestPool): string[] {
  const known = [...textsOf(card.phones), ...textsOf(card.emails)];
  const name = card.name.trim() || known[0] || 'Somebody';
  const kept = pool.takeName(card.name.trim(), known);
  const of = (wanted: string) => kept.filter((property) => property.name === wanted);
  const shown = firstTextOf(kept, 'FN') || name;
  return [
    ...(of('FN').length > 0 ? [] : [`FN:${escapeText(name)}`]),
    ...(of('N').length > 0 ? [] : [`N:${nameToParts(shown)}`]),
    ...kept.map(({ line }) => line),
  ];
}

function titleLines({ title }: Card, pool: RestPool): readonly string[] {
  if (title === undefined) return pool.allOf('title');
  return pool.takeOnce('title', title, title === '' ? [] : [`TITLE:${escapeText(title)}`]);
}

function addressLines({ addresses }: Card, pool: RestPool, nextGroup: () => string): readonly string[] {
  if (addresses === undefined) return pool.allOf('address');
  return addresses.flatMap((address) => labelledLines('address', toEntry(address), pool, nextGroup));
}

const heads = {
  phone: { name: 'TEL', silentType: ';TYPE=VOICE' },
  email: { name: 'EMAIL', silentType: ';TYPE=INTERNET' },
  address: { name: 'ADR', silentType: '' },
} as const;

/** A label is a TYPE where there is one for it, and otherwise Apple's X-ABLabel. */
function labelledLines(
  field: keyof typeof heads,
  entry: LabelledText,
  pool: RestPool,
  nextGroup: () => string,
): readonly string[] {
  const kept = pool.takeEntry(field, entry);
  if (kept !== undefined) return kept;
  const { name, silentType } = heads[field];
  const text = escapeText(entry.text);
  const value = field === 'address' ? `;;${text};;;;` : text;
  const label = entry.label?.trim() ?? '';
  const types = label === '' ? undefined : labelToTypes(label);
  if (label === '') return [`${name}${silentType}:${value}`];
  if (types !== undefined) {
    return [`${name}${types.map((type) => `;TYPE=${type.toUpperCase()}`).join('')}:${value}`];
  }
  const group = nextGroup();
  return [`${group}.${name}:${value}`, `${group}.X-ABLabel:${escapeText(label)}`];
}

/** Names for groups that the kept lines do not use: `item1`, `item2`. */
function countGroups(used: ReadonlySet<string>): () => string {
  let number = 0;
  return () => {
    do number += 1;
    while (used.has(`item${number}`));
    return `item${number}`;
  };
}

/** An address is written as it stands (RFC 2426, 5.8.4, uri); words have no address. */
function linkToLine(link: string): string {
  const line = withoutBreaks(link);
  const isAddress = /^\S+$/.test(line) && unescapeText(line) === line;
  return isAddress ? `URL:${line}` : `X-SOCIALPROFILE:${wordsToProfile(line)}`;
}

function otherLines(card: Card, pool: RestPool): string[] {
  const isReplaced = (name: string) =>
    (name === 'UID' && card.uid !== '') || (name === 'CATEGORIES' && card.categories.length > 0);
  const kept = pool.others.filter(({ main }) => !isReplaced(main.name));
  const tags = pool.others.flatMap(({ main }) =>
    main.name === 'CATEGORIES' ? splitUnescaped(main.value, ',') : [],
  );
  const categories = new Set([...card.categories.map(escapeText), ...tags]);
  return [
    ...(card.categories.length === 0 ? [] : [`CATEGORIES:${[...categories].join(',')}`]),
    ...pool.takeOnce('note', card.note, card.note === '' ? [] : [`NOTE:${escapeText(card.note)}`]),
    ...(card.photos ?? []).map(photoToLine),
    ...kept.flatMap(linesOf),
  ];
}
