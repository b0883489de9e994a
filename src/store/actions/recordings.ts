import type { HeardWay } from '../../domain/file.ts';
import { maxRecordingSeconds } from '../../domain/limits.ts';
import { textOf, textOrNull } from '../../domain/person.ts';
import { makeRowId, nowIso, type StoreContext } from '../context.ts';
import type { RecordingPiece, StoredRecording } from '../database.ts';
import type { Hasher } from '../file-cache.ts';
import { readMeta, writeMeta } from '../meta.ts';
import { toPieces } from '../pieces.ts';
import { isStoredDeleted } from '../stored-row.ts';
import { isGone, writeEdit, writeTogether } from '../write-edit.ts';
import { toNoteText } from '../write-note.ts';

export interface NewRecording {
  /** Null while nobody said whom it is about. */
  readonly personId: string | null;
  /** A voice note to go on with; null for a new one. */
  readonly noteId: string | null;
  /** See `StoredRecording.lock`. */
  readonly lock: string;
}

/** What is known of a recording when a piece of it comes. */
export interface PieceFacts {
  /** A media type without parameters. */
  readonly type: string;
  /** How long the recording is with this piece. */
  readonly seconds: number;
  readonly heard: string | null;
}

/** `gone`: whom it was about has been deleted; it is still here. `empty`: not one piece had come, and nothing is left. */
export type KeptRecording = 'kept' | 'gone' | 'nobody' | 'empty';

/** Sorts the pieces of one recording in their order. */
function pieceKeyOf(id: string, place: number): string {
  return `${id}/${String(place).padStart(8, '0')}`;
}

/** Voice notes: a piece is on disk when its promise resolves, so that whatever ends the app takes no more than the last one. */
export function recordingActions(context: StoreContext) {
  const { db } = context;
  const tables = [db.recording, db.recordingPiece];
  const piecesOf = (id: string) => db.recordingPiece.where('key').startsWith(`${id}/`);

  const drop = async (id: string) => {
    await piecesOf(id).delete();
    await db.recording.delete(id);
  };

  const editBegun = (edit: (begun: readonly string[]) => readonly string[]) =>
    db.transaction('rw', db.meta, async () => {
      const { begun } = (await readMeta(db, 'writingDown')) ?? { begun: [] };
      await writeMeta(db, 'writingDown', { begun: edit(begun) });
    });

  return {
    /** Resolves when it is on disk that there is a recording; `noteId` is of the note that it will belong to. */
    async startRecording({
      personId,
      noteId,
      lock,
    }: NewRecording): Promise<{ readonly id: string; readonly noteId: string }> {
      const id = makeRowId(context);
      const note = noteId ?? makeRowId(context);
      const about = { id, person: personId, note, lock, startedAt: nowIso(context), isStopped: false };
      await db.recording.add({ ...about, type: '', seconds: 0, pieces: 0, bytes: 0, heard: null });
      return { id, noteId: note };
    },

    /** Resolves when the piece is on disk. Pieces come in their order. */
    addPiece: (id: string, bytes: Uint8Array<ArrayBuffer>, facts: PieceFacts): Promise<void> =>
      db.transaction('rw', tables, async () => {
        const known = await db.recording.get(id);
        if (known === undefined) throw new Error('There is no such recording');
        await db.recordingPiece.put({ key: pieceKeyOf(id, known.pieces), bytes });
        const { length } = bytes;
        await db.recording.put({
          ...known,
          ...facts,
          pieces: known.pieces + 1,
          bytes: known.bytes + length,
        });
      }),

    /** What was heard after the last piece came. */
    stopRecording: (id: string, heard: string | null): Promise<void> =>
      db.transaction('rw', tables, async () => {
        const known = await db.recording.get(id);
        if (known !== undefined) await db.recording.put({ ...known, heard, isStopped: true });
      }),

    /** Says whom a recording is about. */
    giveRecording: (id: string, personId: string): Promise<void> =>
      db.transaction('rw', tables, async () => {
        const known = await db.recording.get(id);
        if (known !== undefined) await db.recording.put({ ...known, person: personId });
      }),

    /** Its tab is gone: nothing more comes, and it may be given to somebody. */
    endRecording: (id: string): Promise<void> =>
      db.transaction('rw', tables, async () => {
        const known = await db.recording.get(id);
        if (known !== undefined) await db.recording.put({ ...known, lock: '' });
      }),

    /** Resolves with what brings it back. */
    async dropRecording(id: string): Promise<() => Promise<void>> {
      const [recording, pieces] = await db.transaction('rw', tables, async () => {
        const found = [await db.recording.get(id), await piecesOf(id).toArray()] as const;
        await drop(id);
        return found;
      });
      return () =>
        db.transaction('rw', tables, async () => {
          if (recording === undefined) return;
          await db.recording.put(recording);
          await db.recordingPiece.bulkPut(pieces);
        });
    },

    /** Makes a file and a note of it, in one transaction with the end of its pieces. A second call finds nothing: 'empty'. */
    async keepRecording(id: string, hasher: Hasher): Promise<KeptRecording> {
      const [pieces, read] = await db.transaction('r', tables, async () =>
        Promise.all([piecesOf(id).toArray(), db.recording.get(id)]),
      );
      if (read === undefined) return 'empty';
      if (pieces.length === 0) {
        await db.transaction('rw', tables, () => drop(id));
        return 'empty';
      }
      for (const { bytes } of pieces) hasher.update(bytes);
      const hash = hasher.digest();
      return writeTogether(context, async () => {
        const recording = await db.recording.get(id);
        // Another tab has kept it, or it has gone on meanwhile.
        if (recording === undefined || recording.pieces !== pieces.length) return 'empty';
        if (recording.person === null) return 'nobody';
        if (await isGone(context, recording.person)) return 'gone';
        await writeRecording(context, { ...recording, person: recording.person }, pieces, hash);
        await drop(id);
        return 'kept';
      }, [...tables, db.piece]);
    },

    /** How long recordings stay; `sweepRecordings` does it. */
    setKeeping: (keep: 'all' | 'until-read'): Promise<void> => writeMeta(db, 'recordings', { keep }),
    readKeeping: async (): Promise<'all' | 'until-read'> => (await readMeta(db, 'recordings'))?.keep ?? 'all',

    /** The language that this device's recordings are spoken in: BCP 47, or `auto`; undefined is the browser's own. */
    setSpokenLanguage: (tag: string | undefined): Promise<void> =>
      tag === undefined ? db.meta.delete('spokenLanguage') : writeMeta(db, 'spokenLanguage', { tag }),
    readSpokenLanguage: async (): Promise<string | undefined> => (await readMeta(db, 'spokenLanguage'))?.tag,

    /**
     * Before a recording is written down on this device, and after: what ends the whole app leaves it begun, once more
     * each time (`listBrokenOff`).
     */
    beginWriting: (fileId: string): Promise<void> => editBegun((begun) => [...begun, fileId]),
    endWriting: (fileId: string): Promise<void> => editBegun((begun) => begun.filter((id) => id !== fileId)),

    /** Words that were written down later, beside those of other ways; nobody's own words are touched. */
    addHeard: (fileId: string, way: HeardWay, text: string): Promise<void> =>
      writeTogether(context, async () => {
        const row = await db.file.get(fileId);
        if (row === undefined || textOrNull(row.values[way]) !== null) return;
        const values = { [way]: toNoteText(text) };
        const subject = textOf(row.values['person']);
        await writeEdit(context, { table: 'file', id: fileId, values, subject });
      }),
  };
}

