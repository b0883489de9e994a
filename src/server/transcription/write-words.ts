import { randomInt } from 'node:crypto';
import type { Kysely } from 'kysely';
import { untoldWriter } from '../../domain/file.ts';
import type { Edit } from '../../domain/row.ts';
import {
  type ClockReading,
  type DeviceId,
  observeStamp,
  readingToStamp,
  type Stamp,
} from '../../domain/stamp.ts';
import { type WireRow, wireToRow } from '../../protocol/wire-row.ts';
import { waitsToBeWrittenDown } from '../storage/queue-changes.ts';
import { readHead } from '../storage/read-head.ts';
import type { Schema } from '../storage/schema.ts';
import { AccountGoneError, type Storage } from '../storage/storage.ts';
import type { ClaimedRecording } from './open-queue.ts';
import type { TranscribeConfig } from './transcribe-config.ts';

/** In the stamps of what the contact database has written down by a service that was told a language. */
const toldWriter = 'writesdown';
const counters = 36 ** 3;

interface WriterParts {
  readonly db: Kysely<Schema>;
  readonly storage: Pick<Storage, 'sync'>;
  readonly config: Pick<TranscribeConfig, 'language'>;
  readonly now: () => Date;
}

/**
 * Writes the words of a recording into its row, as an edit of the contact database's own, of which devices hear. In
 * the same transaction its entry leaves the queue. `not-wanted` where the recording is gone, has other bytes, or was
 * written down meanwhile: then nothing is written.
 */
export async function writeWords(
  { db, storage, config, now }: WriterParts,
  { accountId, hash }: ClaimedRecording,
  seen: WireRow,
  text: string,
): Promise<'written' | 'not-wanted'> {
  const receivedAt = now();
  const device = config.language === undefined ? untoldWriter : toldWriter;
  const edit = toEdit(seen, text, device, receivedAt.getTime());
  const isWanted = (row: WireRow | undefined) =>
    row !== undefined && row.values['hash'] === hash && waitsToBeWrittenDown(row);
  try {
    const head = await readHead(db, accountId);
    // Up to date with everything, as nothing is pulled here.
    const cursor = Number.MAX_SAFE_INTEGER;
    const input = { accountId, device, head, cursor, edits: [edit], isWanted };
    const { acknowledged, refused } = await storage.sync({ ...input, receivedAt: receivedAt.toISOString() });
    if (refused.length > 0) throw new Error('The words of a recording were refused');
    return acknowledged.length > 0 ? 'written' : 'not-wanted';
  } catch (error) {
    if (error instanceof AccountGoneError) return 'not-wanted';
    throw error;
  }
}

/** Later than everything in the row, whatever its devices' clocks say (docs/sync.md S-1, S-28). */
function toEdit(row: WireRow, heardByServer: string, device: DeviceId, nowMs: number): Edit {
  const { table, id, stamps } = wireToRow(row);
  let seen: ClockReading | undefined;
  for (const stamp of Object.values(stamps)) seen = observeStamp(seen, stamp);
  const ms = Math.max(nowMs, (seen?.ms ?? 0) + 1);
  // Drawn, since several processes may write at the same moment.
  const stamp: Stamp = readingToStamp({ ms, counter: randomInt(counters) }, device);
  const before = stamps['heardByServer'];
  const replaces = before === undefined ? {} : { replaces: { heardByServer: before } };
  return { table, id, stamp, values: { heardByServer }, ...replaces };
}
