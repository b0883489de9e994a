import { essenceOf } from '../../../device/read-new-file.ts';
import type { recordingActions } from '../../../store/actions/recordings.ts';
import type { RecorderEvents } from '../../ports/recorder.ts';

interface WriterParts {
  readonly actions: Pick<ReturnType<typeof recordingActions>, 'addPiece'>;
  readonly events: Pick<RecorderEvents, 'onFull'>;
  readonly id: string;
  readonly readType: () => string;
  /** So much of this recording is on disk, in seconds. */
  readonly onSafe: (seconds: number) => void;
}

/** Writes pieces one after the other. What the disk would not take waits in memory, and is tried again at the end. */
export function createPieceWriter({ actions, events, id, readType, onSafe }: WriterParts) {
  const all: Blob[] = [];
  const waiting: { readonly data: Blob; readonly seconds: number }[] = [];
  let heard: string | null = null;
  let bytes = 0;
  let isFull = false;
  let last: Promise<void> = Promise.resolve();

  /** In their order: one that fails keeps back those behind it. */
  const writeWaiting = async () => {
    for (let next = waiting[0]; next !== undefined; next = waiting[0]) {
      const piece = new Uint8Array(await next.data.arrayBuffer());
      // Firefox leaves the recorder's own type empty.
      const type = essenceOf(next.data.type || readType()) || 'audio/webm';
      await actions.addPiece(id, piece, { type, seconds: next.seconds, heard });
      onSafe(next.seconds);
      waiting.shift();
    }
  };
  /** With each piece anew: a disk that was full, or a database that died, may be back. */
  const write = async () => {
    const isKept = await writeWaiting().then(
      () => true,
      () => false,
    );
    if (isKept === isFull) events.onFull(!isKept);
    isFull = !isKept;
  };

  return {
    hear(words: string | null) {
      heard = words;
    },
    heard: () => heard,
    /** Of all that came. */
    bytes: () => bytes,
    add(data: Blob, seconds: number) {
      if (data.size === 0) return;
      bytes += data.size;
      all.push(data);
      waiting.push({ data, seconds });
      last = last.then(write);
    },
    /** Resolves when everything is on disk; with all of it where it is not. */
    async close(): Promise<Blob | undefined> {
      await last;
      const isKept = await writeWaiting().then(
        () => true,
        () => false,
      );
      return isKept ? undefined : new Blob(all, { type: all[0]?.type || readType() });
    },
  };
}

export type PieceWriter = ReturnType<typeof createPieceWriter>;
