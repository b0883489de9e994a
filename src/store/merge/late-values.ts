import { joinCardLines } from '../../domain/card-lines.ts';
import { canonicalJson, isObject, type Json } from '../../domain/json.ts';
import { textOf } from '../../domain/person.ts';
import { type FieldKey, memberOf, type Row } from '../../domain/row.ts';
import { stampToDevice } from '../../domain/stamp.ts';
import { jsonToMerged } from './merged.ts';
import { filledFields, isBlankValue, isEntryNew } from './united-values.ts';

const words: Readonly<Record<string, string>> = { name: 'Name', company: 'Company', title: 'Job' };
const planFields: readonly string[] = ['next', 'rhythm'];

/**
 * What was written to somebody elsewhere who had been put into another here, as it is to be written to that other. In
 * the place of what the merge took over it stands. Where a hand has said something else it does not: an entry stands
 * beside it, of two plans the later stands, and a line is a detail; all under keys that all devices give them.
 */
export function findLateValues(goes: Row, stays: Row): Record<FieldKey, Json> {
  const late: Record<FieldKey, Json> = {};
  for (const [field, stamp] of Object.entries(goes.stamps)) {
    if (isSeen(goes, stamp) || isKnown(goes, stays, field)) continue;
    if (isTakenOver(goes, stays, field)) late[field] = insteadOf(goes, field);
    else Object.assign(late, (field.includes('/') ? lateEntry : lateSingle)(goes, stays, field));
  }
  return late;
}

function isKnown(goes: Row, stays: Row, field: FieldKey): boolean {
  const [mine, theirs] = [goes, stays].map(({ values }) => canonicalJson(memberOf(values, field) ?? null));
  return mine === theirs;
}

/**
 * Whether what stands there was written by the merge: it writes to who stays before it says so in who goes. Of another
 * device's writes nobody knows which came first.
 */
function isTakenOver(goes: Row, stays: Row, field: FieldKey): boolean {
  const { before } = jsonToMerged(goes.values['merged']) ?? { before: {} };
  const [written, said] = [memberOf(stays.stamps, field), memberOf(goes.stamps, 'merged')];
  if (!Object.hasOwn(before, field) || written === undefined || said === undefined) return false;
  return written < said && stampToDevice(written) === stampToDevice(said);
}

/** Whoever took it back never had it: then there is what there was before the merge. */
function insteadOf({ values }: Row, field: FieldKey): Json {
  const value = memberOf(values, field) ?? null;
  const was = memberOf(jsonToMerged(values['merged'])?.before ?? {}, field);
  if (field === 'cardLines') return joinCardLines(textOf(was), textOf(value)).kept;
  return isBlankValue(value) && was !== undefined && !isBlankValue(was) ? was : value;
}

function lateEntry(goes: Row, stays: Row, field: FieldKey): Record<FieldKey, Json> {
  const value = memberOf(goes.values, field) ?? null;
  const [name = field] = field.split('/');
  if (value === null || !isEntryNew({ stays, goes }, name, value)) return {};
  const key = Object.hasOwn(stays.values, field) ? `${name}/${memberOf(goes.stamps, field) ?? ''}` : field;
  return Object.hasOwn(stays.values, key) ? {} : { [key]: value };
}

function lateSingle(goes: Row, stays: Row, field: FieldKey): Record<FieldKey, Json> {
  const value = memberOf(goes.values, field) ?? null;
  const known = memberOf(stays.values, field) ?? null;
  const isFilled = field === 'cardLines' || filledFields.some((filled) => filled === field);
  if (!isFilled || isBlankValue(value)) return {};
  if (isBlankValue(known)) return { [field]: value };
  if (field === 'cardLines') return { [field]: joinCardLines(textOf(known), textOf(value)).kept };
  if (planFields.includes(field)) {
    const isLater = (memberOf(goes.stamps, field) ?? '') > (memberOf(stays.stamps, field) ?? '');
    return isLater ? { [field]: value } : {};
  }
  const key = `detail/${memberOf(goes.stamps, field) ?? ''}`;
  if (words[field] === undefined || Object.hasOwn(stays.values, key)) return {};
  return { [key]: { kind: 'other', text: `${words[field]}: ${String(value)}` } };
}

/** By the device that deleted the row. */
function isSeen({ values, stamps }: Row, stamp: string): boolean {
  const tombstone = values['deleted'];
  if (!isObject(tombstone)) return stamp <= (memberOf(stamps, 'merged') ?? '');
  const seen = tombstone[stampToDevice(stamp)];
  return typeof seen === 'string' && stamp <= seen;
}
