// @vitest-environment jsdom
import { screen, waitFor } from '@testing-library/react';
import { expect, test } from 'vitest';
import type { OnDeviceSpeech } from '../../../../src/app/ports/speech.ts';
import { noteEdits } from '../../../../src/store/actions/note-edits.ts';
import { recordingActions } from '../../../../src/store/actions/recordings.ts';
import { conflictQueries } from '../../../../src/store/queries/conflicts.ts';
import { recordingQueries } from '../../../../src/store/queries/recordings.ts';
import { storedToRow } from '../../../../src/store/stored-row.ts';
import { exchangeRows } from '../../store/exchange-rows.ts';
import { capture, captureDraft, openStore } from '../../store/open-store.ts';
import { confirmAll, say } from '../../store/say.ts';
import { fakeApp, quiet, show } from '../fake-app.tsx';
import { FirstNote } from './first-note.tsx';

const minute = 60_000;

test('what another phone wrote while somebody types here is not thrown away without a word', async () => {
  const [app, b] = [fakeApp(), openStore()];
  const personId = await app.store.savePerson(capture(), captureDraft);
  await app.store.addNote(personId, 'Bakery.', undefined);
  const [note] = (await app.store.readPerson(personId))?.notes ?? [];
  await exchangeRows(app.open, b);
  const { user, unmount } = show(app, <FirstNote personId={personId} />);
  await user.click(await screen.findByRole('button', { name: 'Edit' }));
  await quiet();
  await user.type(screen.getByRole('textbox', { name: 'What the note says' }), '!');
  b.clock.nowMs += minute;
  await noteEdits(b.context).editNote(note?.id ?? '', {
    text: 'Bakery. Lease ends in May, two kids.',
    written: [],
    isRead: true,
  });
  await exchangeRows(app.open, b);
  await quiet();
  app.open.clock.nowMs += 2 * minute;
  unmount();
  await waitFor(async () => expect((await app.store.readPerson(personId))?.notes[0]?.text).toContain('!'));
  await exchangeRows(app.open, b);
  for (const { store } of [app, b]) {
    expect((await store.readPerson(personId))?.notes[0]?.text).toContain('Lease ends in May');
  }
});

test('"Keep: all is written down" says nothing of what came while somebody typed', async () => {
  const [app, b] = [fakeApp(), openStore()];
  const personId = await app.store.savePerson(capture(), captureDraft);
  const first = await say(app.open, personId, null, null);
  await exchangeRows(app.open, b);
  const { user } = show(app, <FirstNote personId={personId} />);
  await user.click(await screen.findByRole('button', { name: 'Write it down' }));
  await quiet();
  await user.type(screen.getByRole('textbox', { name: 'What the note says' }), 'A bakery.');
  b.clock.nowMs += minute;
  await say(b, personId, first.noteId, 'Two kids.');
  await exchangeRows(app.open, b);
  await quiet();
  await user.click(screen.getByRole('button', { name: 'Keep: all is written down' }));
  await screen.findByRole('button', { name: 'Edit' });
  await quiet();
  const [note] = (await app.store.readPerson(personId))?.notes ?? [];
  await confirmAll(app.open);
  expect([
    note?.text,
    note?.readAt,
    await noteEdits(app.open.context).deleteRecordings(first.noteId, true),
  ]).toEqual(['A bakery. Two kids.', null, []]);
});

test('what another phone wrote down is not said to be written down on this one', async () => {
  const [app, b] = [fakeApp(), openStore()];
  const personId = await b.store.savePerson(capture(), captureDraft);
  const { id } = await say(b, personId, null, null);
  await recordingActions(b.context).addHeard(id, 'heardOnDevice', 'Runs a bakery.');
  await exchangeRows(app.open, b);
  show(app, <FirstNote personId={personId} />);
  await screen.findByText('Runs a bakery.');
  screen.getByText(/Written down on your own device$/);
});

