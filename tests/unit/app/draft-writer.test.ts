import { describe, expect, test } from 'vitest';
import { DraftWriter } from '../../../src/app/ui/draft-writer.ts';
import type { DraftFields } from '../../../src/store/actions/drafts.ts';

/** A disk whose every write waits until the test lets it end. */
function slowDisk() {
  const written: string[] = [];
  const ends: ((problem?: Error) => void)[] = [];
  let together = 0;
  let mostTogether = 0;
  const writer = new DraftWriter((fields: DraftFields) => {
    mostTogether = Math.max(mostTogether, ++together);
    written.push(fields['name'] ?? '');
    return new Promise<void>((resolve, reject) => {
      ends.push((problem) => {
        together -= 1;
        if (problem === undefined) resolve();
        else reject(problem);
      });
    });
  });
  const end = async (problem?: Error) => {
    ends.shift()?.(problem);
    await new Promise<void>((resolve) => setImmediate(resolve));
  };
  return { writer, written, end, mostTogether: () => mostTogether };
}

const type = (writer: DraftWriter, ...names: readonly string[]) => {
  for (const name of names) writer.push({ name });
};

describe('a draft writer', () => {
  test('holds back until it is opened, and then writes the newest alone', async () => {
    const { writer, written, end } = slowDisk();
    type(writer, 'D', 'Da');
    expect(written).toEqual([]);
    writer.open();
    expect(written).toEqual(['Da']);
    await end();
    expect(written).toEqual(['Da']);
  });

  test('writes at once what is typed, one write at a time, and skips what is no longer newest', async () => {
    const { writer, written, end, mostTogether } = slowDisk();
    writer.open();
    type(writer, 'D', 'Da', 'Dan', 'Dana');
    expect(written).toEqual(['D']);
    await end();
    expect(written).toEqual(['D', 'Dana']);
    await end();
    type(writer, 'Dana L');
    expect(written).toEqual(['D', 'Dana', 'Dana L']);
    await end();
    expect(mostTogether()).toBe(1);
  });

  test('settles when the newest is written, and not before', async () => {
    const { writer, end } = slowDisk();
    writer.open();
    type(writer, 'D', 'Da');
    let isSettled = false;
    const settling = writer.settle().then(() => {
      isSettled = true;
    });
    await end();
    expect(isSettled).toBe(false);
    await end();
    expect(isSettled).toBe(true);
    await settling;
  });

  test('settles at once when nothing is left to write', async () => {
    const { writer } = slowDisk();
    writer.open();
    expect(await writer.settle()).toBeUndefined();
  });

  test('goes on after a write that failed', async () => {
    const { writer, written, end } = slowDisk();
    writer.open();
    type(writer, 'D', 'Da');
    await end(new Error('QuotaExceededError'));
    expect(written).toEqual(['D', 'Da']);
    await end(new Error('QuotaExceededError'));
    await writer.settle();
    type(writer, 'Dan');
    expect(written).toEqual(['D', 'Da', 'Dan']);
    await end();
    await writer.settle();
  });
});
