import type { EntryField } from '../../../store/actions/people.ts';

export interface EntryKey {
  /** Of the draft: `phone`, then `phone2` and so on. */
  readonly key: string;
  readonly field: EntryField;
}

const entryKey = /^(phone|email|handle|address)(\d*)$/;

/** The draft's lines of which somebody may have several, in their order. */
export function entryKeys(fields: Readonly<Record<string, string>>): EntryKey[] {
  const found = Object.keys(fields).flatMap((key) => {
    const [, field, place] = entryKey.exec(key) ?? [];
    return isEntryField(field) ? [{ key, field, place: Number(place || 1) }] : [];
  });
  return found.sort((a, b) => a.place - b.place).map(({ key, field }) => ({ key, field }));
}

function isEntryField(field: string | undefined): field is EntryField {
  return field === 'phone' || field === 'email' || field === 'handle' || field === 'address';
}
