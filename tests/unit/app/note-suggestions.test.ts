import { expect, test } from 'vitest';
import { readSuggestions } from '../../../src/app/ui/details/use-suggestions.ts';
import { rowToFile } from '../../../src/domain/file.ts';
import { rowToNote } from '../../../src/domain/note.ts';

// A Monday, and the Friday after it.
const [monday, friday] = ['2026-11-23T12:00:00.000Z', '2026-11-27T12:00:00.000Z'];

const recording = (id: string, takenAt: string, heardLive: string) =>
  rowToFile({ id, values: { kind: 'recording', note: 'note', takenAt, heardLive } });

test.each([
  ['as it was heard', ''],
  ['as somebody said that it is right', 'Call her on Wednesday. Email him on Monday.'],
  ['with more typed behind it', 'Call her on Wednesday. Email him on Monday. Text her on Saturday.'],
])('a day counts from when it was said, though the note was gone on with later: %s', async (_how, text) => {
  const recordings = [
    recording('1', monday, 'Call her on Wednesday.'),
    recording('2', friday, 'Email him on Monday.'),
  ];
  const asides = Object.fromEntries(
    recordings.map(({ id }) => [
      `aside/${id}`,
      { kind: 'other', text: `written 00000000-0000-7000-8000-00000000000${id}` },
    ]),
  );
  const known = recordings.map((one) => ({ ...one, id: `00000000-0000-7000-8000-00000000000${one.id}` }));
  const note = rowToNote(
    { id: 'note', values: { person: 'dana', text, writtenAt: monday, ...(text === '' ? {} : asides) } },
    known,
  );
  const suggestions = await readSuggestions(note, async () => 'US');
  const days = suggestions.flatMap(({ kind, on }) => (kind === 'touch' ? [on] : []));
  const typed = text.includes('Saturday') ? ['2026-11-28'] : [];
  expect(days).toEqual(['2026-11-25', '2026-11-30', ...typed]);
});
