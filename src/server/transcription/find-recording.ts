import type { Kysely } from 'kysely';
import { rowToFile } from '../../domain/file.ts';
import { textOf } from '../../domain/person.ts';
import type { WireRow } from '../../protocol/wire-row.ts';
import type { FileStorage } from '../files/file-storage.ts';
import { waitsToBeWrittenDown } from '../storage/queue-changes.ts';
import type { Schema } from '../storage/schema.ts';
import { storedToWire } from '../storage/stored-row.ts';
import type { ClaimedRecording } from './open-queue.ts';

export type FoundRecording =
  | { readonly kind: 'found'; readonly row: WireRow; readonly type: string }
  /** Deleted, with its account or alone, or written down. */
  | { readonly kind: 'settled' }
  /** Its person or its note was deleted, and may come back. */
  | { readonly kind: 'hidden' }
  /** It has other bytes than those that were claimed. */
  | { readonly kind: 'changed' };

/** The row of a claimed recording, as it is now. */
export async function findRecording(
  db: Kysely<Schema>,
  { accountId, rowId, hash }: ClaimedRecording,
): Promise<FoundRecording> {
  const rows = db.selectFrom('row').selectAll().where('account_id', '=', accountId);
  const stored = await rows.where('id', '=', rowId).executeTakeFirst();
  const row = stored && storedToWire(stored);
  if (row === undefined || !waitsToBeWrittenDown(row)) return { kind: 'settled' };
  const above = [textOf(row.values['person']), textOf(row.values['note'])];
  const deleted = await rows.where('id', 'in', above).where('deleted', '=', 1).executeTakeFirst();
  if (deleted !== undefined) return { kind: 'hidden' };
  const file = rowToFile(row);
  return file.hash === hash ? { kind: 'found', row, type: file.type } : { kind: 'changed' };
}

/** Undefined where not all have arrived, or where they are not what they were: a device is asked for them again. */
export async function readRecording(
  files: Pick<FileStorage, 'read' | 'readState'>,
  { accountId, hash }: Pick<ClaimedRecording, 'accountId' | 'hash'>,
): Promise<Uint8Array | undefined> {
  const name = { accountId, hash };
  const { isComplete, received } = await files.readState(name);
  return isComplete ? files.read(name, 0, received) : undefined;
}
