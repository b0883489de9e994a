import { isObject, type Json } from '../../domain/json.ts';
import { textOf } from '../../domain/person.ts';
import { memberOf } from '../../domain/row.ts';
import { stampToDevice, stampToReading } from '../../domain/stamp.ts';
import type { StoreContext } from '../context.ts';
import { readMeta } from '../meta.ts';
import { storedToRow } from '../stored-row.ts';

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

/** For live queries. */
export function conflictQueries(context: StoreContext) {
  return {
    /** What can be chosen again on somebody's page (sync.md S-13). */
    listConflicts: (personId: string): Promise<Conflict[]> => listConflicts(context, personId),
  };
}

async function listConflicts({ db }: StoreContext, personId: string): Promise<Conflict[]> {
  const [row, found] = await Promise.all([
    db.person.get(personId),
    db.earlier.where('row').equals(personId).toArray(),
  ]);
  if (row === undefined || found.length === 0) return [];
  const { stamps } = storedToRow('person', row);
  const open = found.filter(({ field, by }) => shown.test(field) && memberOf(stamps, field) === by);
  if (open.length === 0) return [];
  const [devices, occasions, me] = await Promise.all([
    db.device.toArray(),
    db.occasion.toArray(),
    readMeta(db, 'device'),
  ]);
  const nameOf = (device: string) => {
    const known = devices.find(({ values }) => values['device'] === device);
    return textOf(known?.values['name']) || undefined;
  };
  const wordsOf = (field: string, value: Json) => {
    if (field !== 'occasion') return isObject(value) ? textOf(value['typed']) : textOf(value);
    return textOf(occasions.find(({ id }) => id === value)?.values['name']);
  };
  return open.map(({ field, value, by }) => ({
    field,
    value,
    earlier: wordsOf(field, value),
    isFromHere: stampToDevice(by) === me?.id,
    device: nameOf(stampToDevice(by)),
    changedAt: new Date(stampToReading(by).ms).toISOString(),
  }));
}