test('a recording whose bytes are not here is not said to be written down here', async () => {
  const unused = () => Promise.reject(new Error('Not asked of it here'));
  const speech: OnDeviceSpeech = {
    isHere: async () => true,
    isFetching: () => false,
    close: () => undefined,
    readModel: unused,
    readKept: unused,
    isBegun: unused,
    fetch: unused,
    remove: unused,
    write: unused,
  };
  const [app, b] = [fakeApp({ loadSpeech: async () => speech }), openStore()];
  const personId = await b.store.savePerson(capture(), captureDraft);
  await say(b, personId, null, null);
  await exchangeRows(app.open, b);
  expect(await recordingQueries(app.open.context).listUnheard('heardOnDevice')).toEqual([]);
  show(app, <FirstNote personId={personId} />);
  await screen.findByText(/written down/i);
  await quiet();
  expect(screen.queryByText('Will be written down on this phone.')).toBeNull();
});

/** As a row comes from the contact database where two wrote it at once (sync.md S-13). */
async function withOtherWords(standing = 'Runs a bacon tree.', other = 'Runs a bakery, call Tuesday.') {
  const app = fakeApp();
  const { db, context } = app.open;
  const personId = await app.store.savePerson(capture(), captureDraft);
  await app.store.addNote(personId, standing, undefined);
  const [row] = await db.note.toArray();
  if (row === undefined) throw new Error('There is no note');
  const by = storedToRow('note', row).stamps['text'] ?? '';
  const earlier = { row: row.id, field: 'text', stamp: `${by.slice(0, 12)}otherphone`, by };
  await db.earlier.bulkPut([
    { ...earlier, value: other },
    { ...earlier, stamp: `${by.slice(0, 12)}thirdphone`, value: standing.replace(' ', '  ') },
  ]);
  const { user } = show(app, <FirstNote personId={personId} />);
  const read = async () => (await app.store.readPerson(personId))?.notes[0]?.text;
  return { user, read, listed: () => conflictQueries(context).listOtherWords(row.id) };
}

test('what another hand wrote at the same time is shown beside the note, and added by a tap', async () => {
  const { user, read, listed } = await withOtherWords();
  await screen.findByText('Runs a bakery, call Tuesday.');
  screen.getByText(/^Also written on another device, today/);
  expect(await listed(), 'what stands in the note already is no other words').toHaveLength(1);
  await user.click(screen.getByRole('button', { name: 'Add it' }));
  await waitFor(async () => expect(await read()).toBe('Runs a bacon tree.\nRuns a bakery, call Tuesday.'));
  await waitFor(() => expect(screen.queryByRole('button', { name: 'Add it' })).toBeNull());
  expect(await listed()).toEqual([]);
});

test('what another hand wrote at the same time is left out by a tap, and not asked about again', async () => {
  const { user, read, listed } = await withOtherWords();
  await user.click(await screen.findByRole('button', { name: 'Leave it out' }));
  await waitFor(() => expect(screen.queryByRole('button', { name: 'Add it' })).toBeNull());
  expect([await read(), await listed()]).toEqual(['Runs a bacon tree.', []]);
});

test('of what another hand wrote only what is new is shown and added', async () => {
  const other = 'Wants a yard. Lease is up in May.';
  const { user, read } = await withOtherWords('Wants a yard. Two kids.', other);
  await screen.findByText('Lease is up in May.');
  await user.click(screen.getByRole('button', { name: 'Add it' }));
  await waitFor(async () => expect(await read()).toBe('Wants a yard. Two kids.\nLease is up in May.'));
});

test('another hand that wrote nothing but what stands there is not asked about', async () => {
  const { listed } = await withOtherWords('Wants a yard. Two kids.', 'Two kids.');
  expect(await listed()).toEqual([]);
});

test('what came while somebody typed stands behind it, without what both say', async () => {
  const { store, db, context } = openStore();
  const personId = await store.savePerson(capture(), captureDraft);
  await store.addNote(personId, 'Wants a yard. Lease is up in May.', undefined);
  const [row] = await db.note.toArray();
  const words = { text: 'Wants a yard. Two kids.', written: [], isRead: false, from: 'Wants a yard.' };
  await noteEdits(context).editNote(row?.id ?? '', words);
  const text = (await store.readPerson(personId))?.notes[0]?.text;
  expect(text).toBe('Wants a yard. Two kids.\nLease is up in May.');
});
