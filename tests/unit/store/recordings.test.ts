import { describe, expect, test } from 'vitest';
import { createHasher } from '../../../src/device/create-hasher.ts';
import type { Note } from '../../../src/domain/note.ts';
import { findFieldProblems } from '../../../src/domain/tables.ts';
import { noteEdits } from '../../../src/store/actions/note-edits.ts';
import { recordingActions } from '../../../src/store/actions/recordings.ts';
import { recordingQueries } from '../../../src/store/queries/recordings.ts';
import { capture, captureDraft, openStore, readEverything, startMs } from './open-store.ts';

const piece = (text: string) => new Uint8Array(Buffer.from(text));
const facts = (seconds: number, heard: string | null = null) => ({ type: 'audio/webm', seconds, heard });

async function openWithRecording(options: { readonly personId?: null; readonly noteId?: string } = {}) {
  const open = openStore();
  const personId = await open.store.savePerson(capture(), captureDraft);
  const actions = recordingActions(open.context);
  const queries = recordingQueries(open.context);
  const about = { personId, noteId: null, lock: 'recording/1', ...options };
  const { id, noteId } = await actions.startRecording(about);
  const readNote = async () => (await open.store.readPerson(personId))?.notes[0];
  return { ...open, actions, queries, personId, id, noteId, readNote };
}

describe('a recording', () => {
  test('is on disk piece by piece, and plays before it is done', async () => {
    const { actions, queries, id } = await openWithRecording();
    await actions.addPiece(id, piece('one '), facts(0.4));
    await actions.addPiece(id, piece('two'), facts(0.8, 'two'));
    expect(await queries.readRecording(id)).toMatchObject({
      pieces: 2,
      bytes: 7,
      seconds: 0.8,
      isStopped: false,
    });
    const playable = await queries.readLeftRecording(id);
    expect([await playable?.text(), playable?.type]).toEqual(['one two', 'audio/webm']);
  });

  test('becomes a voice note with all its bytes, waiting for the contact database', async () => {
    const { actions, db, id, noteId, personId, readNote } = await openWithRecording();
    await actions.addPiece(id, piece('one '), facts(0.4));
    await actions.addPiece(id, piece('two'), facts(0.8, 'runs a bakery'));
    await actions.stopRecording(id, 'runs a bakery');
    expect(await actions.keepRecording(id, createHasher())).toBe('kept');
    const note = await readNote();
    expect(note).toMatchObject({
      id: noteId,
      text: 'runs a bakery',
      writtenBy: 'heardLive',
      readAt: null,
      writtenAt: new Date(startMs).toISOString(),
    });
    expect(note?.recordings).toMatchObject([
      { id, kind: 'recording', seconds: 0.8, isCutOff: false, bytes: 7 },
    ]);
    expect(await db.content.get(id)).toMatchObject({ state: 'waiting', person: personId, bytes: 7 });
    expect(await (await openedFile(db, id)).text()).toBe('one two');
    expect([await db.recording.count(), await db.recordingPiece.count()]).toEqual([0, 0]);
    for (const { edit } of await db.outbox.toArray()) {
      expect(findFieldProblems(edit.table, edit.values)).toEqual([]);
    }
  });

  test('that nobody stopped says that it was cut off', async () => {
    const { actions, id, readNote } = await openWithRecording();
    await actions.addPiece(id, piece('so far'), facts(3.2));
    expect(await actions.keepRecording(id, createHasher())).toBe('kept');
    expect((await readNote())?.recordings[0]).toMatchObject({ isCutOff: true, seconds: 3.2 });
  });

  test('is gone on with in the same note, its words in their order', async () => {
    const first = await openWithRecording();
    await first.actions.addPiece(first.id, piece('a'), facts(1, 'Runs a bakery.'));
    await first.actions.stopRecording(first.id, 'Runs a bakery.');
    await first.actions.keepRecording(first.id, createHasher());
    first.clock.nowMs += 60_000;
    const { personId, noteId } = first;
    const second = await first.actions.startRecording({ personId, noteId, lock: 'recording/2' });
    await first.actions.addPiece(second.id, piece('b'), facts(2, 'Two kids.'));
    await first.actions.stopRecording(second.id, 'Two kids.');
    await first.actions.keepRecording(second.id, createHasher());
    const notes = (await first.store.readPerson(personId))?.notes;
    expect(notes?.length).toBe(1);
    expect(notes?.[0]).toMatchObject({ id: noteId, text: 'Runs a bakery. Two kids.' });
  });

  test('is kept once, whoever asks and however often', async () => {
    const { actions, store, id, personId } = await openWithRecording();
    await actions.addPiece(id, piece('once'), facts(1));
    const answers = await Promise.all([
      actions.keepRecording(id, createHasher()),
      actions.keepRecording(id, createHasher()),
    ]);
    expect(answers.sort()).toEqual(['empty', 'kept']);
    expect((await store.readPerson(personId))?.notes[0]?.recordings.length).toBe(1);
  });

  test('that is nobody’s stays on the device until it is somebody’s', async () => {
    const { actions, queries, id, personId, readNote, saves } = await openWithRecording({ personId: null });
    const before = saves();
    await actions.addPiece(id, piece('whose'), facts(1));
    expect(await actions.keepRecording(id, createHasher())).toBe('nobody');
    expect(await queries.listLeftRecordings()).toMatchObject([{ id, about: undefined, pieces: 1 }]);
    await actions.giveRecording(id, personId);
    expect(await actions.keepRecording(id, createHasher())).toBe('kept');
    expect((await readNote())?.recordings.length).toBe(1);
    expect(saves()).toBeGreaterThan(before);
  });

  test('counts as what is on this device alone, also while it is nobody’s', async () => {
    const { actions, queries, store, id } = await openWithRecording({ personId: null });
    await actions.addPiece(id, piece('only here'), facts(1));
    expect(await store.readSyncFacts()).toMatchObject({ filesWaiting: 1 });
    const bringBack = await actions.dropRecording(id);
    expect(await store.readSyncFacts()).toMatchObject({ filesWaiting: 0 });
    await bringBack();
    expect(await (await queries.readLeftRecording(id))?.text()).toBe('only here');
  });

  test('about somebody who was deleted meanwhile is not lost', async () => {
    const { actions, store, queries, id, personId } = await openWithRecording();
    await actions.addPiece(id, piece('still here'), facts(1));
    await store.deletePerson(personId);
    expect(await actions.keepRecording(id, createHasher())).toBe('gone');
    expect(await (await queries.readLeftRecording(id))?.text()).toBe('still here');
    expect(await queries.listLeftRecordings()).toMatchObject([{ id, about: undefined }]);
  });

  test('of which no piece came leaves nothing behind', async () => {
    const open = await openWithRecording();
    const before = await readEverything(open);
    expect(await open.actions.keepRecording(open.id, createHasher())).toBe('empty');
    expect(await readEverything(open)).toEqual({ ...before, recording: [] });
  });
});

