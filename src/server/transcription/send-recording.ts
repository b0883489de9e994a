import type { Kysely } from 'kysely';
import type { FileStorage } from '../files/file-storage.ts';
import type { Schema } from '../storage/schema.ts';
import type { Storage } from '../storage/storage.ts';
import { askService } from './ask-service.ts';
import { type FoundRecording, findRecording, readRecording } from './find-recording.ts';
import type { ClaimedRecording } from './open-queue.ts';
import type { Outcome } from './read-answer.ts';
import type { TranscribeConfig } from './transcribe-config.ts';
import { writeWords } from './write-words.ts';

export interface SenderParts {
  readonly db: Kysely<Schema>;
  readonly storage: Pick<Storage, 'sync'>;
  readonly files: Pick<FileStorage, 'read' | 'readState'>;
  readonly config: TranscribeConfig;
  readonly now: () => Date;
}

/** What became of a claimed recording; `heard` when its words are in its row, and it has left the queue. */
export type Ended =
  | Outcome
  | Exclude<FoundRecording, { kind: 'found' }>
  /** They are on a device still. */
  | { readonly kind: 'no-bytes' }
  /** Its words came when nobody wanted them any more. */
  | { readonly kind: 'not-wanted' };

/** Sends a recording that is there to the service, and writes down what it answers. */
export async function sendRecording(
  parts: SenderParts,
  claimed: ClaimedRecording,
  signal: AbortSignal,
): Promise<Ended> {
  const { db, files, config } = parts;
  const found = await findRecording(db, claimed);
  if (found.kind !== 'found') return found;
  const bytes = await readRecording(files, claimed);
  if (bytes === undefined) return { kind: 'no-bytes' };
  // Reading took its time: what was deleted meanwhile is not sent.
  const again = await findRecording(db, claimed);
  if (again.kind !== 'found') return again;
  const outcome = await askService(config, { type: again.type, bytes }, signal);
  if (outcome.kind !== 'heard') return outcome;
  const written = await writeWords(parts, claimed, again.row, outcome.text);
  return written === 'written' ? outcome : { kind: 'not-wanted' };
}
