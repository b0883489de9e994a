import { expect, test } from 'vitest';
import { joinCardLines } from '../../../src/domain/card-lines.ts';
import { maxNoteLength } from '../../../src/domain/limits.ts';
import { findFieldProblems } from '../../../src/domain/tables.ts';

test('each line once, what was known first', () => {
  expect(joinCardLines('BDAY:1\nX-A:1', 'X-A:1\nX-B:2')).toEqual({ kept: 'BDAY:1\nX-A:1\nX-B:2', left: '' });
  expect(joinCardLines('', '')).toEqual({ kept: '', left: '' });
});

test('what does not fit a row is left for a note, and what does is taken by the contact database', () => {
  const logo = `LOGO:${'x'.repeat(maxNoteLength)}`;
  const { kept, left } = joinCardLines('BDAY:1', `${logo}\nX-A:a\0b`);
  expect(kept).toBe('BDAY:1\nX-A:ab');
  expect(left).toBe(logo);
  expect(findFieldProblems('person', { cardLines: kept })).toEqual([]);
});
