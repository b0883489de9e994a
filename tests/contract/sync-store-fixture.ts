import { editToRow } from '../../src/domain/merge.ts';
import type { FieldValues, Row, TableName } from '../../src/domain/row.ts';
import { readingToStamp } from '../../src/domain/stamp.ts';
import type { SyncResponse } from '../../src/protocol/sync.ts';
import { protocolVersion } from '../../src/protocol/version.ts';
import { rowToWire } from '../../src/protocol/wire-row.ts';
import type { StoredEarlier } from '../../src/store/database.ts';
import type { SyncStore } from '../../src/sync/ports.ts';

/** A device's database as the suite needs it beside the port: what people do to it, and what lies in it. */
export interface SyncStoreSubject {
  readonly store: SyncStore;
  /** To `account`. */
  signIn(account?: string): Promise<void>;
  /** Saves a change as an action of the app would, and answers its stamp. */
  save(table: TableName, id: string, values: FieldValues): Promise<string>;
  readRow(table: TableName, id: string): Promise<Row | undefined>;
  /** The values of a row that lost to its present ones. */
  readEarlier(id: string): Promise<StoredEarlier[]>;
}

export const noLimits = { edits: 1_000_000, bytes: 1_000_000_000 };
export const account = 'account-1';
export const headA = '11111111-1111-4111-8111-111111111111';
export const headB = '22222222-2222-4222-8222-222222222222';
export const dana = '01890a5d-ac96-774b-bcce-b302099a8057';
export const bo = '01890a5d-ac96-774b-bcce-b302099a8058';
export const note = '01890a5d-ac96-774b-bcce-b302099a8059';
export const metAt = '2026-11-22T18:42:00.000Z';
const otherDevice = 'otherphone';

export const past = (ms: number) => readingToStamp({ ms, counter: 0 }, otherDevice);
export const future = (ms: number) => readingToStamp({ ms: Date.UTC(2050, 0) + ms, counter: 0 }, otherDevice);

export function answer(parts: Partial<SyncResponse> = {}): SyncResponse {
  return {
    protocol: protocolVersion,
    head: headA,
    isHeadKnown: true,
    acknowledged: [],
    refused: [],
    rows: [],
    cursor: 0,
    more: false,
    ...parts,
  };
}

export const wireRow = (id: string, stamp: string, values: FieldValues, table: TableName = 'person') =>
  rowToWire(editToRow({ table, id, stamp, values }));

export async function signedIn(open: () => Promise<SyncStoreSubject>): Promise<SyncStoreSubject> {
  const subject = await open();
  await subject.signIn();
  return subject;
}

/** What waits, oldest first. */
export async function stampsOf({ store }: SyncStoreSubject): Promise<string[]> {
  return (await store.readBatch(noLimits)).map(({ stamp }) => stamp);
}
