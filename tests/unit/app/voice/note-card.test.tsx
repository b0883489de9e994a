// @vitest-environment jsdom
import { screen, waitFor } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import type { App } from '../../../../src/app/ports/app.ts';
import type { Recorder } from '../../../../src/app/ports/recorder.ts';
import { createHasher } from '../../../../src/device/create-hasher.ts';
import { detailActions } from '../../../../src/store/actions/details.ts';
import { noteEdits } from '../../../../src/store/actions/note-edits.ts';
import { recordingActions } from '../../../../src/store/actions/recordings.ts';
import { capture, captureDraft } from '../../store/open-store.ts';
import { fakeApp, quiet, show } from '../fake-app.tsx';
import { FirstNote } from './first-note.tsx';

/** A note in whose words a tab had got so far. */
async function openWithLeft(tab: string, typed: string) {
  const app = fakeApp();
  const { store } = app;
  const personId = await store.savePerson(capture(), captureDraft);
  await store.addNote(personId, 'Sat by the door.', undefined);
  const [note] = (await store.readPerson(personId))?.notes ?? [];
  await store.writeDraft(`words/${note?.id}@${tab}`, { text: typed });
  const { user } = show(app, <FirstNote personId={personId} />);
  await quiet();
  await quiet();
  return { app, user };
}

test('words that were typed when the browser was killed are seen on their note, and gone on with', async () => {
  const { app, user } = await openWithLeft('gone', 'Sat by the back d');
  await screen.findByText('Sat by the back d');
  screen.getByText('Not kept yet');
  screen.getByText('Sat by the door.');
  await user.click(screen.getByRole('button', { name: 'Go on writing' }));
  const box = screen.getByRole('textbox', { name: 'What the note says' });
  await quiet();
  await user.type(box, 'oor');
  await user.click(screen.getByRole('button', { name: 'Keep' }));
  await screen.findByRole('button', { name: 'Edit' });
  await screen.findByText('Sat by the back door');
  expect(screen.queryByText('Not kept yet')).toBeNull();
  await quiet();
  expect(await app.open.db.draft.count()).toBe(0);
});

test('what a living tab is typing is not shown in another, nor is a draft that says the same', async () => {
  const app = fakeApp({
    openDraft: (name) => app.store.openDraft(name, 'tab1', async () => new Set(['tab1', 'tab2'])),
  });
  const personId = await app.store.savePerson(capture(), captureDraft);
  await app.store.addNote(personId, 'Sat by the door.', undefined);
  const [note] = (await app.store.readPerson(personId))?.notes ?? [];
  await app.store.writeDraft(`words/${note?.id}@tab2`, { text: 'Typed elsewhere' });
  show(app, <FirstNote personId={personId} />);
  await quiet();
  screen.getByRole('button', { name: 'Edit' });
  expect(screen.queryByText('Not kept yet')).toBeNull();
});

test('a name that was put right for one person is offered so for the next, and is asked for once', async () => {
  const app = fakeApp();
  const { keepDetail } = detailActions(app.open.context);
  const dana = await app.store.savePerson(capture(), captureDraft);
  const right = { text: 'Trattoria Stella', suggested: 'Trattorria Stella' };
  await keepDetail(dana, { kind: 'restaurant', ...right });
  await keepDetail(dana, { kind: 'kids', text: 'Three kids', suggested: 'Two kids' });
  const bob = await app.store.savePerson(capture({ name: 'Bob' }), captureDraft);
  await app.store.addNote(bob, 'Two kids. His favorite restaurant is Trattorria Stella.', undefined);
  const { user } = show(app, <FirstNote personId={bob} />);
  await screen.findByRole('button', { name: 'Keep: Two kids' });
  await user.click(await screen.findByRole('button', { name: 'Keep: Trattoria Stella' }));
  await waitFor(() => expect(screen.queryByRole('button', { name: /Keep: Tratt/ })).toBeNull());
  expect((await app.store.readPerson(bob))?.person.details).toMatchObject([{ kind: 'restaurant', ...right }]);
});

