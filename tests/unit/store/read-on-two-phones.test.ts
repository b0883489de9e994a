import { expect, test } from 'vitest';
import { noteEdits } from '../../../src/store/actions/note-edits.ts';
import { recordingQueries } from '../../../src/store/queries/recordings.ts';
import { exchangeRows } from './exchange-rows.ts';
import { capture, captureDraft, type OpenStore, openStore } from './open-store.ts';
import { say } from './say.ts';

const minute = 60_000;

async function readNote({ store }: OpenStore, personId: string) {
  const [note] = (await store.readPerson(personId))?.notes ?? [];
  if (note === undefined) throw new Error('There is no note');
  return note;
}

test.each([
  ['words that came along', 0, 'Two kids.'],
  ['words that came along, by a clock that is an hour slow', -60 * minute, 'Two kids.'],
  ['no words yet', 0, null],
])('what one phone says before another reads the note is to be read: %s', async (_how, skew, heard) => {
  const [a, b] = [openStore(), openStore()];
  const personId = await a.store.savePerson(capture(), captureDraft);
  const { noteId } = await say(a, personId, null, 'Runs a bakery.');
  await exchangeRows(a, b);
  // B, without signal, goes on with it; then A reads what it has.
  b.clock.nowMs += 10 * minute + skew;
  const second = await say(b, personId, noteId, heard);
  a.clock.nowMs += 15 * minute;
  await noteEdits(a.context).setRead(await readNote(a, personId));
  expect((await readNote(a, personId)).readAt).not.toBeNull();
  b.clock.nowMs += 10 * minute - skew;
  await exchangeRows(a, b);
  for (const phone of [a, b]) {
    const { text, readAt, recordings } = await readNote(phone, personId);
    const isHere = recordings.some(({ id }) => id === second.id);
    expect([text.includes('Two kids.'), readAt, isHere]).toEqual([heard !== null, null, true]);
    const confirmed = { person: personId, hash: '', bytes: 1, state: 'confirmed', isCopy: true } as const;
    await phone.db.content.bulkPut(recordings.map(({ id }) => ({ ...confirmed, id, usedAtMs: 0 })));
    expect(await noteEdits(phone.context).deleteRecordings(noteId, true)).toEqual([]);
    const waiting = (await recordingQueries(phone.context).listUnwritten()).length;
    expect(waiting).toBe(heard === null ? 1 : 0);
  }
});

test('two phones that read one note each agree on it', async () => {
  const [a, b] = [openStore(), openStore()];
  const personId = await a.store.savePerson(capture(), captureDraft);
  await say(a, personId, null, 'Runs a bakery.');
  await exchangeRows(a, b);
  for (const phone of [a, b]) {
    phone.clock.nowMs += minute;
    await noteEdits(phone.context).setRead(await readNote(phone, personId));
  }
  await exchangeRows(a, b);
  for (const phone of [a, b]) {
    const { text, readAt } = await readNote(phone, personId);
    expect([text, typeof readAt]).toEqual(['Runs a bakery.', 'string']);
    expect(await phone.db.earlier.count()).toBe(0);
  }
});