describe('the words of a recording', () => {
  async function openKept(heard: string | null) {
    const open = await openWithRecording();
    await open.actions.addPiece(open.id, piece('x'), facts(1, heard));
    await open.actions.stopRecording(open.id, heard);
    await open.actions.keepRecording(open.id, createHasher());
    return { ...open, notes: noteEdits(open.context) };
  }

  test('a better text takes the place of a worse one, and the first is kept beside it', async () => {
    const { actions, id, readNote } = await openKept('runs a backery');
    await actions.addHeard(id, 'heardOnDevice', 'Runs a bakery.');
    expect(await readNote()).toMatchObject({ text: 'Runs a bakery.', writtenBy: 'heardOnDevice' });
    await actions.addHeard(id, 'heardByServer', 'Runs a bakery on Fourth.');
    const note = await readNote();
    expect(note?.text).toBe('Runs a bakery on Fourth.');
    expect(note?.recordings[0]?.heard).toEqual({
      heardLive: 'runs a backery',
      heardOnDevice: 'Runs a bakery.',
      heardByServer: 'Runs a bakery on Fourth.',
    });
  });

  test('a text that somebody edited stays, whatever is heard later', async () => {
    const { actions, notes, id, noteId, readNote } = await openKept('runs a backery');
    await notes.editNote(noteId, { text: 'Owns the bakery.', written: [id], isRead: true });
    await actions.addHeard(id, 'heardByServer', 'Runs a battery.');
    expect(await readNote()).toMatchObject({ text: 'Owns the bakery.', writtenBy: 'hand' });
    expect((await readNote())?.readAt).not.toBeNull();
  });

  test('what is said after the text was read stands behind it, is to be read, and goes no sooner', async () => {
    const { actions, notes, clock, db, id, noteId, personId, readNote } = await openKept('Runs a bakery.');
    await notes.setRead(await seen(readNote));
    clock.nowMs += 60_000;
    const second = await actions.startRecording({ personId, noteId, lock: 'recording/2' });
    await actions.addPiece(second.id, piece('y'), facts(1, 'Two kids.'));
    await actions.stopRecording(second.id, 'Two kids.');
    await actions.keepRecording(second.id, createHasher());
    for (const one of [id, second.id]) await db.content.update(one, { state: 'confirmed' });
    expect(await readNote()).toMatchObject({ text: 'Runs a bakery. Two kids.', readAt: null });
    expect(await notes.deleteRecordings(noteId, true)).toEqual([]);
  });

  /** Goes on with the note: nothing is heard in it yet. */
  async function goOn(open: Awaited<ReturnType<typeof openKept>>, later = 60_000) {
    open.clock.nowMs += later;
    const { personId, noteId } = open;
    const { id } = await open.actions.startRecording({ personId, noteId, lock: 'recording/2' });
    await open.actions.addPiece(id, piece('y'), facts(2));
    await open.actions.stopRecording(id, null);
    await open.actions.keepRecording(id, createHasher());
    open.clock.nowMs += 60_000;
    return id;
  }
  const confirmAll = ({ db }: Awaited<ReturnType<typeof openKept>>) =>
    db.content.toCollection().modify({ state: 'confirmed' });

  test('a recording whose words come after the reading is to be read, and is listed until they come', async () => {
    const open = await openKept('Runs a bakery.');
    const { actions, queries, notes, noteId, readNote } = open;
    const second = await goOn(open);
    await notes.setRead(await seen(readNote));
    await confirmAll(open);
    expect(await readNote()).toMatchObject({ text: 'Runs a bakery.', readAt: null, unread: [] });
    expect(await queries.listUnwritten()).toMatchObject([{ noteId, seconds: 2 }]);
    expect(await notes.deleteRecordings(noteId, true), 'nobody heard the second').toEqual([]);
    await actions.addHeard(second, 'heardByServer', 'Two kids.');
    expect(await readNote()).toMatchObject({ text: 'Runs a bakery. Two kids.', readAt: null });
    expect(await queries.listUnwritten()).toEqual([]);
    expect(await notes.deleteRecordings(noteId, true), 'nobody read the second').toEqual([]);
    await notes.setRead(await seen(readNote));
    const read = await readNote();
    expect([read?.text, read?.readAt, read?.asides]).toEqual([
      'Runs a bakery. Two kids.',
      expect.any(String),
      [],
    ]);
    expect((await notes.deleteRecordings(noteId, true)).length).toBe(2);
    expect((await readNote())?.text).toBe('Runs a bakery. Two kids.');
    for (const { edit } of await open.db.outbox.toArray()) {
      expect(findFieldProblems(edit.table, edit.values)).toEqual([]);
    }
  });

  test('what is typed and left says nothing of a recording that nobody heard', async () => {
    const open = await openKept(null);
    const { actions, queries, notes, id, noteId, readNote } = open;
    await confirmAll(open);
    const left = { text: 'D', written: [], isRead: false };
    await notes.editNote(noteId, left);
    expect(await notes.deleteRecordings(noteId, true)).toEqual([]);
    await notes.editNote(noteId, { ...left, isRead: true });
    expect(await notes.deleteRecordings(noteId, true), 'no word says that it is in there').toEqual([]);
    expect(await queries.listUnwritten()).toMatchObject([{ noteId }]);
    await notes.editNote(noteId, { text: 'Runs a bakery.', written: [id], isRead: true });
    expect(await queries.listUnwritten()).toEqual([]);
    await actions.addHeard(id, 'heardByServer', 'Runs a battery.');
    expect((await readNote())?.text).toBe('Runs a bakery.');
    expect(await notes.deleteRecordings(noteId, true)).toEqual([id]);
  });

  test('words that were edited and left are not there twice, and nobody has read them', async () => {
    const open = await openKept('Runs a backery.');
    const { notes, id, noteId, readNote } = open;
    await confirmAll(open);
    await notes.editNote(noteId, { text: 'Runs a bakery.', written: [id], isRead: false });
    expect(await readNote()).toMatchObject({ text: 'Runs a bakery.', readAt: null, unread: [{ id }] });
    expect(await notes.deleteRecordings(noteId, true)).toEqual([]);
  });

  test('a text that somebody emptied is no place for what was never heard', async () => {
    const open = await openKept('Runs a bakery.');
    const { notes, id, noteId } = open;
    const second = await goOn(open);
    await confirmAll(open);
    await notes.editNote(noteId, { text: 'A bakery, two kids.', written: [id, second], isRead: true });
    await notes.editNote(noteId, { text: '', written: [], isRead: true });
    expect(await notes.deleteRecordings(noteId, true)).toEqual([]);
  });

  test('one that goes on with a note that was deleted meanwhile becomes a note of its own', async () => {
    const { actions, notes, clock, noteId, personId, readNote } = await openKept('Runs a bakery.');
    clock.nowMs += 60_000;
    const second = await actions.startRecording({ personId, noteId, lock: 'recording/2' });
    await actions.addPiece(second.id, piece('y'), facts(1, 'Two kids.'));
    await notes.deleteNote(noteId);
    expect(await actions.keepRecording(second.id, createHasher())).toBe('kept');
    const note = await readNote();
    expect(note).toMatchObject({ text: 'Two kids.' });
    expect(note?.id).not.toBe(noteId);
  });

  test('a way that heard no word does not hide what another heard', async () => {
    const { actions, id, readNote } = await openKept('runs a bakery');
    await actions.addHeard(id, 'heardByServer', '  ');
    expect(await readNote()).toMatchObject({ text: 'runs a bakery', writtenBy: 'heardLive' });
  });

  test('a recording waits to be written down until it is, and nothing of it goes before it was read and confirmed', async () => {
    const { actions, queries, notes, db, id, noteId, personId, readNote } = await openKept(null);
    expect(await queries.listUnwritten()).toMatchObject([{ noteId, seconds: 1 }]);
    expect(await queries.listUnheard('heardOnDevice')).toEqual([id]);
    await actions.addHeard(id, 'heardOnDevice', 'two kids');
    expect(await queries.listUnwritten()).toEqual([]);
    expect(await queries.listUnheard('heardOnDevice')).toEqual([]);
    await db.content.update(id, { state: 'confirmed' });
    expect(await notes.deleteRecordings(noteId, true), 'nobody has read it').toEqual([]);
    await db.content.update(id, { state: 'waiting' });
    await notes.setRead(await seen(readNote));
    expect(await notes.deleteRecordings(noteId, true), 'only here').toEqual([]);
    await db.content.delete(id);
    expect(await notes.deleteRecordings(noteId, true), 'perhaps on another phone alone').toEqual([]);
    await db.content.put({
      id,
      person: personId,
      hash: '',
      bytes: 1,
      state: 'confirmed',
      isCopy: true,
      usedAtMs: 0,
    });
    expect(await queries.listWithRecordings()).toEqual([noteId]);
    expect(await notes.deleteRecordings(noteId, true)).toEqual([id]);
    expect(await readNote()).toMatchObject({ text: 'two kids', recordings: [] });
  });

  test('what the contact database wrote down without a language is written down on the device all the same', async () => {
    const { db, queries, id } = await openKept(null);
    const writtenBy = async (writer: string) => {
      const row = await db.file.get(id);
      if (row === undefined) throw new Error('There is no recording');
      const values = { ...row.values, heardByServer: 'words' };
      const stamps = { ...row.stamps, heardByServer: `000000000002${writer}` };
      await db.file.put({ ...row, values, stamps });
    };
    await writtenBy('writesdown');
    expect(await queries.listUnheard('heardOnDevice')).toEqual([]);
    await writtenBy('writesauto');
    expect(await queries.listUnheard('heardOnDevice')).toEqual([id]);
  });

  test('a note that is deleted takes its recordings along, and brings them back', async () => {
    const { notes, noteId, store, personId, readNote } = await openKept('two kids');
    const ids = await notes.deleteNote(noteId);
    expect((await store.readPerson(personId))?.notes).toEqual([]);
    expect(await store.listFiles(personId)).toEqual([]);
    await notes.undeleteNote(noteId, ids);
    expect((await readNote())?.recordings.length).toBe(1);
  });
});

async function seen(readNote: () => Promise<Note | undefined>): Promise<Note> {
  const note = await readNote();
  if (note === undefined) throw new Error('There is no note');
  return note;
}

async function openedFile(db: ReturnType<typeof openStore>['db'], id: string): Promise<Blob> {
  const pieces = await db.piece.where('key').startsWith(`${id}/`).toArray();
  return new Blob(pieces.map(({ bytes }) => bytes));
}
