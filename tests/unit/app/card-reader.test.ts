import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createCardReader } from '../../../src/app/boot/card-reader.ts';

const engine = vi.hoisted(() => ({
  options: undefined as Record<string, unknown> | undefined,
  started: 0,
  terminated: 0,
  recognize: async (): Promise<unknown> => undefined,
  /** What the second engine reads, which is asked for accents. */
  readAgain: async (): Promise<unknown> => undefined,
}));

vi.mock('tesseract.js', () => ({
  OEM: { LSTM_ONLY: 1 },
  PSM: { SPARSE_TEXT: '11' },
  createWorker: async (language: string, _mode: number, options: Record<string, unknown>) => {
    engine.started += 1;
    engine.options = options;
    return {
      setParameters: async () => undefined,
      recognize: () => (language === 'latin' ? engine.readAgain() : engine.recognize()),
      terminate: async () => {
        engine.terminated += 1;
      },
    };
  },
}));

const card = new Blob(['a picture']);
const page = {
  data: {
    blocks: [
      {
        paragraphs: [
          {
            lines: [{ words: [{ text: 'Dana', confidence: 96, bbox: { x0: 10, y0: 20, x1: 80, y1: 44 } }] }],
          },
        ],
      },
    ],
  },
};

beforeEach(() => {
  Object.assign(engine, { options: undefined, started: 0, terminated: 0, recognize: async () => page });
  vi.stubGlobal('fetch', async () => new Response('part'));
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test('words and where they stand', async () => {
  expect(await createCardReader().read(card)).toEqual({
    kind: 'read',
    words: [{ text: 'Dana', confidence: 96, box: { left: 10, top: 20, right: 80, bottom: 44 } }],
  });
});

test('all of the engine is from this origin', async () => {
  await createCardReader().read(card);
  const { workerPath, corePath, langPath, workerBlobURL } = engine.options ?? {};
  for (const path of [workerPath, corePath, langPath]) expect(path).toMatch(/^\/engines\/ocr\//);
  expect(workerBlobURL).toBe(false);
});

test('one engine reads all cards, one after the other', async () => {
  const reader = createCardReader();
  let reading = 0;
  let most = 0;
  engine.recognize = async () => {
    most = Math.max(most, ++reading);
    await Promise.resolve();
    reading -= 1;
    return page;
  };
  await Promise.all([reader.read(card), reader.read(card), reader.read(card)]);
  expect([engine.started, most]).toEqual([1, 1]);
});

test('without its parts nothing is started', async () => {
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('Failed to fetch')));
  expect(await createCardReader().read(card)).toEqual({ kind: 'missing-parts' });
  expect(engine.started).toBe(0);
});

test('cancelling ends the engine, and the next card starts it again', async () => {
  const reader = createCardReader();
  const stop = new AbortController();
  engine.recognize = () => new Promise(() => undefined);
  const reading = reader.read(card, { signal: stop.signal });
  await vi.waitFor(() => expect(engine.started).toBe(1));
  stop.abort();
  expect(await reading).toEqual({ kind: 'cancelled' });
  await vi.waitFor(() => expect(engine.terminated).toBe(1));
  engine.recognize = async () => page;
  expect((await reader.read(card)).kind).toBe('read');
  expect(engine.started).toBe(2);
});

test('what was cancelled before its turn never starts', async () => {
  expect(await createCardReader().read(card, { signal: AbortSignal.abort() })).toEqual({ kind: 'cancelled' });
  expect(engine.started).toBe(0);
});

test('an engine that failed is ended, and the next card has a new one', async () => {
  const reader = createCardReader();
  engine.recognize = () => Promise.reject(new Error('out of memory'));
  expect(await reader.read(card)).toEqual({ kind: 'failed' });
  engine.recognize = async () => page;
  expect((await reader.read(card)).kind).toBe('read');
  expect([engine.started, engine.terminated]).toEqual([2, 1]);
});

test('an engine that died without a word is given up', async () => {
  vi.useFakeTimers();
  engine.recognize = () => new Promise(() => undefined);
  const reading = createCardReader().read(card);
  await vi.advanceTimersByTimeAsync(180_000);
  expect(await reading).toEqual({ kind: 'failed' });
});

const accented = JSON.parse(JSON.stringify(page).replace('Dana', 'Daná'));

function keepAccentPart(isKept: boolean) {
  vi.stubGlobal('caches', {
    open: async () => ({ match: async () => (isKept ? new Response('part') : undefined) }),
  });
}

test('a second engine sees the accents', async () => {
  keepAccentPart(true);
  engine.readAgain = async () => accented;
  const seen = await createCardReader().readAgain(card);
  expect(seen.map(({ text }) => text)).toEqual(['Daná']);
});

test('without its part, or where it fails or dies, there are none', async () => {
  keepAccentPart(false);
  engine.readAgain = async () => accented;
  expect(await createCardReader().readAgain(card)).toEqual([]);
  expect(engine.started).toBe(0);
  keepAccentPart(true);
  engine.readAgain = () => Promise.reject(new Error('out of memory'));
  expect(await createCardReader().readAgain(card)).toEqual([]);
  vi.useFakeTimers();
  engine.readAgain = () => new Promise(() => undefined);
  const reading = createCardReader().readAgain(card);
  await vi.advanceTimersByTimeAsync(20_000);
  expect(await reading).toEqual([]);
});