/** A voice note that nothing has heard yet. */
async function openSpoken(parts: Partial<App> = {}) {
  const app = fakeApp(parts);
  const { context, db } = app.open;
  const actions = recordingActions(context);
  const personId = await app.store.savePerson(capture(), captureDraft);
  const { id, noteId } = await actions.startRecording({ personId, noteId: null, lock: '' });
  await actions.addPiece(id, new Uint8Array([1]), { type: 'audio/webm', seconds: 1, heard: null });
  await actions.keepRecording(id, createHasher());
  await db.content.update(id, { state: 'confirmed' });
  const shown = show(app, <FirstNote personId={personId} />);
  await screen.findByText(/^Not written down yet/);
  const read = async () => (await app.store.readPerson(personId))?.notes[0];
  const sweep = () => noteEdits(context).deleteRecordings(noteId, true);
  return { ...shown, actions, id, read, sweep };
}

test('one letter that was typed and left keeps the recording that nobody heard', async () => {
  const { user, unmount, read, sweep } = await openSpoken();
  await user.click(screen.getByRole('button', { name: 'Write it down' }));
  await user.type(screen.getByRole('textbox', { name: 'What the note says' }), 'D');
  unmount();
  await waitFor(async () => expect((await read())?.text).toBe('D'));
  expect((await read())?.readAt).toBeNull();
  expect(await sweep()).toEqual([]);
});

test('a recording that nothing heard may go when somebody says that all of it is written down', async () => {
  const { user, id, read, sweep } = await openSpoken();
  await user.click(screen.getByRole('button', { name: 'Write it down' }));
  const box = screen.getByRole('textbox', { name: 'What the note says' });
  expect(screen.queryByRole('button', { name: /^Keep: all/ })).toBeNull();
  await user.type(box, 'Two kids.');
  await user.click(screen.getByRole('button', { name: 'Keep' }));
  await screen.findByText(/^A recording of it has no words yet/);
  expect([(await read())?.readAt, await sweep()]).toEqual([null, []]);
  await user.click(screen.getByRole('button', { name: 'Edit' }));
  await user.click(screen.getByRole('button', { name: 'Keep: all is written down' }));
  await waitFor(() => expect(screen.queryByText(/has no words yet/)).toBeNull());
  expect(await sweep()).toEqual([id]);
});

test('words that come while somebody types are not lost', async () => {
  const { user, actions, id, read } = await openSpoken();
  await user.click(screen.getByRole('button', { name: 'Write it down' }));
  await user.type(screen.getByRole('textbox', { name: 'What the note says' }), 'A dog.');
  await actions.addHeard(id, 'heardByServer', 'Two kids.');
  await quiet();
  await user.click(screen.getByRole('button', { name: 'Keep' }));
  await screen.findByRole('button', { name: 'Text is right' });
  expect(await read()).toMatchObject({ text: 'A dog. Two kids.', readAt: null });
});

test('what ended the app twice while it was written down waits, says so, and is begun again by a tap', async () => {
  const writeDown = vi.fn<Recorder['writeDown']>(async () => 0);
  const unused = () => Promise.reject(new Error('Not asked of it here'));
  const recorder: Recorder = {
    start: unused,
    keep: unused,
    keepLeftOver: unused,
    readLanguages: unused,
    sweep: unused,
    writeDown,
  };
  const { user, actions, id } = await openSpoken({ loadRecorder: async () => recorder });
  await actions.beginWriting(id);
  await quiet();
  expect(screen.queryByRole('button', { name: 'Try again' }), 'once may have been a reload').toBeNull();
  await actions.beginWriting(id);
  await user.click(await screen.findByRole('button', { name: 'Try again' }));
  screen.getByText(/^The app ended while it wrote this down/);
  expect(writeDown).toHaveBeenCalledWith(id);
});
