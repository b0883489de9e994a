import { rowToFile } from '../../domain/file.ts';
import { rowToNote } from '../../domain/note.ts';
import { type Occasion, rowToOccasion } from '../../domain/occasion.ts';
import { type Person, rowToPerson, textOf } from '../../domain/person.ts';
import type { StoreContext } from '../context.ts';
import type { StoredRecording } from '../database.ts';
import { readMeta } from '../meta.ts';
import { isStoredDeleted } from '../stored-row.ts';

export interface LeftRecording extends StoredRecording {
  /** Undefined while it is nobody's. */
  readonly about: Person | undefined;
  /** Nothing more comes: it was stopped, or its tab is gone. */
  readonly isOver: boolean;
}

export interface UnwrittenNote {
  readonly noteId: string;
  readonly person: Person;
  /** Where they were met; undefined where that was not written down. */
  readonly occasion: Occasion | undefined;
  readonly seconds: number;
  /** ISO 8601, UTC. */
  readonly writtenAt: string;
}

/** What recordings take on this device, in bytes, and how many there are. */
export interface RecordingSpace {
  readonly recordings: number;
  readonly bytes: number;
}

export function recordingQueries({ db }: StoreContext) {
  const readRecordings = async () =>
    (await db.file.toArray())
      .filter((row) => row.values['kind'] === 'recording' && !isStoredDeleted(row))
      .map((row) => rowToFile(row));
  return {
    /** Those that are no file yet, the latest first: running in some tab, broken off, or nobody's. `isOver`: none of a living tab. */
    async listLeftRecordings(): Promise<LeftRecording[]> {
      const left = await db.recording.toArray();
      const rows = await db.person.bulkGet(left.map(({ person }) => person ?? ''));
      const byStart = left.map((recording, place) => {
        const row = rows[place];
        const isOver = recording.isStopped || recording.lock === '';
        return { ...recording, isOver, about: row && !isStoredDeleted(row) ? rowToPerson(row) : undefined };
      });
      return byStart.sort((a, b) => (a.startedAt < b.startedAt ? 1 : -1));
    },

    readRecording: (id: string): Promise<StoredRecording | undefined> => db.recording.get(id),

    /** What is on disk of one that is no file yet; it plays, even cut off. */
    async readLeftRecording(id: string): Promise<Blob | undefined> {
      const [known, pieces] = await db.transaction('r', db.recording, db.recordingPiece, async () =>
        Promise.all([db.recording.get(id), db.recordingPiece.where('key').startsWith(`${id}/`).toArray()]),
      );
      if (known === undefined || pieces.length === 0) return undefined;
      return new Blob(
        pieces.map(({ bytes }) => bytes),
        { type: known.type },
      );
    },

    /** Recordings on this device that this way has not tried, and no better one has, the latest first. */
    async listUnheard(way: 'heardOnDevice'): Promise<string[]> {
      const files = (await readRecordings())
        .filter(({ heard, isUntold }) => heard[way] === null && (heard.heardByServer === null || isUntold))
        .sort((a, b) => (a.takenAt < b.takenAt ? 1 : -1));
      const contents = await db.content.bulkGet(files.map(({ id }) => id));
      return files.flatMap(({ id }, place) => {
        const state = contents[place]?.state;
        return state === undefined || state === 'arriving' ? [] : [id];
      });
    },

    /**
     * Recordings whose writing down was begun twice and never ended: the app may have ended by it. Once may have been
     * anything, a reload or a phone that was switched off.
     */
    async listBrokenOff(): Promise<readonly string[]> {
      const { begun } = (await readMeta(db, 'writingDown')) ?? { begun: [] };
      return begun.filter((id, place) => begun.indexOf(id) < place);
    },

    /** Something records just now, in whichever tab. */
    isRecording: async (): Promise<boolean> =>
      (await db.recording.toArray()).some(({ isStopped, lock }) => !isStopped && lock !== ''),

    /** Of these people, those about whom nothing was noted. */
    async listWithoutNotes(personIds: readonly string[]): Promise<ReadonlySet<string>> {
      const notes = await db.note.where('values.person').anyOf(personIds).toArray();
      const noted = new Set(notes.filter((row) => !isStoredDeleted(row)).map((row) => row.values['person']));
      return new Set(personIds.filter((id) => !noted.has(id)));
    },

    /** People with a voice note of which there is no word yet, or a recording that nothing has written down, the latest first. */
    async listUnwritten(): Promise<UnwrittenNote[]> {
      const files = await readRecordings();
      const ids = [...new Set(files.map(({ noteId }) => noteId ?? ''))];
      const notes = await db.note.bulkGet(ids);
      const people = await db.person.bulkGet(notes.map((note) => textOf(note?.values['person'])));
      const met = await db.occasion.bulkGet(people.map((about) => textOf(about?.values['occasion'])));
      const found = ids.flatMap((noteId, place) => {
        const [row, about] = [notes[place], people[place]];
        if (row === undefined || isStoredDeleted(row) || about === undefined || isStoredDeleted(about))
          return [];
        const note = rowToNote(
          row,
          files.filter((file) => file.noteId === noteId),
        );
        const waiting = note.text === '' ? note.recordings : note.unwritten;
        if (waiting.length === 0) return [];
        const seconds = waiting.reduce((sum, recording) => sum + (recording.seconds ?? 0), 0);
        const where = met[place];
        const occasion = where && rowToOccasion(where);
        return [{ noteId, person: rowToPerson(about), occasion, seconds, writtenAt: note.writtenAt }];
      });
      return found.sort((a, b) => (a.writtenAt < b.writtenAt ? 1 : -1));
    },

    /** The notes that have recordings. */
    async listWithRecordings(): Promise<string[]> {
      return [...new Set((await readRecordings()).flatMap(({ noteId }) => noteId ?? []))];
    },

    async readRecordingSpace(): Promise<RecordingSpace> {
      const rows = (await db.file.toArray()).filter((row) => row.values['kind'] === 'recording');
      const contents = await db.content.bulkGet(rows.map(({ id }) => id));
      const here = contents.filter((content) => content !== undefined);
      return { recordings: here.length, bytes: here.reduce((sum, { bytes }) => sum + bytes, 0) };
    },
  };
}
