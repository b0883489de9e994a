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
    if (isSeen(goes, stamp) || isKnown(goes, stays, field)) continue;
    const isEntry = field.includes('/');
    Object.assign(late, isEntry ? lateEntry(goes, stays, field) : lateSingle(goes, stays, field));
  }
  return late;
}

function isKnown(goes: Row, stays: Row, field: FieldKey): boolean {
  const [mine, theirs] = [goes, stays].map(({ values }) => canonicalJson(memberOf(values, field) ?? null));
  return mine === theirs;
}

function lateEntry(goes: Row, stays: Row, field: FieldKey): Record<FieldKey, Json> {
  const value = memberOf(goes.values, field) ?? null;
  const [name = field] = field.split('/');
  const isTheirs = Object.hasOwn(stays.values, field);
  const isLater = (memberOf(goes.stamps, field) ?? '') > (memberOf(stays.stamps, field) ?? '');
  const isWanted = isTheirs ? isLater : value !== null && isEntryNew({ stays, goes }, name, value);
  return isWanted ? { [field]: value } : {};
}

function lateSingle(goes: Row, stays: Row, field: FieldKey): Record<FieldKey, Json> {
  const value = memberOf(goes.values, field) ?? null;
  if (!singleFields.some((single) => single === field) || isBlankValue(value)) return {};
  if (isBlankValue(memberOf(stays.values, field))) return { [field]: value };
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
