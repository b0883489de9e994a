import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { startRecording } from '../../../../src/app/boot/voice/running-recording.ts';
import type { Kept } from '../../../../src/app/ports/recorder.ts';

/** As much of the browser's recorder as is used; `give` is a piece that it has ready. */
class FakeRecorder extends EventTarget {
  static latest: FakeRecorder | undefined;
  static all: FakeRecorder[] = [];
  static isTypeSupported = (type: string) => type === 'audio/webm;codecs=opus';
  state = 'inactive';
  // As Firefox does.
  mimeType = '';
  readonly options: unknown;
  constructor(_stream: unknown, options: unknown) {
    super();
    this.options = options;
    FakeRecorder.latest = this;
    FakeRecorder.all.push(this);
  }
  start() {
    this.state = 'recording';
  }
  stop() {
    this.state = 'inactive';
    this.give('end');
    this.dispatchEvent(new Event('stop'));
  }
  requestData() {
    this.give('asked for');
  }
  /** `size`: as if it were so much. */
  give(text: string, size = text.length) {
    const blob = new Blob([text], { type: 'audio/webm;codecs=opus' });
    const data = Object.defineProperty(blob, 'size', { value: size });
    this.dispatchEvent(Object.assign(new Event('dataavailable'), { data }));
  }
}

/** Web Locks, as far as they are used: those that are held. */
const held = new Set<string>();
const locks = {
  async request(name: string, run: () => Promise<void>) {
    held.add(name);
    await run();
    held.delete(name);
  },
};

const track = Object.assign(new EventTarget(), { stop: vi.fn(), muted: false, readyState: 'live' });

beforeEach(() => {
  FakeRecorder.all = [];
  track.muted = false;
  vi.stubGlobal('MediaRecorder', FakeRecorder);
  vi.stubGlobal(
    'MediaStream',
    class {
      getTracks = () => [track];
      getAudioTracks = () => [track];
    },
  );
  vi.stubGlobal(
    'AudioContext',
    class {
      createMediaStreamSource = () => ({ connect: () => undefined });
      close = async () => undefined;
    },
  );
  vi.stubGlobal(
    'AnalyserNode',
    class {
      fftSize = 1024;
      getFloatTimeDomainData = () => undefined;
    },
  );
  vi.stubGlobal('navigator', { language: 'en-US', locks });
  held.clear();
  track.stop.mockClear();
});

afterEach(() => vi.unstubAllGlobals());

interface Around {
  readonly keep?: (id: string) => Promise<Kept>;
  readonly wait?: (ms: number) => Promise<void>;
}

const never = () => new Promise<never>(() => undefined);

async function record(
  addPiece: (text: string) => Promise<void>,
  { keep = async () => 'kept', wait = never }: Around = {},
) {
  const written: string[] = [];
  const stopped: (string | null)[] = [];
  const began: (string | null)[] = [];
  const events = {
    onLevel: () => undefined,
    onLive: () => undefined,
    onSafe: vi.fn(),
    onFull: vi.fn(),
    onSilent: vi.fn(),
    onEnded: vi.fn(),
  };
  const actions = {
    startRecording: async ({ noteId }: { readonly noteId: string | null }) => {
      began.push(noteId);
      return { id: began.length === 1 ? 'recording' : `recording ${began.length}`, noteId: 'note' };
    },
    addPiece: async (_id: string, bytes: Uint8Array<ArrayBuffer>, facts: { readonly type: string }) => {
      const text = new TextDecoder().decode(bytes);
      await addPiece(text);
      written.push(`${text} ${facts.type}`);
    },
    stopRecording: async (_id: string, heard: string | null) => void stopped.push(heard),
  };
  const options = { personId: 'dana', noteId: null };
  const around = { language: 'en-US', keep, wait };
  const microphone = new MediaStream();
  const running = await startRecording({ actions, microphone, options, events, ...around });
  const recorder = FakeRecorder.latest;
  if (recorder === undefined) throw new Error('Nothing records');
  return { running, recorder, events, written, stopped, began };
}

test('pieces are written in their order, at a bit rate for speech, and the microphone is let go', async () => {
  const { running, recorder, events, written, stopped } = await record(async () => undefined);
  recorder.give('one');
  recorder.give('two');
  running.flush();
  const done = await running.stop();
  expect(recorder.options).toEqual({ audioBitsPerSecond: 32_000, mimeType: 'audio/webm;codecs=opus' });
  expect(written).toEqual(['one', 'two', 'asked for', 'end'].map((text) => `${text} audio/webm`));
  expect(done).toMatchObject({ id: 'recording', noteId: 'note', kept: 'kept' });
  expect([events.onSafe.mock.calls.length, events.onEnded.mock.calls.length]).toEqual([4, 0]);
  expect([stopped, track.stop.mock.calls.length]).toEqual([[null], 1]);
});

test('on a disk that stays full all of it is handed on, and said once', async () => {
  const { running, recorder, events, written, stopped } = await record(async (text) => {
    if (text !== 'one') throw new DOMException('full', 'QuotaExceededError');
  });
  recorder.give('one');
  recorder.give('two');
  recorder.give('three');
  const answer = await running.stop();
  const unkept = 'unkept' in answer ? answer.unkept : undefined;
  expect(written).toEqual(['one audio/webm']);
  expect(await unkept?.text()).toBe('onetwothreeend');
  expect(events.onFull.mock.calls).toEqual([[true]]);
  // What is on disk was cut off, and says so.
  expect(stopped).toEqual([]);
});

