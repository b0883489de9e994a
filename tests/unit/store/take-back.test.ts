import { expect, test } from 'vitest';
import { takeBackActions } from '../../../src/store/actions/take-back.ts';
import { capture, openStore } from './open-store.ts';

const draftId = 'capture@tab1';
const tag = { name: 'Dana Ruiz', phone: '231 555 0142', where: 'Fair' };

async function saved() {
  const { store, context, db } = openStore();
  const id = await store.savePerson(capture({ name: 'Dana Ruiz' }), draftId);
  const isDeleted = async () => (await store.readPerson(id))?.isDeleted;
  return { store, db, id, isDeleted, ...takeBackActions(context) };
}

test('whoever is taken back is deleted, and the tag is theirs again', async () => {
  const { store, id, isDeleted, takePersonBack } = await saved();
  expect(await takePersonBack(id, draftId, tag)).toBe(true);
  expect(await isDeleted()).toBe(true);
  expect(await store.readDraft(draftId)).toEqual(tag);
});

test('another tag that was begun meanwhile stays as it is', async () => {
  const { store, id, isDeleted, takePersonBack } = await saved();
  await store.writeDraft(draftId, { name: 'Luis' });
  expect(await takePersonBack(id, draftId, tag)).toBe(false);
  expect(await isDeleted()).toBe(true);
  expect(await store.readDraft(draftId)).toEqual({ name: 'Luis' });
});

test('with a note of their own they are deleted, to be brought back with it', async () => {
  const { store, id, isDeleted, takePersonBack } = await saved();
  await store.addNote(id, 'two kids', undefined);
  expect(await takePersonBack(id, draftId, tag)).toBe(false);
  expect(await isDeleted()).toBe(true);
  expect(await store.readDraft(draftId)).toBeUndefined();
  await store.undeletePerson(id);
  expect((await store.readPerson(id))?.notes[0]?.text).toBe('two kids');
});

test('nobody is taken back twice', async () => {
  const { id, takePersonBack } = await saved();
  await takePersonBack(id, draftId, tag);
  expect(await takePersonBack(id, draftId, tag)).toBe(false);
});
