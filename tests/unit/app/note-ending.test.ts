import { expect, test } from 'vitest';
import { createEndingNote } from '../../../src/app/boot/note-ending.ts';
import type { ContactDatabase } from '../../../src/app/ports/contact-database.ts';
import { openStore, session } from '../store/open-store.ts';

const ending = { at: '2026-11-22T18:42:00.000Z', by: 'Linux computer' };

/** Answers each question with the next of these, checked as the network's answers are. */
function answers(...bodies: readonly unknown[]) {
  const left = [...bodies];
  let asked = 0;
  const unasked = () => Promise.reject(new Error('Not asked'));
  const contactDatabase: ContactDatabase = {
    readHealth: unasked,
    claim: unasked,
    signIn: unasked,
    signOut: unasked,
    async ask({ schema }) {
      asked += 1;
      const body = left.shift();
      return body === undefined
        ? { kind: 'unreachable' as const }
        : { kind: 'ok', value: schema.parse(body) };
    },
  };
  return { contactDatabase, asked: () => asked };
}

async function endedStore() {
  const { store } = openStore();
  await store.connect(session);
  await store.disconnect();
  return store;
}

test('S-16 where the worker found the session ended first, the page asks by which device all the same', async () => {
  const store = await endedStore();
  const { contactDatabase } = answers({ ended: ending });
  await createEndingNote(store, contactDatabase)('not-connected');
  expect((await store.readConnection())?.ended).toEqual(ending);
});

test('S-16 what ended this device is asked until there is an answer, and then no more', async () => {
  const store = await endedStore();
  const { contactDatabase, asked } = answers(undefined, { ended: null }, { ended: ending });
  const noteEnding = createEndingNote(store, contactDatabase);
  for (let time = 0; time < 4; time += 1) await noteEnding('signed-out');
  expect(asked()).toBe(2);
  await store.connect(session);
  await noteEnding('done');
  await store.disconnect();
  await noteEnding('signed-out');
  expect((await store.readConnection())?.ended).toEqual(ending);
});

test('a device that is signed in, or never was, asks nothing', async () => {
  const { store } = openStore();
  const { contactDatabase, asked } = answers({ ended: ending });
  const noteEnding = createEndingNote(store, contactDatabase);
  await noteEnding('not-connected');
  await store.connect(session);
  await noteEnding('not-connected');
  expect(asked()).toBe(0);
});
