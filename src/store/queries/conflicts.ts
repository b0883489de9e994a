import { hasWords, wordsNotIn } from '../../domain/join-words.ts';
import { isObject, type Json } from '../../domain/json.ts';
import { textOf } from '../../domain/person.ts';
import { memberOf, type TableName } from '../../domain/row.ts';
import { type Stamp, stampToDevice, stampToReading } from '../../domain/stamp.ts';
import type { StoreContext } from '../context.ts';
import type { StoredEarlier } from '../database.ts';
import { readMeta } from '../meta.ts';
import { type StoredRow, storedToRow } from '../stored-row.ts';

/** One field, two values that were given without knowing of each other. The later one stands. */
export interface Conflict {
  /** As in the row: `company`, or `phone/<entry>`. */
  readonly field: string;
  /** The value that lost, as people read it; empty for one that was taken away. */
  readonly earlier: string;
  /** The value itself, to be brought back. */
  readonly value: Json;
  /** The value that stands was made on this device. */
  readonly isFromHere: boolean;
  /** What the device that made it is called; undefined where that is not known. */
  readonly device: string | undefined;
  /** When, by that device's clock, ISO 8601. */
  readonly changedAt: string;
}

/** Fields that people see and give a value; the others settle themselves. */
const shown = /^(name|company|occasion|phone\/|email\/|handle\/)/;

/** What another hand wrote of a note without knowing of what stands: of its words those that do not stand there. */
export interface OtherWords extends Pick<Conflict, 'isFromHere' | 'device' | 'changedAt'> {
  readonly text: string;
  /** Names them, for `settleWords`. */
  readonly stamp: Stamp;
}

/** For live queries. */
export function conflictQueries(context: StoreContext) {
  return {
    /** What can be chosen again on somebody's page (sync.md S-13). */
    listConflicts: (personId: string): Promise<Conflict[]> => listConflicts(context, personId),
    /** Words of a note that lost to others, without what those say, too: they are a tap away from being added. */
    listOtherWords: (noteId: string): Promise<OtherWords[]> => listOtherWords(context, noteId),
  };
}

async function listConflicts(context: StoreContext, personId: string): Promise<Conflict[]> {
  const { db } = context;
  const row = await db.person.get(personId);
  if (row === undefined) return [];
  const open = (await listOpen(context, 'person', row)).filter(({ field }) => shown.test(field));
  if (open.length === 0) return [];
  const [occasions, authorOf] = await Promise.all([db.occasion.toArray(), readAuthors(context)]);
  const wordsOf = (field: string, value: Json) => {
    if (field !== 'occasion') return isObject(value) ? textOf(value['typed']) : textOf(value);
    return textOf(occasions.find(({ id }) => id === value)?.values['name']);
  };
  return open.map(({ field, value, by }) => ({
    field,
    value,
    earlier: wordsOf(field, value),
    ...authorOf(by),
  }));
}

async function listOtherWords(context: StoreContext, noteId: string): Promise<OtherWords[]> {
  const row = await context.db.note.get(noteId);
  if (row === undefined) return [];
  const open = (await listOpen(context, 'note', row)).filter(({ field }) => field === 'text');
  if (open.length === 0) return [];
  const authorOf = await readAuthors(context);
  return open.flatMap(({ value, stamp }) => {
    const standing = textOf(row.values['text']);
    if (hasWords(standing, textOf(value))) return [];
    return [{ text: wordsNotIn(standing, textOf(value)), stamp, ...authorOf(stamp) }];
  });
}

/** The values that lost to what stands in this row (sync.md S-13). */
export async function listOpen(
  context: StoreContext,
  table: TableName,
  stored: StoredRow,
): Promise<StoredEarlier[]> {
  const found = await listEarlier(context, stored.id);
  const { stamps } = storedToRow(table, stored);
  return found.filter(({ field, by }) => memberOf(stamps, field) === by);
}

const listEarlier = ({ db }: StoreContext, id: string) => db.earlier.where('row').equals(id).toArray();

/** Who made an edit, by its stamp. */
async function readAuthors({ db }: StoreContext) {
  const [devices, me] = await Promise.all([db.device.toArray(), readMeta(db, 'device')]);
  const nameOf = (device: string) => {
    const known = devices.find(({ values }) => values['device'] === device);
    return textOf(known?.values['name']) || undefined;
  };
  return (stamp: Stamp) => ({
    isFromHere: stampToDevice(stamp) === me?.id,
    device: nameOf(stampToDevice(stamp)),
    changedAt: new Date(stampToReading(stamp).ms).toISOString(),
  });
}
