import { expect, it } from 'vitest';
import type { Reminder } from '../../../src/protocol/push.ts';
import { reminderInWords } from '../../../src/worker/reminder-words.ts';

it.each<[Reminder | undefined, string, string, string]>([
  [{ kind: 'evening', count: 1 }, '1 person to look at', 'While you remember them.', '/review'],
  [{ kind: 'evening', count: 4 }, '4 people to look at', 'While you remember them.', '/review'],
  [{ kind: 'evening', count: 1, names: ['Dana'] }, '1 person to look at', 'Dana', '/review'],
  [{ kind: 'evening', count: 2, names: ['Dana', 'Luis'] }, '2 people to look at', 'Dana and Luis', '/review'],
  [
    { kind: 'evening', count: 6, names: ['Dana', 'Luis', 'Ana'] },
    '6 people to look at',
    'Dana, Luis, Ana and 3 more',
    '/review',
  ],
  [{ kind: 'morning', count: 1 }, '1 person is due to hear from you', '', '/today'],
  [{ kind: 'morning', count: 3 }, '3 people are due to hear from you', '', '/today'],
  [
    { kind: 'morning', count: 3, names: ['Dana'] },
    '3 people are due to hear from you',
    'Dana and 2 more',
    '/today',
  ],
  [undefined, 'Justmet', 'There is something for you today.', '/today'],
])('%j', (reminder, title, body, path) => {
  expect(reminderInWords(reminder)).toEqual({ title, body, path });
});
