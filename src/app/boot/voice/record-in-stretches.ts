import { maxFileBytes } from '../../../domain/limits.ts';
import type { Kept, LiveWords } from '../../ports/recorder.ts';
import type { HeldLock } from './hold-lock.ts';
import { startClock } from './recording-clock.ts';
import { type Stretch, type StretchParts, startStretch } from './start-stretch.ts';

/** What found no room is tried again so often. */
const againMs = 5_000;

/** A file that has so much is ended, and another one goes on: minutes before there is no room in it. */
const fullBytes = maxFileBytes - 1_000_000;

interface Parts extends StretchParts {
  readonly wait: (ms: number) => Promise<void>;
}

/**
 * Records into one file after the other, as none may have more than `maxFileBytes`: the next begins before the last
 * one ends, so that between them nothing is lost. The lock is let go when all of them are kept.
 */
export async function recordInStretches(parts: Parts, lock: HeldLock, onEnd: () => void) {
  const readSeconds = startClock();
  const settled: Promise<Kept>[] = [];
  let words: LiveWords | undefined;
  /** What was heard in those before. */
  let from = '';
  let isOver = false;
  let turning: Promise<void> | undefined;

  const begin = async (noteId: string | null, before: number): Promise<Stretch> => {
    const options = { ...parts.options, noteId };
    const one = await startStretch(
      { ...parts, options },
      {
        lock: lock.name,
        before,
        onPiece: () => {
          if (one === latest && !isOver && one.writer.bytes() >= fullBytes) turning ??= turn();
        },
        onEnd: () => {
          if (one === latest) onEnd();
        },
      },
    );
    return one;
  };
  let latest = await begin(parts.options.noteId, 0);

  const toHeard = (text: string) => (text.startsWith(from) ? text.slice(from.length) : text).trim();
  /** Where the next cannot begin, this one goes on: it is tried again with its next piece. */
  const turn = async () => {
    const last = latest;
    try {
      latest = await begin(last.noteId, readSeconds());
      const heard = words === undefined ? null : toHeard(words.said) || null;
      from = words?.said ?? '';
      await last.end();
      const outcome = settle(last, heard);
      settled.push(outcome.then((made) => ('kept' in made ? made.kept : made.whenKept)));
    } catch {
      // The device is full, or the browser has enough of recorders.
    } finally {
      turning = undefined;
    }
  };

  const settle = async (one: Stretch, heard: string | null) => {
    // Another tab that finds it with its lock let go would keep it first.
    const keep = async () => {
      await parts.actions.stopRecording(one.id, heard).catch(() => undefined);
      return parts.keep(one.id);
    };
    const unkept = await one.writer.close();
    if (unkept === undefined) return { kept: await keep() };
    // A page that goes meanwhile leaves a recording that was cut off, and says so.
    const keepLater = async () => {
      do await parts.wait(againMs);
      while ((await one.writer.close()) !== undefined);
      return keep();
    };
    return { unkept, whenKept: keepLater() };
  };

  return {
    flush: () => latest.flush(),
    hear(next: LiveWords) {
      words = next;
      latest.writer.hear(toHeard(`${next.said} ${next.perhaps}`));
    },
    /** Resolves when the last piece has come. */
    async end() {
      isOver = true;
      await turning;
      await latest.end();
      return { id: latest.id, noteId: latest.noteId, seconds: readSeconds() };
    },
    /** `heard`: in all of it. Resolves with what became of the last file, and of those before by themselves. */
    async settle(heard: string | null) {
      const outcome = await settle(latest, heard === null ? null : toHeard(heard) || null);
      const kept = 'kept' in outcome ? Promise.resolve(outcome.kept) : outcome.whenKept;
      void Promise.allSettled([...settled, kept]).then(lock.release);
      return outcome;
    },
  };
}
