import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { fetchParts, hasAccentPart, hasParts } from '../../../src/app/boot/card-part-store.ts';
import { accentPartAddress, cardPartAddresses } from '../../../src/device/card-parts.ts';

/** As much of the browser's Cache as is used; addresses of this origin. */
function fakeCache() {
  const kept = new Map<string, Response>();
  return {
    kept,
    match: async (address: string) => kept.get(address),
    put: async (address: string, response: Response) => void kept.set(address, response),
    keys: async () => [...kept.keys()].map((address) => ({ url: `https://justmet.test${address}` })),
    delete: async ({ url }: { url: string }) => kept.delete(new URL(url).pathname),
  };
}

let cache: ReturnType<typeof fakeCache>;
const asked: string[] = [];

function answerWith(answer: (address: string) => Response | Promise<Response>) {
  vi.stubGlobal('fetch', async (address: string) => {
    asked.push(address);
    return answer(address);
  });
}

beforeEach(() => {
  cache = fakeCache();
  asked.length = 0;
  vi.stubGlobal('caches', { open: async () => cache });
  answerWith(() => new Response('part', { headers: { 'content-type': 'application/wasm' } }));
});

afterEach(() => vi.unstubAllGlobals());

test('all parts are fetched once, and then kept', async () => {
  const told: number[] = [];
  expect(await hasParts()).toBe(false);
  expect(await fetchParts((done) => told.push(done))).toBe('fetched');
  expect(await hasParts()).toBe(true);
  expect(await fetchParts()).toBe('fetched');
  expect(asked.sort()).toEqual([...cardPartAddresses(), accentPartAddress].sort());
  expect([told[0], told.at(-1)]).toEqual([0, 1]);
});

test('offline, they are missing', async () => {
  answerWith(() => Promise.reject(new TypeError('Failed to fetch')));
  expect(await fetchParts()).toBe('missing-parts');
  expect(await hasParts()).toBe(false);
});

test('what came before the connection went is not fetched again', async () => {
  const [first = ''] = cardPartAddresses();
  answerWith((address) => {
    if (address !== first) throw new TypeError('Failed to fetch');
    return new Response('part');
  });
  expect(await fetchParts()).toBe('missing-parts');
  await vi.waitFor(() => expect(cache.kept.has(first)).toBe(true));
  asked.length = 0;
  answerWith(() => new Response('part'));
  expect(await fetchParts()).toBe('fetched');
  expect(asked).not.toContain(first);
});

test.each([
  ['a page of the app', () => new Response('<!doctype html>', { headers: { 'content-type': 'text/html' } })],
  ['an error', () => new Response('', { status: 500 })],
])('%s is no part', async (_what, answer) => {
  answerWith(answer);
  expect(await fetchParts()).toBe('missing-parts');
  expect(cache.kept.size).toBe(0);
});

test('parts of an earlier version are forgotten', async () => {
  cache.kept.set('/engines/ocr/6.0.0/worker.min.js', new Response('old'));
  await fetchParts();
  expect([...cache.kept.keys()].sort()).toEqual([...cardPartAddresses(), accentPartAddress].sort());
});

test('a device that has all but what sees accents reads all the same, and gets it with the next signal', async () => {
  answerWith((address) => {
    if (address === accentPartAddress) throw new TypeError('Failed to fetch');
    return new Response('part');
  });
  expect(await fetchParts()).toBe('fetched');
  expect([await hasParts(), await hasAccentPart()]).toEqual([true, false]);
  answerWith(() => new Response('part'));
  expect(await fetchParts()).toBe('fetched');
  expect(await hasAccentPart()).toBe(true);
});

test('where the browser keeps nothing, they are fetched, and not said to be kept', async () => {
  vi.unstubAllGlobals();
  answerWith(() => new Response('part'));
  expect(await fetchParts()).toBe('fetched');
  expect(await hasParts()).toBe(false);
});
