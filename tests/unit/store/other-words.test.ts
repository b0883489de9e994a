import { expect, test } from 'vitest';
import { noteEdits } from '../../../src/store/actions/note-edits.ts';
import { conflictQueries } from '../../../src/store/queries/conflicts.ts';
import { capture, captureDraft, type OpenStore, openStore } from './open-store.ts';
import { openContactDatabase } from './sync-through.ts';

const minute = 60_000;

/** Both write one note without signal; the one who is later, `b`, has sent its words first. */
async function writeBoth() {
  const sync = await openContactDatabase();
  const [a, b, c] = [openStore(), openStore(), openStore()];
  const personId = await a.store.savePerson(capture(), captureDraft);
  await a.store.addNote(personId, 'Bakery.', undefined);
  const [{ id } = { id: '' }] = await a.db.note.toArray();
  for (const phone of [a, b, c]) await sync(phone);
  const write = async (phone: OpenStore, text: string, minutes: number) => {
    phone.clock.nowMs += minutes * minute;
    await noteEdits(phone.context).editNote(id, { text, written: [], isRead: false });
  };
  await write(a, 'Two kids.', 1);
  await write(b, 'Wants a yard.', 2);
  await sync(b);
  const readNote = async ({ store }: OpenStore) => {
    const [note] = (await store.readPerson(personId))?.notes ?? [];
    if (note === undefined) throw new Error('There is no note');
    return note;
  };
  const others = ({ context }: OpenStore) => conflictQueries(context).listOtherWords(id);
  const textsOf = async (phone: OpenStore) => (await others(phone)).map(({ text }) => text);
  const settle = (phone: OpenStore, stamps: readonly string[], more: string) =>
    noteEdits(phone.context).settleWords(id, stamps, more);
  const stampsOf = async (phone: OpenStore) => (await others(phone)).map(({ stamp }) => stamp);
  return { a, b, c, sync, write, readNote, textsOf, stampsOf, settle };
}

test('what one wrote is beside the note on both phones, though the other goes on writing before it hears of it', async () => {
  const { a, b, sync, write, readNote, textsOf } = await writeBoth();
  await write(b, 'Wants a yard by spring.', 1);
  await sync(a);
  await sync(b);
  await sync(a);
  for (const phone of [a, b]) {
    expect((await readNote(phone)).text).toBe('Wants a yard by spring.');
    expect(await textsOf(phone)).toEqual(['Two kids.']);
  }
});

test('what one wrote stays beside the note where the other says that theirs is right before it hears of it', async () => {
  const { a, b, sync, readNote, textsOf } = await writeBoth();
  b.clock.nowMs += minute;
  await noteEdits(b.context).setRead(await readNote(b));
  await sync(a);
  await sync(b);
  await sync(a);
  expect([await textsOf(a), await textsOf(b)]).toEqual([['Two kids.'], ['Two kids.']]);
});

test('what arrives, and lost, while somebody types is still beside the note after that, without signal, too', async () => {
  const { a, b, sync, write, textsOf } = await writeBoth();
  await sync(a);
  await sync(b);
  expect(await textsOf(b)).toEqual(['Two kids.']);
  await write(b, 'Wants a yard by spring.', 1);
  expect(await textsOf(b), 'before anything is sent').toEqual(['Two kids.']);
  await sync(b);
  await sync(a);
  expect([await textsOf(a), await textsOf(b)]).toEqual([['Two kids.'], ['Two kids.']]);
});

test.each([
  ['added', 'Two kids.', 'Wants a yard.\nTwo kids.'],
  ['left out', '', 'Wants a yard.'],
])(
  'once they are %s on one phone, no phone asks again, whatever is written then',
  async (_how, more, text) => {
    const { a, b, sync, write, readNote, textsOf, stampsOf, settle } = await writeBoth();
    await sync(a);
    await sync(b);
    a.clock.nowMs += 3 * minute;
    await settle(a, await stampsOf(a), more);
    expect(await textsOf(a)).toEqual([]);
    await sync(a);
    await sync(b);
    expect([(await readNote(b)).text, await textsOf(b)]).toEqual([text, []]);
    await write(b, 'Wants a yard by spring.', 9);
    await sync(b);
    await sync(a);
    expect([await textsOf(a), await textsOf(b)]).toEqual([[], []]);
  },
);

test('words that were taken over by hand are beside it no more', async () => {
  const { a, b, sync, write, textsOf } = await writeBoth();
  await sync(a);
  await sync(b);
  await write(b, 'Two kids. Wants a yard.', 1);
  await write(b, 'Kids. Wants a yard.', 1);
  await sync(b);
  await sync(a);
  expect([await textsOf(a), await textsOf(b)]).toEqual([[], []]);
});

test('leaving out what was in sight leaves out nothing that came meanwhile', async () => {
  const { a, b, c, sync, write, textsOf, stampsOf, settle } = await writeBoth();
  await sync(a);
  await sync(b);
  const seen = await stampsOf(b);
  await write(c, 'Lease ends in May.', 1);
  await sync(c);
  await sync(b);
  b.clock.nowMs += 9 * minute;
  await settle(b, seen, '');
  await sync(b);
  await sync(a);
  expect([await textsOf(a), await textsOf(b)]).toEqual([['Lease ends in May.'], ['Lease ends in May.']]);
});

test('a line of a person that two wrote at once is still offered after the later one is changed before it is heard of', async () => {
  const sync = await openContactDatabase();
  const [a, b] = [openStore(), openStore()];
  const id = await a.store.savePerson(capture({ company: '' }), captureDraft);
  await sync(a);
  await sync(b);
  const write = async ({ store, clock }: OpenStore, company: string, minutes: number) => {
    clock.nowMs += minutes * minute;
    await store.editLine(id, 'company', company);
  };
  const earlier = async ({ context }: OpenStore) =>
    (await conflictQueries(context).listConflicts(id)).map((one) => one.earlier);
  await write(a, 'Ruiz Bakery', 1);
  await write(b, 'Bakery', 2);
  await sync(b);
  await write(b, 'The bakery', 1);
  await sync(a);
  await sync(b);
  await sync(a);
  expect([await earlier(a), await earlier(b)]).toEqual([['Ruiz Bakery'], ['Ruiz Bakery']]);
  await write(b, 'Bakery on Fourth', 1);
  await sync(b);
  await sync(a);
  expect([await earlier(a), await earlier(b)], 'who changes it beside it has seen it').toEqual([[], []]);
});
