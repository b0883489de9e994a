import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { runSpeechWorker } from '../../../../src/app/boot/speech/run-speech-worker.ts';

vi.mock('../../../../src/app/boot/speech/speech-worker-address.ts', () => ({
  speechWorkerAddress: '/engines/words/speech-worker-1.js',
}));

class FakeWorker extends EventTarget {
  static last: FakeWorker | undefined;
  readonly given: unknown[] = [];
  isEnded = false;
  constructor() {
    super();
    FakeWorker.last = this;
  }
  postMessage(task: unknown) {
    this.given.push(task);
  }
  terminate() {
    this.isEnded = true;
  }
  say(data: unknown) {
    this.dispatchEvent(new MessageEvent('message', { data }));
  }
}

const stop = new AbortController();
const told: number[] = [];

function start(signals: readonly AbortSignal[] = []) {
  const task = { samples: new Float32Array(16), language: undefined, device: 'wasm' as const };
  const words = runSpeechWorker(task, { onProgress: (done) => told.push(done), signals });
  const worker = FakeWorker.last;
  if (worker === undefined) throw new Error('No worker was started');
  return { words, worker };
}

beforeEach(() => {
  told.length = 0;
  vi.stubGlobal('Worker', FakeWorker);
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test('what is heard comes with its progress, and the worker’s memory is freed', async () => {
  const { words, worker } = start();
  expect(worker.given).toHaveLength(1);
  worker.say({ kind: 'progress', done: 0.5 });
  worker.say({ kind: 'written', text: 'She rents.' });
  expect(await words).toEqual({ kind: 'written', text: 'She rents.' });
  expect([told, worker.isEnded]).toEqual([[0.5], true]);
});

test.each(['no-model', 'little-memory', 'crashed'] as const)(
  'a worker that says %s ends in later',
  async (why) => {
    const { words, worker } = start();
    worker.say({ kind: 'failed', why });
    expect(await words).toEqual({ kind: 'later', why });
    expect(worker.isEnded).toBe(true);
  },
);

test.each(['error', 'messageerror'])('a worker that dies with %s ends in later', async (type) => {
  const { words, worker } = start();
  worker.dispatchEvent(new Event(type));
  expect(await words).toEqual({ kind: 'later', why: 'crashed' });
  expect(worker.isEnded).toBe(true);
});

test('a worker that says something else ends in later', async () => {
  const { words, worker } = start();
  worker.say({ kind: 'written' });
  expect(await words).toEqual({ kind: 'later', why: 'crashed' });
});

test('a worker that died without a word is given up, and one that lives is not', async () => {
  const { words, worker } = start();
  await vi.advanceTimersByTimeAsync(170_000);
  worker.say({ kind: 'progress', done: 0.1 });
  await vi.advanceTimersByTimeAsync(170_000);
  expect(worker.isEnded).toBe(false);
  await vi.advanceTimersByTimeAsync(10_000);
  expect(await words).toEqual({ kind: 'later', why: 'crashed' });
  expect(worker.isEnded).toBe(true);
});

test('cancelled, before or while it writes', async () => {
  const { words, worker } = start([stop.signal]);
  stop.abort();
  expect(await words).toEqual({ kind: 'cancelled' });
  expect(worker.isEnded).toBe(true);
  const late = start([stop.signal]);
  expect(await late.words).toEqual({ kind: 'cancelled' });
  expect(late.worker.given).toEqual([]);
});
