import type { Kysely } from 'kysely';
import type { Json } from '../../src/domain/json.ts';
import type { Edit, Row } from '../../src/domain/row.ts';
import { readingToStamp, type Stamp } from '../../src/domain/stamp.ts';
import { wireRowSchema, wireToRow } from '../../src/protocol/wire-row.ts';
import type { FoundCard } from '../../src/server/cards/find-card.ts';
import type { Schema } from '../../src/server/storage/schema.ts';
import type { Storage, SyncAnswer, SyncInput } from '../../src/server/storage/storage.ts';
import type { TranscriptionQueue } from '../../src/server/transcription/open-queue.ts';

/** What a driver shows of itself to the contract suite. */
export interface OpenedStorage {
  readonly storage: Storage;
  /** Makes an account without rows and gives its id. */
  createAccount(): Promise<string>;
  /** Runs SQL that every driver understands. */
  query(sql: string): Promise<Record<string, unknown>[]>;
  /** The card that a token opens, over all accounts. */
  findCard(token: string): Promise<FoundCard | undefined>;
  /** The recordings that wait to be written down. */
  readonly queue: TranscriptionQueue;
  /** What is read and written of a recording goes through it. */
  readonly db: Kysely<Schema>;
  /** Closes the database and opens the same one again. */
  reopen(): Promise<OpenedStorage>;
  /** Remembers the database as it is; the answer puts it back in its place. */
  backUp(): Promise<() => Promise<OpenedStorage>>;
  remove(): Promise<void>;
}

export const phone = 'aaaaaaaaaa';
export const laptop = 'bbbbbbbbbb';

/** A stamp of the n-th millisecond. */
export function stampAt(ms: number, device = phone): Stamp {
  return readingToStamp({ ms, counter: 0 }, device);
}

/** The n-th UUIDv7 of a test. */
export function idOf(n: number): string {
  return `01890000-0000-7000-8000-${n.toString(16).padStart(12, '0')}`;
}

export function editOf(
  n: number,
  stamp: Stamp,
  values: Record<string, Json>,
  more: Partial<Pick<Edit, 'table' | 'replaces' | 'settles'>> = {},
): Edit {
  return { table: 'person', id: idOf(n), stamp, values, ...more };
}

/** A device: keeps its cursor, as a client does. */
export class Device {
  head: string | null = null;
  cursor = 0;

  readonly #storage: Storage;
  readonly #accountId: string;

  readonly #device: string;

  constructor(storage: Storage, accountId: string, device = phone) {
    this.#device = device;
    this.#storage = storage;
    this.#accountId = accountId;
  }

  async sync(edits: readonly Edit[] = [], more: Partial<SyncInput> = {}): Promise<SyncAnswer> {
    const { head, cursor } = this;
    const accountId = this.#accountId;
    const device = this.#device;
    const receivedAt = '2026-01-02T03:04:05.000Z';
    const outcome = await this.#storage.sync({ accountId, device, head, cursor, edits, receivedAt, ...more });
    this.head = outcome.head;
    this.cursor = outcome.cursor;
    return outcome;
  }

  /** Every row that a device without anything would get. */
  async pullAll(): Promise<Row[]> {
    const fresh = new Device(this.#storage, this.#accountId);
    const rows: Row[] = [];
    for (let more = true; more; ) {
      const outcome = await fresh.sync();
      rows.push(...rowsIn(outcome));
      more = outcome.more;
    }
    return rows;
  }
}

export function rowsIn(outcome: SyncAnswer): Row[] {
  return outcome.rows.map((text) => wireToRow(wireRowSchema.parse(JSON.parse(text))));
}