test('what waited for room is written in its order as soon as there is some', async () => {
  let isFull = true;
  const { running, recorder, events, written } = await record(async () => {
    if (isFull) throw new DOMException('full', 'QuotaExceededError');
  });
  recorder.give('one');
  recorder.give('two');
  await vi.waitFor(() => expect(events.onFull).toHaveBeenCalledWith(true));
  isFull = false;
  recorder.give('three');
  await vi.waitFor(() => expect(events.onFull).toHaveBeenLastCalledWith(false));
  expect(await running.stop()).toMatchObject({ kept: 'kept' });
  expect(written).toEqual(['one', 'two', 'three', 'end'].map((text) => `${text} audio/webm`));
});

test('a microphone that is taken away is told once, and what came is kept', async () => {
  const { running, recorder, events, written } = await record(async () => undefined);
  recorder.give('one');
  track.dispatchEvent(new Event('ended'));
  expect(events.onEnded).toHaveBeenCalledTimes(1);
  await Promise.all([running.stop(), running.stop()]);
  expect(written).toEqual(['one audio/webm', 'end audio/webm']);
  expect(events.onEnded).toHaveBeenCalledTimes(1);
});

test('its lock is held until it is kept: another tab would keep it first', async () => {
  const heldWhileKeeping: number[] = [];
  const keep = async (): Promise<Kept> => {
    await new Promise((resolve) => setTimeout(resolve, 0));
    heldWhileKeeping.push(held.size);
    return 'kept';
  };
  const { running, recorder } = await record(async () => undefined, { keep });
  recorder.give('one');
  expect(held.size).toBe(1);
  await running.stop();
  expect(heldWhileKeeping).toEqual([1]);
  await vi.waitFor(() => expect(held.size).toBe(0));
});

test('what found no room at its end is tried again while the page lives, and is kept with all of it', async () => {
  let isFull = true;
  let waits = 0;
  const keep = vi.fn(async (): Promise<Kept> => 'kept');
  const wait = async () => {
    waits += 1;
    isFull = waits < 3;
  };
  const addPiece = async (text: string) => {
    if (isFull && text !== 'one') throw new DOMException('full', 'QuotaExceededError');
  };
  const { running, recorder, written, stopped } = await record(addPiece, { keep, wait });
  recorder.give('one');
  recorder.give('two');
  const answer = await running.stop();
  if (!('whenKept' in answer)) throw new Error('It was kept at once');
  expect(keep).not.toHaveBeenCalled();
  expect(held.size).toBe(1);
  expect(await answer.whenKept).toBe('kept');
  expect(written).toEqual(['one', 'two', 'end'].map((text) => `${text} audio/webm`));
  expect([stopped, waits, keep.mock.calls]).toEqual([[null], 3, [['recording']]]);
});

test('a file that is nearly full is kept, and another one goes on from before its end', async () => {
  const keep = vi.fn(async (): Promise<Kept> => 'kept');
  const { running, recorder, events, written, began } = await record(async () => undefined, { keep });
  recorder.give('one', 48_000_000);
  expect(FakeRecorder.all.length).toBe(1);
  recorder.give('two', 1_000_000);
  await vi.waitFor(() => expect(keep.mock.calls).toEqual([['recording']]));
  const [first, next] = FakeRecorder.all;
  expect([first?.state, next?.state, began]).toEqual(['inactive', 'recording', [null, 'note']]);
  expect([events.onEnded.mock.calls.length, held.size, track.stop.mock.calls.length]).toEqual([0, 1, 0]);
  next?.give('three');
  expect(await running.stop()).toMatchObject({ id: 'recording 2', noteId: 'note', kept: 'kept' });
  expect(written).toEqual(['one', 'two', 'end', 'three', 'end'].map((text) => `${text} audio/webm`));
  expect(keep.mock.calls).toEqual([['recording'], ['recording 2']]);
  await vi.waitFor(() => expect(held.size).toBe(0));
});

test('a browser that cannot begin leaves no lock behind', async () => {
  const keep = vi.fn(async (): Promise<Kept> => 'empty');
  const start = vi.spyOn(FakeRecorder.prototype, 'start').mockImplementation(() => {
    throw new DOMException('no', 'NotSupportedError');
  });
  await expect(record(async () => undefined, { keep })).rejects.toThrow('no');
  start.mockRestore();
  await vi.waitFor(() => expect(held.size).toBe(0));
  expect(keep.mock.calls).toEqual([['recording']]);
});

test('without its level it records all the same', async () => {
  vi.stubGlobal('AudioContext', undefined);
  const { running, recorder, written } = await record(async () => undefined);
  recorder.give('one');
  expect(await running.stop()).toMatchObject({ kept: 'kept' });
  expect(written).toEqual(['one audio/webm', 'end audio/webm']);
});

test('a microphone that is muted from the start is told, and may be unmuted', async () => {
  vi.useFakeTimers();
  try {
    track.muted = true;
    const { running, events } = await record(async () => undefined);
    await vi.advanceTimersByTimeAsync(2_000);
    expect([events.onSilent.mock.calls, events.onEnded.mock.calls]).toEqual([[[true]], []]);
    track.muted = false;
    track.dispatchEvent(new Event('unmute'));
    expect(events.onSilent.mock.calls).toEqual([[true], [false]]);
    await running.stop();
  } finally {
    vi.useRealTimers();
  }
});
