import { createHash } from 'node:crypto';
import { afterEach, expect, test, vi } from 'vitest';
import { fetchFile } from '../../../../src/app/boot/speech/fetch-file.ts';
import { createPieceStore, pieceBytes } from '../../../../src/app/boot/speech/piece-store.ts';
import { fakeCache } from './fake-cache.ts';

const length = 2 * pieceBytes + 1_000;
const content = Uint8Array.from({ length }, (_, index) => index % 251);
const file = {
  path: 'onnx/encoder_model.onnx',
  bytes: length,
  sha256: createHash('sha256').update(content).digest('hex'),
};

/** A server that sends in chunks, and breaks off after so many bytes of an answer. */
function serve({ bytes = content, breaksAfter = Number.POSITIVE_INFINITY, knowsRanges = true } = {}) {
  const asked: (string | null)[] = [];
  vi.stubGlobal('fetch', async (_address: string, { headers, signal }: RequestInit) => {
    signal?.throwIfAborted();
    const range = new Headers(headers).get('range');
    asked.push(range);
    const from = knowsRanges && range !== null ? Number(/\d+/.exec(range)) : 0;
    let at = from;
    const body = new ReadableStream<Uint8Array<ArrayBuffer>>({
      pull(controller) {
        if (signal?.aborted === true) return controller.error(signal.reason);
        if (at - from >= breaksAfter) return controller.error(new TypeError('network error'));
        if (at >= bytes.length) return controller.close();
        controller.enqueue(bytes.slice(at, at + 300_000));
        at += 300_000;
      },
    });
    const isPart = from > 0;
    const contentRange = { 'content-range': `bytes ${from}-${bytes.length - 1}/${bytes.length}` };
    return new Response(body, { status: isPart ? 206 : 200, headers: isPart ? contentRange : {} });
  });
  return asked;
}

function phone({ room, onProgress }: { room?: number; onProgress?: (bytes: number) => void } = {}) {
  const { kept, cache } = fakeCache(room);
  const pieces = createPieceStore(cache);
  const told: number[] = [];
  const tell = (bytes: number) => {
    told.push(bytes);
    onProgress?.(bytes);
  };
  const fetchIt = (signal?: AbortSignal) =>
    fetchFile(file, '/engines/speech/tiny/x', pieces, { onProgress: tell, signal });
  const readAll = async () => {
    const parts: Uint8Array<ArrayBuffer>[] = [];
    for await (const piece of pieces.read(file)) parts.push(piece);
    return new Uint8Array(await new Blob(parts).arrayBuffer());
  };
  return { kept, told, fetchIt, readAll };
}

afterEach(() => vi.unstubAllGlobals());

test('a file comes in pieces, and is the same', async () => {
  serve();
  const { kept, told, fetchIt, readAll } = phone();
  expect(await fetchIt()).toBe('fetched');
  expect(kept.size).toBe(3);
  expect(told).toEqual([0, pieceBytes, 2 * pieceBytes, length]);
  expect(Buffer.compare(await readAll(), content)).toBe(0);
});

test('what broke off goes on after the last piece, and not from the beginning', async () => {
  serve({ breaksAfter: 1.5 * pieceBytes });
  const { told, fetchIt, readAll } = phone();
  expect(await fetchIt()).toBe('no-signal');
  expect(told.at(-1)).toBe(pieceBytes);
  const asked = serve();
  expect(await fetchIt()).toBe('fetched');
  expect(asked).toEqual([`bytes=${pieceBytes}-`]);
  expect(Buffer.compare(await readAll(), content)).toBe(0);
});

test('a server that knows no ranges sends it from the beginning, and it is the same', async () => {
  serve({ breaksAfter: 1.5 * pieceBytes });
  const { fetchIt, readAll } = phone();
  await fetchIt();
  serve({ knowsRanges: false });
  expect(await fetchIt()).toBe('fetched');
  expect(Buffer.compare(await readAll(), content)).toBe(0);
});

test.each([
  ['other bytes', content.map((byte) => byte ^ 1)],
  ['more bytes', Uint8Array.from([...content, 1])],
])('%s are damaged, and nothing of them is kept', async (_what, bytes) => {
  serve({ bytes });
  const { kept, fetchIt } = phone();
  expect(await fetchIt()).toBe('damaged');
  expect(kept.size).toBe(0);
  serve();
  expect(await fetchIt()).toBe('fetched');
});

test('a file that ends early is not taken for whole', async () => {
  serve({ bytes: content.slice(0, length - 1) });
  const { fetchIt } = phone();
  expect(await fetchIt()).toBe('no-signal');
});

test.each([
  ['gone', new Response('', { status: 404 })],
  ['gone', new Response('<!doctype html>', { headers: { 'content-type': 'text/html' } })],
  ['no-signal', new Response('', { status: 503 })],
] as const)('an answer that is no file is %s', async (outcome, response) => {
  vi.stubGlobal('fetch', async () => response);
  const { kept, fetchIt } = phone();
  expect(await fetchIt()).toBe(outcome);
  expect(kept.size).toBe(0);
});

test('nobody answers', async () => {
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('Failed to fetch')));
  expect(await phone().fetchIt()).toBe('no-signal');
});

test('cancelled, it rejects, and what came is kept', async () => {
  serve();
  const stop = new AbortController();
  const { fetchIt } = phone({ onProgress: (bytes) => bytes === pieceBytes && stop.abort() });
  await expect(fetchIt(stop.signal)).rejects.toThrow();
  const asked = serve();
  expect(await fetchIt()).toBe('fetched');
  expect(asked).toEqual([`bytes=${pieceBytes}-`]);
});

test('without room it rejects with what the browser says', async () => {
  serve();
  await expect(phone({ room: 1.5 * pieceBytes }).fetchIt()).rejects.toMatchObject({
    name: 'QuotaExceededError',
  });
});
