import { expect, test } from 'vitest';
import { fitMore } from '../../../src/app/screens/capture/fit-more.ts';
import { maxLineLength } from '../../../src/domain/limits.ts';

const long = 'x'.repeat(maxLineLength + 1);
const link = { field: 'handle', reading: { typed: 'instagram dana' } } as const;
const more = { title: 'Owner', note: 'tall', cardLines: 'X-A:1', entries: [link], fileIds: ['a'] };

test('what fits stays as it is', () => {
  expect(fitMore(more)).toEqual(more);
});

test('what is too long for its line is a note', () => {
  const entries = [link, { field: 'handle', reading: { typed: long } } as const];
  expect(fitMore({ ...more, title: long, entries })).toEqual({
    ...more,
    title: '',
    note: `tall\n${long}\n${long}`,
  });
});
