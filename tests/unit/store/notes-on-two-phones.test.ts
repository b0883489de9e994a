import { expect, test } from 'vitest';
import { mergeActions } from '../../../src/store/actions/merge-people.ts';
import { noteEdits } from '../../../src/store/actions/note-edits.ts';
import { recordingActions } from '../../../src/store/actions/recordings.ts';
import { exchangeRows } from './exchange-rows.ts';
import { capture, captureDraft, type OpenStore, openStore } from './open-store.ts';
import { confirmAll, say } from './say.ts';

const minute = 60_000;

const readNotes = async ({ store }: OpenStore, personId: string) =>
  (await store.readPerson(personId))?.notes ?? [];

test('a recording that goes on, without signal, with a note that another phone deletes is still somewhere', async () => {
  const [a, b] = [openStore(), openStore()];
  const personId = await a.store.savePerson(capture(), captureDraft);
  const { noteId } = await say(a, personId, null, 'Runs a bakery.');
  await exchangeRows(a, b);
  a.clock.nowMs += minute;
  await noteEdits(a.context).deleteNote(noteId);
  b.clock.nowMs += 2 * minute;
  const second = await say(b, personId, noteId, 'Two kids.');
  await exchangeRows(a, b);
  for (const phone of [a, b]) {
    const seen = (await readNotes(phone, personId)).flatMap(({ recordings }) =>
      recordings.map(({ id }) => id),
    );
    expect(seen).toContain(second.id);
  }
});

test('what was said after two were put together is still there when they are taken apart', async () => {
  const a = openStore();
  const one = await a.store.savePerson(capture(), captureDraft);
  a.clock.nowMs += minute;
  const two = await a.store.savePerson(capture({ name: 'Dana R' }), captureDraft);
  const { noteId } = await say(a, two, null, 'Runs a bakery.');
  const merged = await mergeActions(a.context).mergePeople(one, two, []);
  if (!merged) throw new Error('They were not put together');
  a.clock.nowMs += minute;
  await say(a, merged.stays, noteId, 'Two kids.');
  expect((await readNotes(a, merged.stays))[0]?.text).toBe('Runs a bakery. Two kids.');
  await mergeActions(a.context).unmergePeople(merged.goes);
  const notes = [...(await readNotes(a, one)), ...(await readNotes(a, two))];
  expect(notes.map(({ text }) => text).join(' ')).toContain('Two kids.');
});

test('an emptied text tells no recording', async () => {
  const a = openStore();
  const personId = await a.store.savePerson(capture(), captureDraft);
  const first = await say(a, personId, null, null);
  const { editNote, setRead, deleteRecordings } = noteEdits(a.context);
  a.clock.nowMs += minute;
  await editNote(first.noteId, { text: 'Runs a bakery.', written: [first.id], isRead: true });
  a.clock.nowMs += minute;
  await editNote(first.noteId, { text: '', written: [], isRead: false });
  a.clock.nowMs += minute;
  await say(a, personId, first.noteId, 'Two kids.');
  const [seen] = await readNotes(a, personId);
  if (seen) await setRead(seen);
  await confirmAll(a);
  expect(await deleteRecordings(first.noteId, true)).toEqual([]);
});

test('what is said to have written a note down is the worst of what was heard in it, and silence is nobody’s', async () => {
  const a = openStore();
  const personId = await a.store.savePerson(capture(), captureDraft);
  const first = await say(a, personId, null, null);
  a.clock.nowMs += minute;
  const second = await say(a, personId, first.noteId, null);
  const { addHeard } = recordingActions(a.context);
  await addHeard(first.id, 'heardLive', 'Runs a bakery.');
  await addHeard(second.id, 'heardOnDevice', '');
  const [note] = await readNotes(a, personId);
  expect([note?.text, note?.writtenBy]).toEqual(['Runs a bakery.', 'heardLive']);
});

test('a recording goes only where somebody said that the text that stands is right', async () => {
  const [a, b] = [openStore(), openStore()];
  const personId = await a.store.savePerson(capture(), captureDraft);
  const { id, noteId } = await say(a, personId, null, 'Runs a bakery, two kids, lease ends in May.');
  await exchangeRows(a, b);
  a.clock.nowMs += minute;
  const [seen] = await readNotes(a, personId);
  if (seen) await noteEdits(a.context).setRead(seen);
  b.clock.nowMs += 2 * minute;
  // One letter was typed over it, and the page was left: that says nothing.
  await noteEdits(b.context).editNote(noteId, { text: 'R', written: [id], isRead: false });
  await exchangeRows(a, b);
  await confirmAll(a);
  expect(await noteEdits(a.context).deleteRecordings(noteId, true)).toEqual([]);
});

test('words that another hand wrote over without having seen them stand behind theirs', async () => {
  const [a, b] = [openStore(), openStore()];
  const personId = await a.store.savePerson(capture(), captureDraft);
  const { id, noteId } = await say(a, personId, null, null);
  await exchangeRows(a, b);
  a.clock.nowMs += minute;
  await recordingActions(a.context).addHeard(id, 'heardOnDevice', 'Two kids.');
  const [seen] = await readNotes(a, personId);
  if (seen) await noteEdits(a.context).setRead(seen);
  b.clock.nowMs += 2 * minute;
  await noteEdits(b.context).editNote(noteId, { text: 'Bakery.', written: [], isRead: true });
  await exchangeRows(a, b);
  await confirmAll(a);
  expect((await readNotes(a, personId))[0]?.text).toBe('Bakery. Two kids.');
  expect(await noteEdits(a.context).deleteRecordings(noteId, true)).toEqual([]);
});

test('left out, other words change nothing of what is still to be heard better', async () => {
  const a = openStore();
  const personId = await a.store.savePerson(capture(), captureDraft);
  const first = await say(a, personId, null, null);
  const { editNote, settleWords } = noteEdits(a.context);
  const { addHeard } = recordingActions(a.context);
  a.clock.nowMs += minute;
  await editNote(first.noteId, { text: 'Nice.', written: [first.id], isRead: true });
  a.clock.nowMs += minute;
  const second = await say(a, personId, first.noteId, 'Ruins a bacon tree.');
  await settleWords(first.noteId, [], '');
  await addHeard(second.id, 'heardByServer', 'Runs a bakery.');
  const [note] = await readNotes(a, personId);
  expect(note?.text).toBe('Nice. Runs a bakery.');
  expect(note?.unread.map(({ id }) => id)).toEqual([second.id]);
});
