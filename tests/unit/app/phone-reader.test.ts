import { afterEach, expect, test, vi } from 'vitest';
import { guessRegion, readPhoneSoon } from '../../../src/app/boot/phone-reader.ts';

test.each([
  [['de', 'en-US', 'en'], 'DE'],
  [['en'], 'US'],
  [['en-GB', 'en'], 'GB'],
  [['en-US@posix', 'fr'], 'FR'],
  [[], 'US'],
])('%j is at home in %s', (languages, region) => {
  expect(guessRegion(languages)).toBe(region);
});

test('a number is read in its region, and an unknown region keeps nobody from saving', async () => {
  expect(await readPhoneSoon('0151 23456789', 'DE')).toEqual({ e164: '+4915123456789' });
  expect(await readPhoneSoon('+1 231 555 0142', '??')).toMatchObject({ e164: '+12315550142' });
});

test('a number that was read a moment ago is read again for another region', async () => {
  expect(await readPhoneSoon('030 901820', 'DE')).toMatchObject({ e164: '+4930901820' });
  expect(await readPhoneSoon('030 901820', 'GB')).not.toMatchObject({ e164: '+4930901820' });
  expect(await readPhoneSoon('030 901821', 'DE')).toMatchObject({ e164: '+4930901821' });
});

afterEach(() => {
  vi.doUnmock('../../../src/exchange/phone.ts');
  vi.resetModules();
  vi.useRealTimers();
});

/** The reader's own module as a fresh start finds it, over a library that `make` makes. */
async function readerOver(make: () => unknown): Promise<typeof readPhoneSoon> {
  vi.resetModules();
  vi.doMock('../../../src/exchange/phone.ts', () => make() as object);
  return (await import('../../../src/app/boot/phone-reader.ts')).readPhoneSoon;
}

test('a library that breaks over a number keeps nobody from saving', async () => {
  const read = await readerOver(() => ({
    readPhone: () => {
      throw new Error('no such region');
    },
  }));
  expect(await read('212', 'US')).toBeUndefined();
});

test('a library that cannot be loaded keeps nobody from saving', async () => {
  const read = await readerOver(() => {
    throw new Error('offline');
  });
  expect(await read('212', 'US')).toBeUndefined();
});

test('a library that never comes keeps nobody waiting', async () => {
  const read = await readerOver(() => new Promise(() => undefined));
  vi.useFakeTimers();
  const reading = read('212', 'US');
  await vi.advanceTimersByTimeAsync(400);
  expect(await reading).toBeUndefined();
});
