import { describe, expect, it } from 'vitest';
import { chainParts, lengthOf, partKey, toParts } from '../../../src/server/files/s3-parts.ts';

const file = 'account-a/00/00ff';

/** As they lie in a bucket, each written as `from-size`. */
function partsOf(...names: string[]) {
  const objects = names.map((name) => ({ key: `${file}.parts/${name}`, size: Number(name.split('-')[1]) }));
  return toParts(objects, file);
}

describe('the parts of a file that is arriving', () => {
  it('are named by where they begin and how long they are: none takes the place of a longer one', () => {
    expect(partKey(file, 0, 5)).not.toBe(partKey(file, 0, 9));
    expect(toParts([{ key: partKey(file, 700, 5), size: 5 }], file)).toMatchObject([{ from: 700, size: 5 }]);
  });

  it('are told from the file itself, from what was set aside, and from other files', () => {
    const keys = [file, `${file}.damaged`, `${file}.part`, `${file}0.parts/0-5`];
    expect(
      toParts(
        keys.map((key) => ({ key, size: 5 })),
        file,
      ),
    ).toEqual([]);
  });

  it.each([
    ['nothing', [], 0],
    ['one after the other, in any order', ['500-400', '0-500', '900-100'], 1_000],
    ['a gap', ['0-500', '600-400'], 500],
    ['no beginning', ['500-500'], 0],
    ['a shorter and a longer one', ['0-500', '0-900'], 900],
    ['a longer and a shorter one', ['0-900', '0-500'], 900],
    ['some that overlap, of two processes', ['0-400', '0-500', '400-500', '500-100'], 900],
  ])('%s', (_name, names, received) => {
    expect(lengthOf(chainParts(partsOf(...names)))).toBe(received);
  });

  it('that overlap are joined without a byte twice', () => {
    const chain = chainParts(partsOf('0-500', '400-500'));
    expect(chain.map(({ from, begins }) => [from, begins])).toEqual([
      [0, 0],
      [400, 500],
    ]);
  });
});
