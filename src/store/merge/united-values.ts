import { joinCardLines } from '../../domain/card-lines.ts';
import { canonicalJson, type Json } from '../../domain/json.ts';
import { textMembers, textOf } from '../../domain/person.ts';
import { entriesOf, type FieldKey, type FieldValues, memberOf } from '../../domain/row.ts';
import { isSamePhone, isSameText, plainText } from '../../exchange/alike/same-way.ts';

/** Fields of which somebody has one: where two differ, the agent chooses. */
export const singleFields = [
  'name',
  'company',
  'title',
  'occasion',
  'next',
  'rhythm',
  'language',
  'zone',
] as const;
export type SingleField = (typeof singleFields)[number];

/** Of which who stays has one, and what goes is taken where there is none. */
export const filledFields = [...singleFields, 'household', 'recall'] as const;
const entryFields = ['phone', 'email', 'handle', 'address', 'detail', 'apart'] as const;

/** Whose values are put together: `stays` takes in what `goes` has. */
interface Pair {
  readonly stays: { readonly id: string; readonly values: FieldValues };
  readonly goes: { readonly id: string; readonly values: FieldValues };
}

/**
 * What is to be written to who stays: what is not known there, `chosen` in place of what is, and of several values
 * each once. Nothing of theirs is taken away.
 */
export function uniteValues({ stays, goes }: Pair, chosen: ReadonlySet<SingleField>): Record<FieldKey, Json> {
  const united: Record<FieldKey, Json> = {
    ...uniteSingles(stays.values, goes.values, chosen),
    ...uniteEntries({ stays, goes }),
  };
  const [lines, more] = [stays.values, goes.values].map((values) => textOf(values['cardLines']));
  const { kept } = joinCardLines(lines ?? '', more ?? '');
  if (kept !== lines) united['cardLines'] = kept;
  // Whoever of the two nobody has looked at is still to be looked at.
  if (!isBlankValue(stays.values['lookedAt']) && isBlankValue(goes.values['lookedAt']))
    united['lookedAt'] = null;
  // Somebody out of a file, who has been met since.
  if (stays.values['isImported'] === true && goes.values['isImported'] !== true) united['isImported'] = false;
  return united;
}

function uniteSingles(
  stays: FieldValues,
  goes: FieldValues,
  chosen: ReadonlySet<SingleField>,
): Record<FieldKey, Json> {
  const united: Record<FieldKey, Json> = {};
  const isChosen = (field: string) => [...chosen].some((known) => known === field);
  for (const field of filledFields) {
    const [known, more] = [memberOf(stays, field) ?? null, memberOf(goes, field) ?? null];
    if (isBlankValue(more) || canonicalJson(known) === canonicalJson(more)) continue;
    if (isBlankValue(known) || isChosen(field)) united[field] = more;
  }
  return united;
}

function uniteEntries({ stays, goes }: Pair): Record<FieldKey, Json> {
  const united: Record<FieldKey, Json> = {};
  for (const field of entryFields) {
    for (const { id, value } of entriesOf(goes.values, field)) {
      if (isEntryNew({ stays, goes }, field, value)) united[`${field}/${id}`] = value;
    }
  }
  return united;
}

/** Whether an entry says what none of those who stay says. */
export function isEntryNew({ stays, goes }: Pair, field: string, value: Json): boolean {
  if (field === 'apart') {
    const person = textMembers(value)['person'];
    return (
      person !== stays.id &&
      person !== goes.id &&
      !has(stays.values, field, (known) => known['person'] === person)
    );
  }
  return !has(stays.values, field, (known) => isSameEntry(field, known, textMembers(value)));
}

function has(values: FieldValues, field: string, isIt: (known: Readonly<Record<string, string>>) => boolean) {
  return entriesOf(values, field).some(({ value }) => isIt(textMembers(value)));
}

function isSameEntry(
  field: string,
  known: Readonly<Record<string, string>>,
  more: Readonly<Record<string, string>>,
): boolean {
  if (field === 'detail') return known['kind'] === more['kind'] && isSameWords(known['text'], more['text']);
  const [one, other] = [
    { ...known, typed: known['typed'] ?? '' },
    { ...more, typed: more['typed'] ?? '' },
  ];
  if (field === 'phone') return isSamePhone(one, other);
  const isOneAddress = known['url'] !== undefined && known['url'] === more['url'];
  return isOneAddress || isSameText(one, other);
}

function isSameWords(one = '', other = ''): boolean {
  return plainText(one) === plainText(other);
}

export function isBlankValue(value: Json | undefined): boolean {
  return value === undefined || value === null || value === '';
}
