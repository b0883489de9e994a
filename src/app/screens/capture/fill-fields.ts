import { searchableText } from '../../../domain/text.ts';
import type { ContactReading, LabelledText } from '../../../exchange/contact-reading.ts';
import type { EntryField } from '../../../store/actions/people.ts';
import { entryKeys } from './entry-keys.ts';
import type { ReadBesides } from './ways/way.ts';

type Fields = Readonly<Record<string, string>>;

/**
 * The tag's lines with what was read in the empty ones. What stands there stays; another name, company or title
 * goes to the note, another number to a line of its own.
 */
export function fillFields(fields: Fields, reading: ContactReading, besides: ReadBesides = {}): Fields {
  const filled: Record<string, string> = { ...fields };
  const notes = [filled['note'] ?? ''];
  for (const field of ['name', 'company', 'title'] as const) {
    const text = reading[field];
    if (isEmpty(filled[field])) {
      if (text !== '') filled[field] = text;
    } else if (!isSame(filled[field], text)) notes.push(text);
  }
  addEntries(filled, 'phone', reading.phones);
  addEntries(filled, 'email', reading.emails);
  addEntries(
    filled,
    'handle',
    reading.handles.map((text) => ({ text })),
  );
  addEntries(filled, 'address', reading.addresses);
  const note = [...notes, reading.note].map((text) => text.trim()).filter((text) => text !== '');
  if (note.length > 0) filled['note'] = [...new Set(note)].join('\n');
  append(filled, 'cardLines', besides.cardLines ?? '', '\n');
  append(filled, 'files', (besides.fileIds ?? []).join(' '), ' ');
  return filled;
}

/** The tag without what was filled in; what was typed over it, or since, stays. */
export function takeBack(now: Fields, before: Fields, filled: Fields): Fields {
  const left: Record<string, string> = { ...now };
  for (const [field, text] of Object.entries(filled)) {
    const earlier = before[field];
    if (text === earlier || now[field] !== text) continue;
    if (earlier === undefined) delete left[field];
    else left[field] = earlier;
  }
  return left;
}

/** The place in sight belongs to the tag from its first word on. */
export function withPlace(fields: Fields, place: string): Fields {
  return place === '' ? fields : { where: place, ...fields };
}

function addEntries(filled: Record<string, string>, field: EntryField, texts: readonly LabelledText[]): void {
  for (const { text, label } of texts) {
    const keys = entryKeys(filled).filter((known) => known.field === field);
    if (text === '' || keys.some(({ key }) => isSameEntry(field, filled[key] ?? '', text))) continue;
    const free = keys.find(({ key }) => isEmpty(filled[key]))?.key;
    const key = free ?? (keys.length === 0 ? field : `${field}${nextPlace(keys.map((known) => known.key))}`);
    filled[key] = text;
    delete filled[`${key}.label`];
    if (label !== undefined && label !== '') filled[`${key}.label`] = label;
  }
}

function nextPlace(keys: readonly string[]): number {
  return Math.max(...keys.map((key) => Number(/\d+$/.exec(key)?.[0] ?? 1))) + 1;
}

function append(filled: Record<string, string>, field: string, text: string, between: string): void {
  if (text !== '') filled[field] = [filled[field] ?? '', text].filter(Boolean).join(between);
}

function isEmpty(text: string | undefined): boolean {
  return (text ?? '').trim() === '';
}

function isSame(one: string | undefined, other: string): boolean {
  return other === '' || searchableText((one ?? '').trim()) === searchableText(other.trim());
}

/** Numbers are the same by their digits, and letters where they have any: 1-800-FLOWERS. */
function isSameEntry(field: EntryField, one: string, other: string): boolean {
  if (field !== 'phone') return isSame(one, other);
  const digits = (text: string) => text.replace(/[^\p{L}\d]/gu, '').toLowerCase();
  return digits(one) === digits(other);
}
