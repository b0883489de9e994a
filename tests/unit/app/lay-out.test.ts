import { describe, expect, test } from 'vitest';
import { fitName } from '../../../src/app/screens/look-back/fit-name.ts';
import { layOutTags } from '../../../src/app/screens/look-back/lay-out-tags.ts';
import { layOutThreads } from '../../../src/app/screens/look-back/lay-out-threads.ts';
import type { OccasionThen } from '../../../src/domain/look-back.ts';

function occasions(...counts: readonly number[]): OccasionThen[] {
  return counts.map((count, of) => ({
    occasion: {
      id: `o${of}`,
      ids: [`o${of}`],
      name: `Occasion ${of}`,
      colour: 'red',
      until: null,
      again: null,
    },
    people: Array.from({ length: count }, (_, place) => ({
      id: `${of} ${place}`,
      label: 'Dana Ruiz',
      firstName: 'Dana',
      isKnown: true,
      heardAfter: place % 12,
    })),
  }));
}

describe.each([346, 536])('a picture %d wide', (width) => {
  test.each([[[1]], [[5, 4, 1, 1]], [[30, 12]], [[90, 40, 20]], [[900, 80]]])('holds %j people', (counts) => {
    const month = occasions(...counts);
    const { size, height, occasions: laid } = layOutTags(month, width, 'Here and there');
    const tags = laid.flatMap((one) => one.tags);
    for (const { x, y } of tags) {
      expect(x).toBeGreaterThan(-4);
      expect(x + size.width).toBeLessThan(width + 4);
      expect(y + size.height).toBeLessThan(height + 4);
    }
    const missing = laid.reduce((sum, { more }) => sum + more, 0);
    expect(tags.length + missing).toBe(counts.reduce((sum, count) => sum + count, 0));
    expect(tags.length).toBeLessThanOrEqual(481);
    const { threads, ...line } = layOutThreads(month, width);
    for (const { tags: hung, bottom } of threads) {
      expect(bottom).toBeLessThan(line.height);
      for (const { x } of hung) expect(x - line.tag.width / 2).toBeGreaterThan(0);
    }
    expect(threads.reduce((sum, { count }) => sum + count, 0)).toBe(
      counts.reduce((sum, count) => sum + count, 0),
    );
    expect(layOutTags(month, width, 'Here and there').occasions).toEqual(laid);
  });
});

test('two occasions of one person each lie side by side on a phone', () => {
  const [one, other] = layOutTags(occasions(1, 1), 346, '').occasions;
  expect(other?.y).toBe(one?.y);
});

test.each([
  ['Dana', 'Dana'],
  ['Maximilian', 'Maximilian'],
  ['Bartholomew-Featherstone', /^Barth.*…$/],
  ['李', '李'],
])('a tag has room for %s', (firstName, words) => {
  const size = { width: 106, height: 72, words: 'name' } as const;
  const { text, size: type } = fitName({ firstName, label: firstName }, size);
  expect(text).toMatch(words instanceof RegExp ? words : new RegExp(`^${words}$`));
  expect(type).toBeGreaterThan(12);
});
