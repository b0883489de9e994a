import { Dexie, type EntityTable, type Table } from 'dexie';
import type { EarlierValue, Edit, TableName } from '../domain/row.ts';
import { tableNames } from '../domain/table-words.ts';
import type { FieldProblem } from '../domain/tables.ts';
import { everybody } from './agenda/everybody.ts';
import type { StoredRow } from './stored-row.ts';
import type { NewFile } from './write-file.ts';

/** An edit that the contact database has not acknowledged. */
export interface OutboxEntry {
  readonly stamp: string;
  readonly edit: Edit;
  /** The person it is about; for an edit of no person, the row's id; empty for what no person waits for. */
  readonly subject: string;
}

/** An edit that the contact database would not take: it waits for a person, out of the way of the others. */
export interface ParkedEdit extends OutboxEntry {
  readonly problems: readonly FieldProblem[];
}

/** Typed and not saved yet. `id` is its name (`capture`, `note/<person>`, `edit/<person>/<field>`), `@`, and the tab. */
export interface Draft {
  readonly id: string;
  readonly fields: Readonly<Record<string, string>>;
}

/** A picture that was taken for somebody who is not saved yet; the draft holds its id. */
export interface DraftFile extends NewFile {
  readonly id: string;
}

/**
 * A voice note that is being made, or that was broken off before it became a file. Its bytes are the pieces, in the
 * order of their keys. It stays on this device until it is somebody's.
 */
export interface StoredRecording {
  /** The file row's to be. */
  readonly id: string;
  /** Whom it is about; null while nobody said. */
  readonly person: string | null;
  /** The note row that it belongs to, or will make. */
  readonly note: string;
  /** A media type without parameters; empty while no piece has come. */
  readonly type: string;
  /** ISO 8601, UTC. */
  readonly startedAt: string;
  /** What is on disk. */
  readonly seconds: number;
  readonly pieces: number;
  readonly bytes: number;
  /** Words that came along; null where nothing listened. */
  readonly heard: string | null;
  /** The name of the lock that its tab holds while it records; empty once that tab is known to be gone. */
  readonly lock: string;
  readonly isStopped: boolean;
}

export interface RecordingPiece {
  /** See `recordingPieceKey`. */
  readonly key: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** A value that lost to the one that a field has now, to be brought back by a tap (sync.md S-13). */
export interface StoredEarlier extends EarlierValue {
  readonly row: string;
}

/**
 * The bytes of a file row that are on this device, in pieces. `waiting`: the contact database has not
 * confirmed them, and they leave this device for no reason. `confirmed`: it has them. `refused`: it would
 * not take them. `arriving`: not all of them are here yet.
 */
export interface StoredContent {
  /** The file row's. */
  readonly id: string;
  readonly person: string;
  readonly hash: string;
  readonly bytes: number;
  readonly state: 'waiting' | 'confirmed' | 'refused' | 'arriving';
  /** It came from the contact database, which has not been lost since. */
  readonly isCopy: boolean;
  readonly usedAtMs: number;
}

/**
 * What the days to come hold for somebody, worked out from their rows on this device, never sent. Somebody of whom
 * there is nothing to say has none. Absent members are in no index.
 */
export interface AgendaEntry {
  /** The person's. */
  readonly id: string;
  /** When they are due to hear from the agent: a day in `zone`. */
  readonly dueOn?: string;
  /** How, where that was said; '' otherwise. */
  readonly way: string;
  readonly by?: 'next' | 'rhythm';
  /** Their own, or the agent's. */
  readonly zone: string;
  /** When they were met, ISO 8601, while nobody has looked at them in the evening. */
  readonly unreviewed?: string;
  /** When their details are to be remembered again, ISO 8601. */
  readonly recallAt?: string;
  /** Something is still to do with them: a touch that was begun or put off. */
  readonly waits?: 1;
  /** When they were last asked about, ISO 8601. */
  readonly recalledAt?: string;
}

/** Somebody whose agenda entry may be out of date; `everybody` (see agenda/mark-stale.ts). */
interface StaleMark {
  readonly id: string;
}

/** A stretch of a file's bytes, from `from` on. */
export interface StoredPiece {
  /** See pieces.ts. */
  readonly key: string;
  readonly from: number;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

interface MetaEntry {
  readonly key: string;
  readonly value: unknown;
}

export class JustmetDatabase extends Dexie {
  declare person: Table<StoredRow, string>;
  declare note: Table<StoredRow, string>;
  declare occasion: Table<StoredRow, string>;
  declare touch: Table<StoredRow, string>;
  declare file: Table<StoredRow, string>;
  declare device: Table<StoredRow, string>;
  declare profile: Table<StoredRow, string>;
  declare template: Table<StoredRow, string>;
  declare visitor: Table<StoredRow, string>;
  declare preference: Table<StoredRow, string>;
  declare agenda: Table<AgendaEntry, string>;
  declare stale: Table<StaleMark, string>;
  declare earlier: Table<StoredEarlier, [string, string, string]>;
  declare content: Table<StoredContent, string>;
  declare piece: Table<StoredPiece, string>;
  declare outbox: Table<OutboxEntry, string>;
  declare parked: Table<ParkedEdit, string>;
  declare draft: EntityTable<Draft, 'id'>;
  declare draftFile: Table<DraftFile, string>;
  declare recording: Table<StoredRecording, string>;
  declare recordingPiece: Table<RecordingPiece, string>;
  declare meta: Table<MetaEntry, string>;

  constructor(name = 'justmet') {
    super(name, { chromeTransactionDurability: 'strict' });
    this.version(1).stores({
      person: 'id, values.metAt',
      note: 'id, values.person',
      occasion: 'id',
      touch: 'id, values.person',
      device: 'id',
      earlier: '[row+field+stamp], row',
      outbox: 'stamp, subject',
      parked: 'stamp, subject, edit.id',
      draft: 'id',
      meta: 'key',
    });
    this.version(2).stores({
      file: 'id, values.person',
      content: 'id, hash, state, person',
      piece: 'key',
    });
    this.version(3).stores({ profile: 'id', template: 'id', visitor: 'id', draftFile: 'id' });
    this.version(4).stores({ recording: 'id, person', recordingPiece: 'key' });
    this.version(5)
      .stores({
        person: 'id, values.metAt, values.merged.into',
        preference: 'id',
        agenda: 'id, dueOn, unreviewed, recallAt, recalledAt, waits',
        stale: 'id',
      })
      .upgrade(async (transaction) => void (await transaction.table('stale').put({ id: everybody })));
  }

  /** All that holds rows or edits, for a transaction that keeps them in step. */
  rowTables(): Table[] {
    const rows = tableNames.map((name) => this.rows(name));
    return [...rows, this.earlier, this.content, this.outbox, this.parked, this.stale, this.meta];
  }

  rows(name: TableName): Table<StoredRow, string> {
    return this[name];
  }
}
