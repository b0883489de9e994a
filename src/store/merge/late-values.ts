import { canonicalJson, isObject, type Json } from '../../domain/json.ts';
import { type FieldKey, memberOf, type Row } from '../../domain/row.ts';
import { stampToDevice } from '../../domain/stamp.ts';
import { isBlankValue, isEntryNew, singleFields } from './united-values.ts';

const words: Readonly<Record<string, string>> = { name: 'Name', company: 'Company', title: 'Job' };

/**
 * What was written to somebody elsewhere who had been put into another here, as it is to be written to that other:
 * where both say something of which there is one, the other's stands, and what was said late is a detail, under a key
 * that all devices give it.
 */
export function findLateValues(goes: Row, stays: Row): Record<FieldKey, Json> {
  const late: Record<FieldKey, Json> = {};
  for (const [field, stamp] of Object.entries(goes.stamps)) {
    if (isSeen(goes, stamp)) continue;
    const value = memberOf(goes.values, field) ?? null;
    const isLater = stamp > (memberOf(stays.stamps, field) ?? '');
    const known = memberOf(stays.values, field) ?? null;
    if (canonicalJson(known) === canonicalJson(value)) continue;
    const name = field.split('/')[0] ?? field;
    if (name !== field) {
      const isItsOwn = Object.hasOwn(stays.values, field);
      if (isItsOwn ? isLater : value !== null && isEntryNew({ stays, goes }, name, value)) late[field] = value;
    } else if (singleFields.some((single) => single === field) && !isBlankValue(value)) {
      if (isBlankValue(known)) late[field] = value;
      else if (words[field] !== undefined && !Object.hasOwn(stays.values, `detail/${stamp}`))
        late[`detail/${stamp}`] = { kind: 'other', text: `${words[field]}: ${String(value)}` };
    }
  }
  return late;
}

/** By the device that deleted the row. */
function isSeen({ values, stamps }: Row, stamp: string): boolean {
  const tombstone = values['deleted'];
  if (!isObject(tombstone)) return stamp <= (memberOf(stamps, 'merged') ?? '');
  const seen = tombstone[stampToDevice(stamp)];
  return typeof seen === 'string' && stamp <= seen;
}
