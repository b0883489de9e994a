import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bringToNotes } from '../../../src/store/actions/bring-to-notes.ts';
import { mergeActions } from '../../../src/store/actions/merge-people.ts';
import { noteEdits } from '../../../src/store/actions/note-edits.ts';
import { mergeQueries } from '../../../src/store/queries/merges.ts';
import { noteQueries } from '../../../src/store/queries/notes.ts';
import { writeEdit, writeTogether } from '../../../src/store/write-edit.ts';
import { exchangeRows, readRows } from './exchange-rows.ts';
import { capture, captureDraft, openStore } from './open-store.ts';
import { say } from './say.ts';

const minute = 60_000;

function openPhone() {
  const open = openStore();
  const { context } = open;
  return { ...open, ...mergeActions(context), ...mergeQueries(context), ...bringToNotes(context) };
}
type Phone = ReturnType<typeof openPhone>;

/** As an open app does after a pull. */
async function takeIn(phone: Phone): Promise<void> {
  phone.clock.nowMs += minute;
  if ((await phone.findUnfinished()) !== '') await phone.finishMerges();
  await phone.bringFilesToNotes();
}

async function settle(phones: readonly Phone[]): Promise<void> {
  for (let turn = 0; turn < 6; turn += 1) {
    await exchangeRows(...phones);
    for (const phone of phones) await takeIn(phone);
  }
}

/** What stands on the page of somebody: of each note, its recordings. */
async function readRecordings({ store }: Phone, personId: string): Promise<string[]> {
  const notes = (await store.readPerson(personId))?.notes ?? [];
  return notes.flatMap(({ recordings }) => recordings.map(({ id }) => id));
}

/** Dana R was put into Dana, on two phones; a note of hers has a recording. */
async function openMerged() {
  const [a, b] = [openPhone(), openPhone()];
  const one = await a.store.savePerson(capture(), captureDraft);
  a.clock.nowMs += minute;
  const two = await a.store.savePerson(capture({ name: 'Dana R' }), captureDraft);
  const first = await say(a, two, null, 'Runs a bakery.');
  const merged = await a.mergePeople(one, two, []);
  if (merged === undefined) throw new Error('They were not put together');
  await exchangeRows(a, b);
  b.clock.nowMs = a.clock.nowMs + minute;
  return { a, b, ...merged, first };
}

test('a recording that goes on, without signal, with a note of somebody who is taken apart elsewhere stands with that note', async () => {
  const { a, b, stays, goes, first } = await openMerged();
  const second = await say(b, stays, first.noteId, 'Two kids.');
  a.clock.nowMs += minute;
  await a.unmergePeople(goes);
  await settle([a, b]);
  for (const phone of [a, b]) {
    expect(await readRecordings(phone, goes)).toEqual([first.id, second.id]);
    expect(await readRecordings(phone, stays)).toEqual([]);
    const files = await phone.store.listFiles(goes);
    expect(files.map(({ id }) => id).sort()).toEqual([first.id, second.id].sort());
    expect((await phone.store.readPerson(goes))?.notes[0]?.text).toBe('Runs a bakery. Two kids.');
  }
  // Its bytes are this phone's alone, and are waited for on that page.
  expect(await b.db.content.where('person').equals(stays).count()).toBe(0);
  const before = await readRows(a);
  await settle([a, b]);
  expect(await readRows(a)).toEqual(before);
});

test.each(['the file', 'the note'])(
  '%s may come first to a third phone, which brings both together by itself',
  async (first) => {
    const { a, b, stays, goes, first: spoken } = await openMerged();
    const c = openPhone();
    if (first === 'the file') await exchangeRows(a, c);
    const second = await say(b, stays, spoken.noteId, 'Two kids.');
    if (first === 'the file') {
      await exchangeRows(b, c);
      await takeIn(c);
      expect(await readRecordings(c, stays)).toEqual([spoken.id, second.id]);
    }
    a.clock.nowMs += minute;
    await a.unmergePeople(goes);
    await exchangeRows(a, c);
    await takeIn(c);
    await exchangeRows(b, c);
    await takeIn(c);
    expect(await readRecordings(c, goes)).toEqual([spoken.id, second.id]);
  },
);

