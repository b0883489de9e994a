import { type FileFacts, heardWays } from './file.ts';
import type { Note } from './note.ts';

/** What stands in a text from `start` on (UTF-16 units), to where the next begins, was said at `at`: ISO 8601, UTC. */
export interface SaidFrom {
  readonly start: number;
  readonly at: string;
}

/**
 * When each part of a note's text was said: the words of a recording when that was made, also once they have become the
 * note's own, and what was typed when the note was. Never empty, the first from 0 on.
 */
export function findSaidAt({
  text,
  writtenAt,
  recordings,
}: Pick<Note, 'text' | 'writtenAt'> & {
  readonly recordings: readonly Pick<FileFacts, 'heard' | 'takenAt'>[];
}): readonly SaidFrom[] {
  const said: SaidFrom[] = [];
  let typedFrom = 0;
  for (const { start, end, at } of findSpoken(text, recordings)) {
    if (text.slice(typedFrom, start).trim() !== '') said.push({ start: typedFrom, at: writtenAt });
    said.push({ start: said.length === 0 ? 0 : start, at });
    typedFrom = end;
  }
  if (said.length === 0 || text.slice(typedFrom).trim() !== '')
    said.push({ start: typedFrom, at: writtenAt });
  return said;
}

interface Spoken extends SaidFrom {
  readonly end: number;
}

/** Where a text has the words of recordings, in whichever way they were heard; no two overlap. In its order. */
function findSpoken(
  text: string,
  recordings: readonly Pick<FileFacts, 'heard' | 'takenAt'>[],
): readonly Spoken[] {
  const found: Spoken[] = [];
  for (const { heard, takenAt: at } of recordings) {
    const ways = heardWays.flatMap((way) => heard[way] || []);
    const places = ways.map((words) => ({
      start: text.indexOf(words),
      end: text.indexOf(words) + words.length,
    }));
    const free = places.find(
      ({ start, end }) => start >= 0 && !found.some((one) => start < one.end && one.start < end),
    );
    if (free !== undefined) found.push({ ...free, at });
  }
  return found.sort((a, b) => a.start - b.start);
}
