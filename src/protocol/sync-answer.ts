import * as z from 'zod/mini';
import { type Stamp, stampPattern } from '../domain/stamp.ts';
import { tableNames } from '../domain/table-words.ts';
import { syncResponseSchema } from './sync.ts';
import { stampSchema, type WireRow, wireRowSchema } from './wire-row.ts';

const rowIdPattern = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
const knownTables: ReadonlySet<unknown> = new Set(tableNames);
const plainMembers: ReadonlySet<string> = new Set(['table', 'id', 'stamp', 'values', 'stamps']);
const maxKeyLength = 64;

/**
 * Takes what `syncResponseSchema` takes. Rows and stamps of the common kind are known by a plain look, which
 * costs a phone a tenth of what the schemas do; whatever does not pass that is the schemas' to judge.
 */
export const syncAnswerSchema = z.extend(syncResponseSchema, {
  acknowledged: z.union([z.custom<Stamp[]>(areStamps), z.array(stampSchema)]),
  rows: z.union([z.custom<WireRow[]>(arePlainRows), z.array(wireRowSchema)]),
});

function areStamps(value: unknown): boolean {
  return Array.isArray(value) && value.every(isStamp);
}

function arePlainRows(value: unknown): boolean {
  return Array.isArray(value) && value.every(isPlainRow);
}

/** Only what `wireRowSchema` takes without changing it: a test holds it to that. */
export function isPlainRow(value: unknown): boolean {
  if (!isRecord(value)) return false;
  const { table, id, stamp, values, stamps } = value;
  return (
    Object.keys(value).every((key) => plainMembers.has(key)) &&
    knownTables.has(table) &&
    typeof id === 'string' &&
    rowIdPattern.test(id) &&
    isStamp(stamp) &&
    isRecord(values) &&
    Object.keys(values).every(isPlainKey) &&
    (!('stamps' in value) ||
      (isRecord(stamps) && Object.keys(stamps).every(isPlainKey) && areAllStamps(stamps)))
  );
}

function areAllStamps(stamps: Readonly<Record<string, unknown>>): boolean {
  return Object.values(stamps).every(isStamp);
}

function isStamp(value: unknown): boolean {
  return typeof value === 'string' && stampPattern.test(value);
}

/** Names that an object inherits are left to the schemas, which drop one of them. */
function isPlainKey(key: string): boolean {
  return key.length > 0 && key.length <= maxKeyLength && !(key in Object.prototype);
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