test('a recording whose note has not come yet, or was deleted, stays whose it is', async () => {
  const { a, stays, goes, first } = await openMerged();
  const giveNote = (values: Record<string, string>) =>
    writeTogether(a.context, () =>
      writeEdit(a.context, { table: 'note', id: first.noteId, values, subject: goes }),
    );
  const note = await a.db.note.get(first.noteId);
  await a.db.note.delete(first.noteId);
  expect(await a.bringFilesToNotes()).toBe(0);
  if (note) await a.db.note.put(note);
  const { deleteNote, undeleteNote } = noteEdits(a.context);
  await giveNote({ person: goes });
  await deleteNote(first.noteId);
  expect(await a.bringFilesToNotes()).toBe(0);
  await undeleteNote(first.noteId, []);
  await a.store.deleteFile(first.id);
  expect(await a.bringFilesToNotes()).toBe(0);
  await a.store.undeleteFile(first.id);
  expect(await a.bringFilesToNotes()).toBe(1);
  expect((await a.db.file.get(first.id))?.values['person']).toBe(goes);
  await giveNote({ person: stays });
  expect(await a.bringFilesToNotes()).toBe(1);
  expect(await a.bringFilesToNotes()).toBe(0);
});

const step = fc.record({
  phone: fc.constantFrom(0, 0, 1, 2),
  what: fc.constantFrom('merge', 'unmerge', 'say', 'go on', 'delete', 'exchange', 'take in'),
  one: fc.constantFrom(0, 0, 1, 2),
  other: fc.nat(2),
});

async function take(phone: Phone, what: string, one: string, other: string): Promise<void> {
  const [latest] = (await phone.store.readPerson(one))?.notes ?? [];
  const [last] = (await phone.listPutInto(one)).reverse();
  if (what === 'merge') await phone.mergePeople(one, other, []);
  if (what === 'unmerge' && last !== undefined) await phone.unmergePeople(last.id);
  if (what === 'say') await say(phone, one, null, 'Two kids.');
  if (what === 'go on' && latest !== undefined) await say(phone, one, latest.id, 'Two kids.');
  if (what === 'delete' && latest !== undefined) await noteEdits(phone.context).deleteNote(latest.id);
  if (what === 'take in') await takeIn(phone);
}

async function expectAllShown(phone: Phone): Promise<void> {
  const { store } = phone;
  const [notes, people] = await Promise.all([noteQueries(phone.context).listNotes(), store.listPeople()]);
  const shown = await Promise.all(people.map(({ person }) => readRecordings(phone, person.id)));
  const expected = notes.flatMap(({ recordings }) => recordings.map(({ id }) => id));
  expect(shown.flat().sort()).toEqual(expected.sort());
}

test('whatever three phones merge, take apart, say and delete, they end up the same, and every recording stands with its note', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 8, maxLength: 14 }), async (steps) => {
      const { a, b, stays, goes } = await openMerged();
      const phones = [a, b, openPhone()] as const;
      const third = await a.store.savePerson(capture({ name: 'D. Ruiz' }), undefined);
      const ids = [stays, goes, third];
      for (const phone of phones) phone.clock.nowMs = b.clock.nowMs;
      await exchangeRows(...phones);
      for (const [place, { phone, what, one, other }] of steps.entries()) {
        const acting = phones[phone] ?? phones[0];
        acting.clock.nowMs += 500 * (place + 1);
        if (what === 'exchange') await exchangeRows(...phones);
        else await take(acting, what, ids[one] ?? '', ids[other] ?? '');
      }
      await settle(phones);
      const [known, ...others] = await Promise.all(phones.map(readRows));
      for (const rows of others) expect(rows).toEqual(known);
      for (const phone of phones) {
        await expectAllShown(phone);
        expect(await phone.bringFilesToNotes()).toBe(0);
        phone.db.close();
      }
    }),
    { numRuns: 25 },
  );
});
