import { isObject, type Json } from './json.ts';
import type { FieldStamps, Row } from './row.ts';
import { type DeviceId, type Stamp, stampToDevice } from './stamp.ts';

/**
 * The value of a row's `deleted` field: the latest stamp of each device that the deleting device
 * had seen in the row. Null, or no such field, means not deleted.
 */
export type Tombstone = Readonly<Record<DeviceId, Stamp>>;

export function tombstoneOf(stamps: FieldStamps): Tombstone {
  const seen: Record<DeviceId, Stamp> = {};
  for (const [field, stamp] of Object.entries(stamps)) {
    if (field === 'deleted') continue;
    const device = stampToDevice(stamp);
    if (stamp > (seen[device] ?? '')) seen[device] = stamp;
  }
  return seen;
}

/** What a machine heard or worked out is nobody's edit: it keeps nothing that a person deleted (sync.md S-12). */
const byMachines: ReadonlySet<string> = new Set(['heardLive', 'heardOnDevice', 'heardByServer', 'recall']);

/** Deleted, and nothing was edited that the deleting device had not seen (sync.md S-12). */
export function isDeleted(row: Pick<Row, 'values' | 'stamps'>): boolean {
  const tombstone: Json | undefined = row.values['deleted'];
  if (!isObject(tombstone)) return false;
  return Object.entries(row.stamps).every(([field, stamp]) => {
    const seen = tombstone[stampToDevice(stamp)];
    return field === 'deleted' || byMachines.has(field) || (typeof seen === 'string' && stamp <= seen);
  });
}
