import { essenceOf } from '../../../device/read-new-file.ts';
import type { recordingActions } from '../../../store/actions/recordings.ts';
import type {
  Kept,
  RecorderEvents,
  RecordingOptions,
  RunningRecording,
  StoppedRecording,
} from '../../ports/recorder.ts';
import { holdOut } from '../hold-out.ts';
import { chooseFormat, speechBitsPerSecond } from './choose-format.ts';
import { holdLock } from './hold-lock.ts';
import { listenAlong } from './live-words.ts';
import { watchLevel } from './watch-level.ts';

/** A killed browser takes at most this and what the encoder holds back: together under a second. */
const pieceMs = 400;

/** What found no room is tried again so often. */
const againMs = 5_000;

/** Muted for longer than that, a microphone has been taken away. */
const mutedMs = 2_000;

interface Parts {
  readonly actions: Pick<
    ReturnType<typeof recordingActions>,
    'startRecording' | 'addPiece' | 'stopRecording'
  >;
  readonly microphone: MediaStream;
  readonly options: RecordingOptions;
  readonly events: RecorderEvents;
  /** What is spoken, BCP 47. */
  readonly language: string;
  /** Makes a voice note of it. Never rejects. */
  readonly keep: (id: string) => Promise<Kept>;
  readonly wait: (ms: number) => Promise<void>;
}

/** Records, each piece on disk before the next is waited for. Rejects where the browser cannot record this microphone. */
export async function startRecording(parts: Parts): Promise<RunningRecording> {
  const { actions, microphone, options, events, language } = parts;
  const format = chooseFormat((type) => MediaRecorder.isTypeSupported(type));
  const recorder = new MediaRecorder(microphone, {
    audioBitsPerSecond: speechBitsPerSecond,
    ...(format === undefined ? {} : { mimeType: format }),
  });
  const lock = await holdLock();
  const { id, noteId } = await actions.startRecording({ ...options, lock: lock.name }).catch((error) => {
    lock.release();
    throw error;
  });
  const writer = createWriter(parts, id, () => recorder.mimeType);
  const clock = createClock();
  const live = listenAlong(language, microphone, (words) => {
    writer.hear(`${words.said} ${words.perhaps}`.trim());
    events.onLive(words);
  });
  const stopLevel = watchLevel(microphone, events.onLevel);
  // A phone that locks itself takes the microphone away.
  const letScreenOff = holdOut.keepScreenOn(() => undefined);
  const ended = new Promise<void>((resolve) =>
    recorder.addEventListener('stop', () => resolve(), { once: true }),
  );
  recorder.addEventListener('dataavailable', ({ data }) => writer.add(data, clock.seconds()));
  recorder.addEventListener('error', () => endByItself());
  let stopping: Promise<StoppedRecording> | undefined;
  let isOver = false;

  const finish = async (): Promise<StoppedRecording> => {
    if (recorder.state !== 'inactive') recorder.stop();
    await ended;
    stopLevel();
    letScreenOff();
    const heard = await live.stop();
    for (const track of microphone.getTracks()) track.stop();
    const stopped = { id, noteId, seconds: clock.seconds() };
    // Another tab that finds it with its lock let go would keep it first.
    const keep = async () => {
      await actions.stopRecording(id, heard).catch(() => undefined);
      return parts.keep(id).finally(lock.release);
    };
    const unkept = await writer.close();
    if (unkept === undefined) return { ...stopped, kept: await keep() };
    // A page that goes meanwhile leaves a recording that was cut off, and says so.
    const keepLater = async () => {
      do await parts.wait(againMs);
      while ((await writer.close()) !== undefined);
      return keep();
    };
    return { ...stopped, unkept, whenKept: keepLater() };
  };
  const stop = () => {
    isOver = true;
    stopping ??= finish();
    return stopping;
  };
  const endByItself = () => {
    if (isOver) return;
    isOver = true;
    events.onEnded();
  };
  for (const track of microphone.getTracks()) {
    track.addEventListener('ended', endByItself);
    // A call takes the microphone away without ending the track: what comes from it is silence.
    track.addEventListener('mute', () => {
      setTimeout(() => {
        if (track.muted) endByItself();
      }, mutedMs);
    });
  }
  recorder.addEventListener('stop', endByItself);
  clock.start();
  recorder.start(pieceMs);
  return {
    stop,
    flush: () => {
      if (recorder.state === 'recording') recorder.requestData();
    },
  };
}

/** Writes pieces one after the other. What the disk would not take waits in memory, and is tried again at the end. */
function createWriter({ actions, events }: Parts, id: string, readType: () => string) {
  const all: Blob[] = [];
  const waiting: { readonly data: Blob; readonly seconds: number }[] = [];
  let heard: string | null = null;
  let isFull = false;
  let last: Promise<void> = Promise.resolve();

  /** In their order: one that fails keeps back those behind it. */
  const writeWaiting = async () => {
    for (let next = waiting[0]; next !== undefined; next = waiting[0]) {
      const bytes = new Uint8Array(await next.data.arrayBuffer());
      // Firefox leaves the recorder's own type empty.
      const type = essenceOf(next.data.type || readType()) || 'audio/webm';
      await actions.addPiece(id, bytes, { type, seconds: next.seconds, heard });
      events.onSafe(next.seconds);
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
    hear(words: string) {
      heard = words;
    },
    add(data: Blob, seconds: number) {
      if (data.size === 0) return;
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

/** Counts while somebody speaks, whatever is done to the wall clock. */
function createClock() {
  let startedMs = performance.now();
  return {
    start() {
      startedMs = performance.now();
    },
    /** To a tenth. */
    seconds: () => Math.round((performance.now() - startedMs) / 100) / 10,
  };
}
