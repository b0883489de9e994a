import { expect, test } from 'vitest';
import { findSaidAt } from '../../../src/domain/said-at.ts';

const recordingOf = (takenAt: string, ...[heardLive = null, heardByServer = null]: (string | null)[]) => ({
  takenAt,
  heard: { heardLive, heardOnDevice: null, heardByServer },
});
const [first, second] = [recordingOf('1', 'Call her on Tuesday.'), recordingOf('2', 'Call on Friday.')];

test('a text that was typed was said when it was written', () => {
  expect(findSaidAt('Call her on Tuesday.', '0', [])).toEqual([{ start: 0, at: '0' }]);
  expect(findSaidAt('', '0', [])).toEqual([{ start: 0, at: '0' }]);
});

test('the words of each recording were said when that was made, also behind what was typed', () => {
  expect(findSaidAt('Call her on Tuesday. Call on Friday.', '0', [first, second])).toEqual([
    { start: 0, at: '1' },
    { start: 21, at: '2' },
  ]);
  expect(findSaidAt('Mail on Monday. Call on Friday. Or Sunday.', '0', [first, second])).toEqual([
    { start: 0, at: '0' },
    { start: 16, at: '2' },
    { start: 31, at: '0' },
  ]);
});

test('words that became the text before better ones came were said when they were', () => {
  const later = recordingOf('2', 'call on friday', 'Call on Friday.');
  expect(findSaidAt('Mail. call on friday', '0', [later])).toEqual([
    { start: 0, at: '0' },
    { start: 6, at: '2' },
  ]);
});

test('what two recordings say alike is each one’s own at most once', () => {
  const same = recordingOf('2', 'Call her on Tuesday.');
  expect(findSaidAt('Call her on Tuesday.', '0', [first, same])).toEqual([{ start: 0, at: '1' }]);
});
