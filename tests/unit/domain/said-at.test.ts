import { expect, test } from 'vitest';
import { findSaidAt } from '../../../src/domain/said-at.ts';

const recordingOf = (takenAt: string, ...[heardLive = null, heardByServer = null]: (string | null)[]) => ({
  takenAt,
  heard: { heardLive, heardOnDevice: null, heardByServer },
});
const noteOf = (text: string, recordings: ReturnType<typeof recordingOf>[]) => ({
  text,
  writtenAt: '0',
  recordings,
});
const [first, second] = [recordingOf('1', 'Call her on Tuesday.'), recordingOf('2', 'Call on Friday.')];

test('a text that was typed was said when it was written', () => {
  expect(findSaidAt(noteOf('Call her on Tuesday.', []))).toEqual([{ start: 0, at: '0' }]);
  expect(findSaidAt(noteOf('', []))).toEqual([{ start: 0, at: '0' }]);
});

test('the words of each recording were said when that was made, also behind what was typed', () => {
  expect(findSaidAt(noteOf('Call her on Tuesday. Call on Friday.', [first, second]))).toEqual([
    { start: 0, at: '1' },
    { start: 21, at: '2' },
  ]);
  expect(findSaidAt(noteOf('Mail on Monday. Call on Friday. Or Sunday.', [first, second]))).toEqual([
    { start: 0, at: '0' },
    { start: 16, at: '2' },
    { start: 31, at: '0' },
  ]);
});

test('words that became the text before better ones came were said when they were', () => {
  const later = recordingOf('2', 'call on friday', 'Call on Friday.');
  expect(findSaidAt(noteOf('Mail. call on friday', [later]))).toEqual([
    { start: 0, at: '0' },
    { start: 6, at: '2' },
  ]);
});

test('what two recordings say alike is each one’s own at most once', () => {
  const same = recordingOf('2', 'Call her on Tuesday.');
  expect(findSaidAt(noteOf('Call her on Tuesday.', [first, same]))).toEqual([{ start: 0, at: '1' }]);
});
