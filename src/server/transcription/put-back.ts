import type { FileStorage } from '../files/file-storage.ts';
import { type ClaimedRecording, type TranscriptionQueue, waitsForBytes } from './open-queue.ts';
import type { Pace } from './pace.ts';
import type { Ended } from './send-recording.ts';

const hour = 3_600_000;

export interface PutBackParts {
  readonly queue: TranscriptionQueue;
  readonly files: Pick<FileStorage, 'readState'>;
  readonly pace: Pace;
  /** The name of the settings. */
  readonly settings: string;
  readonly nowMs: () => number;
}

/** Says in the queue what became of a recording that was not written down. */
export async function putBack(
  { queue, files, pace, settings, nowMs }: PutBackParts,
  claimed: ClaimedRecording,
  ended: Exclude<Ended, { kind: 'heard' }>,
): Promise<void> {
  const { attempts, accountId, hash } = claimed;
  switch (ended.kind) {
    case 'settled':
      return queue.drop(claimed);
    case 'changed':
    case 'not-wanted':
      return queue.putBack(claimed, { nextAt: 0, attempts, problem: null });
    case 'hidden':
      return queue.putBack(claimed, { nextAt: nowMs() + 24 * hour, attempts, problem: ended.kind });
    case 'no-bytes':
      await queue.putBack(claimed, { nextAt: nowMs() + hour, attempts, problem: waitsForBytes });
      // They may have come while it was claimed, when nobody could be told.
      if ((await files.readState({ accountId, hash })).isComplete) await queue.bytesArrived(accountId, hash);
      return;
    case 'refused': {
      pace.noteAnswered();
      const problem = `refused ${ended.status}`;
      return queue.putBack(claimed, { nextAt: 0, attempts: attempts + 1, problem, refusedBy: settings });
    }
    default: {
      const again = pace.noteUnheard(ended, attempts);
      return queue.putBack(claimed, { ...again, problem: ended.kind === 'aborted' ? null : ended.kind });
    }
  }
}
