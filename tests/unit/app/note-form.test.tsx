// @vitest-environment jsdom
import { screen, waitFor } from '@testing-library/react';
import { expect, test } from 'vitest';
import { NoteForm } from '../../../src/app/ui/NoteForm.tsx';
import { capture } from '../store/open-store.ts';
import { type FakeApp, fakeApp, quiet, show, slowApp } from './fake-app.tsx';

const noteDraftId = (id: string) => `note/${id}@tab1`;
const box = () => screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'What did you talk about?' });
const keepButton = () => screen.getByRole('button', { name: 'Keep this note' });

async function appWithDana() {
  const app = fakeApp();
  return { app, id: await app.store.savePerson(capture(), undefined) };
}

const showForm = (app: FakeApp, id: string) =>
  show(app, <NoteForm personId={id} label="What did you talk about?" />);
const notesOf = async ({ store }: FakeApp, id: string) =>
  (await store.readPerson(id))?.notes.map(({ text }) => text);

test('a note is kept, and its form is empty again', async () => {
  const { app, id } = await appWithDana();
  const { user } = showForm(app, id);
  expect(screen.queryByRole('button')).toBeNull();
  await user.type(box(), 'Likes rye');
  await user.click(keepButton());
  await waitFor(() => expect(box().value).toBe(''));
  expect(await notesOf(app, id)).toEqual(['Likes rye']);
  await quiet();
  expect(await app.store.readDraft(noteDraftId(id))).toBeUndefined();
});

test('what is typed while a note is being kept is not taken in, and keeping twice keeps one', async () => {
  const { app, id } = await appWithDana();
  const slow = slowApp(app, 'addNote');
  const { user } = showForm(slow.app, id);
  await user.type(box(), 'Likes rye');
  await user.click(keepButton());
  await waitFor(() => expect(slow.count()).toBe(1));
  await user.type(box(), ' and butter');
  await user.keyboard('{Control>}{Enter}{/Control}');
  await user.click(keepButton());
  expect(box().value).toBe('Likes rye');
  await slow.goOn();
  expect(await notesOf(app, id)).toEqual(['Likes rye']);
  expect(box().value).toBe('');
  expect(await app.store.readDraft(noteDraftId(id))).toBeUndefined();
  await user.type(box(), 'and butter');
  expect(box().value).toBe('and butter');
});

test('a note that the phone could not store stays in the form and on disk, and can be kept again', async () => {
  const { app, id } = await appWithDana();
  let isFull = true;
  const addNote = (...note: Parameters<typeof app.store.addNote>) =>
    isFull ? Promise.reject(new Error('QuotaExceededError')) : app.store.addNote(...note);
  const { user, unmount } = showForm({ ...app, store: { ...app.store, addNote } }, id);
  await user.type(box(), 'Likes rye');
  await user.click(keepButton());
  await waitFor(() => expect(screen.getByRole('alert').textContent).toMatch(/could not store the note/));
  await user.click(screen.getByRole('button', { name: 'Share it' }));
  expect(app.shared).toEqual(['Likes rye']);
  expect(box().value).toBe('Likes rye');
  await quiet();
  expect(await app.store.readDraft(noteDraftId(id))).toEqual({ text: 'Likes rye' });
  unmount();
  await quiet();
  isFull = false;
  const again = showForm(app, id);
  await waitFor(() => expect(box().value).toBe('Likes rye'));
  await again.user.click(keepButton());
  await waitFor(() => expect(box().value).toBe(''));
  expect(await notesOf(app, id)).toEqual(['Likes rye']);
  expect(screen.getByRole('alert').textContent).toBe('');
});

test('Ctrl and Enter keeps the draft that was not read yet and what was typed behind it', async () => {
  const { app, id } = await appWithDana();
  await app.store.writeDraft(noteDraftId(id), { text: 'Likes ' });
  const slow = slowApp(app, 'readDraft');
  const { user } = showForm(slow.app, id);
  await user.type(box(), 'rye');
  await user.keyboard('{Control>}{Enter}{/Control}');
  await slow.goOn();
  await waitFor(async () => expect(await notesOf(app, id)).toEqual(['Likes rye']));
  await quiet();
  expect(await app.store.readDraft(noteDraftId(id))).toBeUndefined();
});

test('a note is kept when its page is left, once', async () => {
  const { app, id } = await appWithDana();
  const { user, unmount } = showForm(app, id);
  await user.type(box(), 'Likes rye');
  unmount();
  await waitFor(async () => expect(await notesOf(app, id)).toEqual(['Likes rye']));
  await quiet();
  expect(await notesOf(app, id)).toEqual(['Likes rye']);
  expect(await app.store.readDraft(noteDraftId(id))).toBeUndefined();
});

test('a note that is being kept when its page is left is one note', async () => {
  const { app, id } = await appWithDana();
  const { user, unmount } = showForm(app, id);
  await user.type(box(), 'Likes rye');
  keepButton().click();
  keepButton().click();
  keepButton().click();
  unmount();
  await quiet();
  expect(await notesOf(app, id)).toEqual(['Likes rye']);
});

test('a note half typed when its person is deleted elsewhere undoes no delete, and is there when they come back', async () => {
  const { app, id } = await appWithDana();
  const { user, unmount } = showForm(app, id);
  await user.type(box(), 'Likes rye');
  await app.store.deletePerson(id);
  unmount();
  await quiet();
  expect((await app.store.readPerson(id))?.isDeleted).toBe(true);
  await app.store.undeletePerson(id);
  showForm(app, id);
  await waitFor(() => expect(box().value).toBe('Likes rye'));
});

test('what no disk takes is there again when one comes back to it, for as long as the app is open', async () => {
  const { app, id } = await appWithDana();
  const full = () => Promise.reject(new Error('QuotaExceededError'));
  const store = { ...app.store, writeDraft: full, addNote: full };
  const { user, unmount } = showForm({ ...app, store }, id);
  await user.type(box(), 'Likes rye');
  unmount();
  await quiet();
  expect(await app.store.readDraft(noteDraftId(id))).toBeUndefined();
  showForm({ ...app, store }, id);
  await waitFor(() => expect(box().value).toBe('Likes rye'));
});

test('a page that is left before its draft was read keeps what was stored and what was typed behind it', async () => {
  const { app, id } = await appWithDana();
  await app.store.writeDraft(noteDraftId(id), { text: 'Kept from before. ' });
  const slow = slowApp(app, 'readDraft');
  const { user, unmount } = showForm(slow.app, id);
  await user.type(box(), 'Typed early');
  unmount();
  await slow.goOn();
  await waitFor(async () => expect(await notesOf(app, id)).toEqual(['Kept from before. Typed early']));
  await quiet();
  expect(await app.store.readDraft(noteDraftId(id))).toBeUndefined();
});
