import type { FieldValues } from './row.ts';

/**
 * What a person did with a recording's words. `written`: the note's own text has them, as they were or in other words.
 * `read`: somebody said besides that this text is right.
 */
export type Reading = 'written' | 'read';

/**
 * The entry of a note that says so of one recording: the same key on every device, so that two that say it agree;
 * `rowToNote` reads it. It goes as an `aside`, for which every version has a place; one that does not know it sees a
 * detail that no text tells.
 */
export function readingToEntry(reading: Reading, recordingId: string): FieldValues {
  // An entry's id has 22 letters at most; the last of a UUIDv7 are its random ones.
  const id = `${reading.slice(0, 1)}${recordingId.replaceAll('-', '').slice(-21)}`;
  return { [`aside/${id}`]: { kind: 'other', text: `${reading} ${recordingId}` } };
}
