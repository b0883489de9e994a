// @vitest-environment jsdom
import 'fake-indexeddb/auto';
import { screen } from '@testing-library/react';
import { useLiveQuery } from 'dexie-react-hooks';
import { expect, test } from 'vitest';
import { useApp } from '../../../../src/app/ui/use-app.ts';
import { NoteCard } from '../../../../src/app/ui/voice/NoteCard.tsx';
import { capture, captureDraft } from '../../store/open-store.ts';
import { fakeApp, quiet, show } from '../fake-app.tsx';

function FirstNote({ personId }: { readonly personId: string }) {
  const { store } = useApp();
  const page = useLiveQuery(() => store.readPerson(personId), [store, personId]);
  const [note] = page?.notes ?? [];
  return page === undefined || note === undefined ? null : (
    <NoteCard note={note} person={page.person} files={[]} />
  );
}

/** A note in whose words a tab had got so far. */
async function openWithLeft(tab: string, typed: string) {
  const app = fakeApp();
  const { store } = app;
  const personId = await store.savePerson(capture(), captureDraft);
  await store.addNote(personId, 'Runs a bakery.', undefined);
  const [note] = (await store.readPerson(personId))?.notes ?? [];
  await store.writeDraft(`words/${note?.id}@${tab}`, { text: typed });
  const { user } = show(app, <FirstNote personId={personId} />);
  await quiet();
  await quiet();
  return { app, user };
}

test('words that were typed when the browser was killed are seen on their note, and gone on with', async () => {
  const { app, user } = await openWithLeft('gone', 'Runs the bakery on Four');
  await screen.findByText('Runs the bakery on Four');
  screen.getByText('Not kept yet');
  screen.getByText('Runs a bakery.');
  await user.click(screen.getByRole('button', { name: 'Go on writing' }));
  const box = screen.getByRole('textbox', { name: 'What the note says' });
  await quiet();
  await user.type(box, 'th Street');
  await user.click(screen.getByRole('button', { name: 'Keep' }));
  await screen.findByRole('button', { name: 'Edit' });
  await screen.findByText('Runs the bakery on Fourth Street');
  expect(screen.queryByText('Not kept yet')).toBeNull();
  await quiet();
  expect(await app.open.db.draft.count()).toBe(0);
});

test('what a living tab is typing is not shown in another, nor is a draft that says the same', async () => {
  const app = fakeApp({
    openDraft: (name) => app.store.openDraft(name, 'tab1', async () => new Set(['tab1', 'tab2'])),
  });
  const personId = await app.store.savePerson(capture(), captureDraft);
  await app.store.addNote(personId, 'Runs a bakery.', undefined);
  const [note] = (await app.store.readPerson(personId))?.notes ?? [];
  await app.store.writeDraft(`words/${note?.id}@tab2`, { text: 'Typed elsewhere' });
  show(app, <FirstNote personId={personId} />);
  await quiet();
  screen.getByRole('button', { name: 'Edit' });
  expect(screen.queryByText('Not kept yet')).toBeNull();
});
