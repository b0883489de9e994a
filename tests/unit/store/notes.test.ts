import { describe, expect, test } from 'vitest';
import { maxNoteLength } from '../../../src/domain/limits.ts';
import { findFieldProblems } from '../../../src/domain/tables.ts';
import { noteQueries } from '../../../src/store/queries/notes.ts';
import { capture, captureDraft, openStore, startMs } from './open-store.ts';

async function openWithPerson() {
  const open = openStore();
  return { ...open, id: await open.store.savePerson(capture(), captureDraft) };
}

describe('addNote', () => {
  test('S-2 keeps the note, forgets its draft, and asks for a sync', async () => {
    const { store, db, id, saves } = await openWithPerson();
    await store.writeDraft(`note/${id}`, { text: 'Likes rye' });
    await store.addNote(id, ' Likes rye\nand butter ', `note/${id}`);
    expect((await store.readPerson(id))?.notes).toMatchObject([
      { personId: id, text: 'Likes rye\nand butter', writtenAt: new Date(startMs).toISOString() },
    ]);
    expect(await store.readDraft(`note/${id}`)).toBeUndefined();
    expect((await db.outbox.orderBy('stamp').last())?.subject).toBe(id);
    expect(saves()).toBe(2);
  });

  test('keeps every character of a text that is too long for one note, in several', async () => {
    const { store, db, id } = await openWithPerson();
    const text = `${'x'.repeat(maxNoteLength - 1)}🙂${'y'.repeat(maxNoteLength - 2)}🙂z`;
    await store.addNote(id, text, undefined);
    const notes = (await db.outbox.orderBy('stamp').toArray())
      .filter(({ edit }) => edit.table === 'note')
      .map(({ edit }) => edit.values);
    expect(notes.map(({ text: part }) => part).join('')).toBe(text);
    expect(notes).toHaveLength(3);
    for (const values of notes) {
      expect(findFieldProblems('note', values)).toEqual([]);
      expect(String(values['text']).isWellFormed()).toBe(true);
    }
  });

  test('a text of just the right length is one note', async () => {
    const { store, id } = await openWithPerson();
    await store.addNote(id, `${'x'.repeat(maxNoteLength - 2)}🙂`, undefined);
    expect((await store.readPerson(id))?.notes).toHaveLength(1);
  });

  test('an empty text is no note', async () => {
    const { store, db, id } = await openWithPerson();
    const before = await db.person.get(id);
    await store.addNote(id, ' \n\0', undefined);
    expect(await db.note.count()).toBe(0);
    expect(await db.person.get(id)).toEqual(before);
    expect(await db.outbox.count()).toBe(1);
  });

  test('notes stand latest first on the page, and all are listed for searching', async () => {
    const { store, context, clock, id } = await openWithPerson();
    await store.addNote(id, 'First', undefined);
    clock.nowMs += 1_000;
    await store.addNote(id, 'Second', undefined);
    expect((await store.readPerson(id))?.notes.map(({ text }) => text)).toEqual(['Second', 'First']);
    expect((await noteQueries(context).listNotes()).map(({ text }) => text).sort()).toEqual([
      'First',
      'Second',
    ]);
  });
});

describe('drafts', () => {
  test('are there as they were written, and gone when everything in them is empty', async () => {
    const { store } = openStore();
    expect(await store.readDraft(captureDraft)).toBeUndefined();
    await store.writeDraft(captureDraft, { name: 'Da', phone: '' });
    await store.writeDraft('note/1', { text: 'x' });
    expect(await store.readDraft(captureDraft)).toEqual({ name: 'Da', phone: '' });
    await store.writeDraft(captureDraft, { name: '', phone: '' });
    expect(await store.readDraft(captureDraft)).toBeUndefined();
    expect(await store.readDraft('note/1')).toEqual({ text: 'x' });
  });

  test('never leave the device', async () => {
    const { store, db, saves } = openStore();
    await store.writeDraft(captureDraft, { name: 'Da' });
    expect(await db.outbox.count()).toBe(0);
    expect(saves()).toBe(0);
  });

  test('of the tag being filled in are one for each tab', async () => {
    const { store } = openStore();
    const live = new Set(['tab1', 'tab2']);
    const one = await store.openDraft('capture', 'tab1', async () => live);
    await store.writeDraft(one, { name: 'Dana' });
    const other = await store.openDraft('capture', 'tab2', async () => live);
    expect(await store.readDraft(other)).toBeUndefined();
    await store.writeDraft(other, { name: 'Bo' });
    expect(await store.readDraft(await store.openDraft('capture', 'tab1', async () => live))).toEqual({
      name: 'Dana',
    });
    expect(await store.readDraft(await store.openDraft('capture', 'tab2', async () => live))).toEqual({
      name: 'Bo',
    });
  });

  test('that a tab left behind which is gone go to one that opens, and to one alone', async () => {
    const { store, db } = openStore();
    await store.writeDraft(await store.openDraft('capture', 'gone', async () => new Set(['gone'])), {
      name: 'Dana',
    });
    await store.writeDraft('note/1', { text: 'x' });
    const live = new Set(['tab1', 'tab2']);
    const [one, other] = await Promise.all([
      store.openDraft('capture', 'tab1', async () => live),
      store.openDraft('capture', 'tab2', async () => live),
    ]);
    const found = [await store.readDraft(one), await store.readDraft(other)];
    expect(found.filter((fields) => fields?.['name'] === 'Dana')).toHaveLength(1);
    expect(await db.draft.count()).toBe(2);
  });

  test('that a tab left behind stay while this tab has its own', async () => {
    const { store, db } = openStore();
    await store.writeDraft(await store.openDraft('capture', 'gone', async () => new Set()), { name: 'Dana' });
    await store.writeDraft(captureDraft, { name: 'Bo' });
    const mine = await store.openDraft('capture', 'tab1', async () => new Set(['tab1']));
    expect(mine).toBe(captureDraft);
    expect(await store.readDraft(mine)).toEqual({ name: 'Bo' });
    expect(await db.draft.count()).toBe(2);
  });
});
