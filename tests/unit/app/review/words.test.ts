import { expect, test } from 'vitest';
import { beginDeck } from '../../../../src/app/screens/review/begin-deck.ts';
import { cardInWords } from '../../../../src/app/screens/review/card-words.ts';
import { endInWords } from '../../../../src/app/screens/review/end-words.ts';
import { rowToPerson } from '../../../../src/domain/person.ts';
import type { DeckTag } from '../../../../src/store/queries/review.ts';
import type { SyncStatus } from '../../../../src/sync/status.ts';

const nowMs = new Date(2026, 10, 22, 20, 40).getTime();

function tag(name: string, waiting = 0): DeckTag {
  return { person: rowToPerson({ id: name, values: { name } }), occasion: undefined, isDone: true, waiting };
}

const end = (
  tags: readonly DeckTag[],
  status: SyncStatus,
  { confirmedAtMs, aheadMs = 0 }: { confirmedAtMs?: number; aheadMs?: number } = {},
) => {
  const { title, detail } = endInWords({ tags, confirmedAtMs }, status, { nowMs, aheadMs });
  return `${title}. ${detail}`;
};
const offline = { kind: 'waiting', waiting: 1, filesWaiting: 0, isOnline: false } as const;

test('the end says who is in the contact database and since when, and nothing that it does not know', () => {
  const since = new Date(2026, 10, 22, 20, 34).getTime();
  const four = ['Dana Ruiz', 'Luis Garza', 'Priya Venkat', 'Sam Okafor'].map((name) => tag(name));
  expect(end(four, { kind: 'in-database', sinceMs: since, isOnline: true })).toBe(
    '4 people are in your contact database. Confirmed today, 8:34 pm.',
  );
  // This phone's clock is two hours ahead: the time is the contact database's.
  expect(end(four, { kind: 'in-database', sinceMs: since, isOnline: true }, { aheadMs: 2 * 3_600_000 })).toBe(
    '4 people are in your contact database. Confirmed today, 6:34 pm.',
  );
  // Something else waits: of these it is known that they are there, and since when where that was seen.
  expect(end(four, offline)).toBe('4 people are in your contact database. Every word of it.');
  expect(end(four, offline, { confirmedAtMs: since })).toBe(
    '4 people are in your contact database. Confirmed today, 8:34 pm.',
  );
  expect(end([tag('Dana Ruiz', 2), ...four.slice(1)], offline)).toBe(
    '3 of 4 people are in your contact database. Dana waits for a signal.',
  );
  expect(end([tag('Dana Ruiz', 2), tag('Luis Garza', 1), tag('Sam')], { ...offline, isOnline: true })).toBe(
    '1 of 3 people is in your contact database. Dana and Luis are on the way.',
  );
  expect(end([tag('Dana Ruiz', 2)], { kind: 'signed-out', waiting: 1 })).toBe(
    '1 person is kept on this phone. Dana waits until you sign in again.',
  );
  expect(end([tag('Dana', 2), tag('Luis', 2)], { kind: 'refused', refused: 1, waiting: 2 })).toBe(
    '2 people are kept on this phone. They need a look in Settings.',
  );
  expect(end(four, { kind: 'on-device', waiting: 4 })).toBe(
    '4 people are kept on this phone. No contact database knows of them yet.',
  );
});

test('Today says who still needs words, and something kind where there was nobody', () => {
  const words = (met: number, before: number, open: number, silent: number) => {
    const { title, detail } = cardInWords({ met, before, open, silent });
    return `${title}. ${detail}`;
  };
  expect(words(4, 0, 4, 2)).toBe('You met 4 people. Two still need a few words while you remember them.');
  expect(words(4, 0, 1, 0)).toBe('You met 4 people. Look at one more while you remember.');
  expect(words(1, 0, 1, 1)).toBe('You met 1 person. One still needs a few words while you remember them.');
  expect(words(4, 0, 0, 0)).toBe('You met 4 people. You have looked at every one of them.');
  expect(words(0, 2, 2, 0)).toBe('2 people from before. Look at them while you remember.');
  expect(words(3, 1, 4, 0)).toBe(
    'You met 3 people. Look at them while you remember. One from before waits, too.',
  );
  expect(words(0, 0, 0, 0)).toBe('A quiet day. Nobody to look back on tonight. Enjoy the evening.');
});

test('a review that was broken off goes on with those who came since; another day, or once it is over, it begins anew', () => {
  const kept = { ids: 'a b c', later: 'b', here: 'c', day: '1' };
  // c is still open.
  expect(beginDeck(kept, ['b', 'c', 'd'], '1')).toEqual({ ids: 'a b c d', later: 'b', here: 'c', day: '1' });
  expect(beginDeck(kept, ['b', 'c', 'd'], '2')).toEqual({ ids: 'b c d', later: '', here: '', day: '2' });
  // All are done, or left for later: its end stays in sight until somebody new comes.
  expect(beginDeck(kept, ['b'], '1')).toEqual(kept);
  expect(beginDeck(kept, ['b', 'd'], '1')).toEqual({ ids: 'b d', later: '', here: '', day: '1' });
  expect(beginDeck({}, ['a'], '1')).toEqual({ ids: 'a', later: '', here: '', day: '1' });
});