async function writeRecording(
  context: StoreContext,
  recording: StoredRecording & { readonly person: string },
  pieces: readonly RecordingPiece[],
  hash: string,
): Promise<void> {
  const { id, person, type, bytes, heard } = recording;
  const { db } = context;
  const present = await db.note.get(recording.note);
  // A note that was deleted meanwhile, or is somebody else's, is not what this goes on with.
  const isOurs = present === undefined || (!isStoredDeleted(present) && present.values['person'] === person);
  const note = isOurs ? recording.note : makeRowId(context);
  if (present === undefined || !isOurs) {
    const values = { person, text: '', writtenAt: recording.startedAt };
    await writeEdit(context, { table: 'note', id: note, values, subject: person, isNew: true });
  } else {
    // Nothing new, but written now: whoever deletes the note elsewhere has not seen this (sync.md S-12).
    const values = { writtenAt: textOf(present.values['writtenAt']) };
    await writeEdit(context, { table: 'note', id: note, values, subject: person });
  }
  const values = {
    person,
    kind: 'recording',
    type,
    hash,
    bytes,
    takenAt: recording.startedAt,
    note,
    seconds: Math.min(recording.seconds, maxRecordingSeconds),
    isCutOff: !recording.isStopped,
    ...(heard === null ? {} : { heardLive: toNoteText(heard) }),
  };
  await writeEdit(context, { table: 'file', id, values, subject: person, isNew: true });
  const noted = { notedAt: nowIso(context) };
  await writeEdit(context, { table: 'person', id: person, values: noted, subject: person });
  const content = { id, person, hash, bytes, usedAtMs: context.nowMs() };
  await db.content.put({ ...content, state: 'waiting', isCopy: false });
  const parts = pieces.map((piece) => piece.bytes);
  await db.piece.bulkPut(toPieces(id, 0, parts));
}
