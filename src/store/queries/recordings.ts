import { bestHeard, rowToFile } from '../../domain/file.ts';
import { type Person, rowToPerson, textOf } from '../../domain/person.ts';
import type { StoreContext } from '../context.ts';
import type { StoredRecording } from '../database.ts';
import { isStoredDeleted } from '../stored-row.ts';

export interface LeftRecording extends StoredRecording {
  /** Undefined while it is nobody's. */
  readonly about: Person | undefined;
}

export interface UnwrittenNote {
  readonly noteId: string;
  readonly person: Person;
  readonly seconds: number;
  /** ISO 8601, UTC. */
  readonly takenAt: string;
}

/** What recordings take on this device, in bytes, and how many there are. */
export interface RecordingSpace {
  readonly recordings: number;
  readonly bytes: number;
}

export function recordingQueries({ db }: StoreContext) {
  return {
    /** Those that are no file yet, the latest first: running in some tab, broken off, or nobody's. */
    async listLeftRecordings(): Promise<LeftRecording[]> {
      const left = await db.recording.toArray();
      const rows = await db.person.bulkGet(left.map(({ person }) => person ?? ''));
      const byStart = left.map((recording, place) => {
        const row = rows[place];
        return { ...recording, about: row && !isStoredDeleted(row) ? rowToPerson(row) : undefined };
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

    /** Recordings on this device that this way has not tried, the latest first. */
    async listUnheard(way: 'heardOnDevice'): Promise<string[]> {
      const rows = (await db.file.toArray()).filter(
        (row) =>
          row.values['kind'] === 'recording' &&
          !isStoredDeleted(row) &&
          typeof row.values[way] !== 'string' &&
          typeof row.values['heardByServer'] !== 'string',
      );
      const files = rows.map((row) => rowToFile(row)).sort((a, b) => (a.takenAt < b.takenAt ? 1 : -1));
      const contents = await db.content.bulkGet(files.map(({ id }) => id));
      return files.flatMap(({ id }, place) => {
        const state = contents[place]?.state;
        return state === undefined || state === 'arriving' ? [] : [id];
      });
    },

    /** Of these people, those about whom nothing was noted. */
    async listWithoutNotes(personIds: readonly string[]): Promise<ReadonlySet<string>> {
      const notes = await db.note.where('values.person').anyOf(personIds).toArray();
      const noted = new Set(notes.filter((row) => !isStoredDeleted(row)).map((row) => row.values['person']));
      return new Set(personIds.filter((id) => !noted.has(id)));
    },

    /** People with a voice note that nobody and nothing has written down, the latest first. */
    async listUnwritten(): Promise<UnwrittenNote[]> {
      const files = (await db.file.toArray()).filter(
        (row) => row.values['kind'] === 'recording' && !isStoredDeleted(row),
      );
      const silent = files.map((row) => rowToFile(row)).filter((file) => bestHeard(file) === null);
      const notes = await db.note.bulkGet(silent.map(({ noteId }) => noteId ?? ''));
      const people = await db.person.bulkGet(silent.map(({ personId }) => personId));
      const found = silent.flatMap(({ noteId, seconds, takenAt }, place) => {
        const [note, person] = [notes[place], people[place]];
        if (note === undefined || isStoredDeleted(note) || textOf(note.values['text']) !== '') return [];
        if (person === undefined || isStoredDeleted(person)) return [];
        return [{ noteId: noteId ?? '', person: rowToPerson(person), seconds: seconds ?? 0, takenAt }];
      });
      return found.sort((a, b) => (a.takenAt < b.takenAt ? 1 : -1));
    },

    /** Notes whose recordings may go where they are kept only until somebody has read their text. */
    async listReadWithRecordings(): Promise<{ readonly noteId: string; readonly text: string }[]> {
      const files = (await db.file.toArray()).filter(
        (row) => row.values['kind'] === 'recording' && !isStoredDeleted(row),
      );
      const contents = await db.content.bulkGet(files.map(({ id }) => id));
      const notes = await db.note.bulkGet(files.map((row) => textOf(row.values['note'])));
      const unread = new Set<string>();
      const read = new Map<string, string>();
      for (const [place] of files.entries()) {
        const note = notes[place];
        const state = contents[place]?.state;
        if (note === undefined) continue;
        // Bytes that the contact database may not have are nobody's to delete but the agent's.
        const isHeld = state !== 'waiting' && state !== 'refused';
        const isRead = typeof note.values['readAt'] === 'string' && textOf(note.values['text']) !== '';
        if (isHeld && isRead) read.set(note.id, textOf(note.values['text']));
        else unread.add(note.id);
      }
      return [...read].flatMap(([noteId, text]) => (unread.has(noteId) ? [] : [{ noteId, text }]));
    },

    async readRecordingSpace(): Promise<RecordingSpace> {
      const rows = (await db.file.toArray()).filter((row) => row.values['kind'] === 'recording');
      const contents = await db.content.bulkGet(rows.map(({ id }) => id));
      const here = contents.filter((content) => content !== undefined);
      return { recordings: here.length, bytes: here.reduce((sum, { bytes }) => sum + bytes, 0) };
    },
  };
}
