import { expect, test, vi } from 'vitest';
import { makeOnce } from '../../../src/app/ui/make-once.ts';

test('is made at the first call, and never again', () => {
  const make = vi.fn(() => ({}));
  const get = makeOnce(make);
  expect(make).not.toHaveBeenCalled();
  expect(get()).toBe(get());
  expect(make).toHaveBeenCalledTimes(1);
});

test('undefined is a value too', () => {
  const make = vi.fn(() => undefined);
  const get = makeOnce(make);
  expect([get(), get()]).toEqual([undefined, undefined]);
  expect(make).toHaveBeenCalledTimes(1);
});

test('what could not be made is tried again', () => {
  const make = vi
    .fn(() => 'made')
    .mockImplementationOnce(() => {
      throw new Error('not yet');
    });
  const get = makeOnce(make);
  expect(get).toThrow('not yet');
  expect(get()).toBe('made');
});
