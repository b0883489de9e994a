import { expect, test } from 'vitest';
import { maxNoteLength } from '../../../src/domain/limits.ts';
import { noteEdits } from '../../../src/store/actions/note-edits.ts';
import { recordingActions } from '../../../src/store/actions/recordings.ts';
import { conflictQueries } from '../../../src/store/queries/conflicts.ts';
import { capture, captureDraft, type OpenStore, openStore } from './open-store.ts';
import { confirmAll, say } from './say.ts';
import { openContactDatabase } from './sync-through.ts';

const minute = 60_000;

/** One note on three phones. */
async function openNote(text = 'Bakery.') {
  const sync = await openContactDatabase();
  const [a, b, c] = [openStore(), openStore(), openStore()];
  const personId = await a.store.savePerson(capture(), captureDraft);
  await a.store.addNote(personId, text, undefined);
  const [{ id } = { id: '' }] = await a.db.note.toArray();
  for (const phone of [a, b, c]) await sync(phone);
  const settleAll = async () => {
    for (let turn = 0; turn < 2; turn += 1) for (const phone of [a, b, c]) await sync(phone);
  };
  const write = async (phone: OpenStore, words: string, minutes: number, from?: string) => {
    phone.clock.nowMs += minutes * minute;
    await noteEdits(phone.context).editNote(id, { text: words, written: [], isRead: false, from });
  };
  const readNote = async ({ store }: OpenStore) => {
    const [note] = (await store.readPerson(personId))?.notes ?? [];
    if (note === undefined) throw new Error('There is no note');
    return note;
  };
  const others = ({ context }: OpenStore) => conflictQueries(context).listOtherWords(id);
  const textsOf = async (phone: OpenStore) => (await others(phone)).map((one) => one.text);
  const stampsOf = async (phone: OpenStore) => (await others(phone)).map(({ stamp }) => stamp);
  const settle = async (phone: OpenStore, more: string, minutes: number) => {
    phone.clock.nowMs += minutes * minute;
    await noteEdits(phone.context).settleWords(id, await stampsOf(phone), more);
  };
  return { id, personId, a, b, c, sync, settleAll, write, readNote, others, textsOf, stampsOf, settle };
}

test('what a phone wrote and left open stays beside the note, though its next words lose, too', async () => {
  const { a, b, sync, settleAll, write, textsOf, readNote } = await openNote();
  await write(a, 'Two kids.', 1);
  await write(b, 'Wants a yard.', 2);
  await sync(b);
  await sync(a);
  expect(await textsOf(a)).toEqual(['Two kids.']);
  // On a, with that beside it, the note goes on; b, without signal, does so, too.
  await write(a, 'Wants a yard. Lease ends in May.', 3);
  await write(b, 'Wants a yard by spring.', 9);
  await sync(a);
  await settleAll();
  const everything = [(await readNote(b)).text, ...(await textsOf(b))].join('\n');
  expect(everything).toContain('Lease ends in May.');
  expect(everything).toContain('Two kids.');
});

test.each([
  ['2 kids', '12 kids'],
  ['Budget 450', 'Budget 450000'],
  ['married', 'unmarried'],
  ['Call her on Monday', 'Do not Call her on Monday'],
])('"%s" is not said in "%s"', async (earlier, later) => {
  const { a, b, sync, settleAll, write, textsOf } = await openNote();
  await write(a, earlier, 1);
  await write(b, later, 2);
  await sync(b);
  await settleAll();
  expect(await textsOf(b)).toEqual([earlier]);
});

test('what came while somebody typed is not taken for a part of another word', async () => {
  const { a, b, sync, settleAll, write, readNote, textsOf } = await openNote();
  await write(b, '2 kids', 1);
  await sync(b);
  await sync(a);
  // Begun before that came, kept after.
  await write(a, '12 kids', 3, 'Bakery.');
  await settleAll();
  expect([(await readNote(b)).text, ...(await textsOf(b))].join('\n')).toMatch(/(^|\n)2 kids/);
});

test('two who wrote down the same times the other way round are asked which is right', async () => {
  const { a, b, sync, settleAll, write, textsOf } = await openNote();
  await write(a, 'Monday:\n9:30\nTuesday:\n4:00', 1);
  await write(b, 'Monday:\n4:00\nTuesday:\n9:30', 2);
  await sync(b);
  await settleAll();
  expect(await textsOf(b)).not.toEqual([]);
});

test('an answer or a line of a list is not torn from what it answers, when other words are added', async () => {
  const { a, b, sync, settleAll, write, textsOf, settle, readNote } = await openNote();
  await write(a, 'Roof:\nnew\nBoiler:\nneeds work', 1);
  await write(b, 'Kitchen:\nneeds work\nBath:\nnew', 2);
  await sync(b);
  await settleAll();
  const [shown = ''] = await textsOf(b);
  expect.soft(shown).toBe('Roof:\nnew\nBoiler:\nneeds work');
  await settle(b, shown, 5);
  await settleAll();
  expect((await readNote(a)).text).toContain('Roof:\nnew\nBoiler:\nneeds work');
});

test('of a line that was empty, three phones’ words are all offered', async () => {
  const sync = await openContactDatabase();
  const [a, b, c] = [openStore(), openStore(), openStore()];
  const id = await a.store.savePerson(capture({ company: '' }), captureDraft);
  for (const phone of [a, b, c]) await sync(phone);
  const write = async ({ store, clock }: OpenStore, company: string, minutes: number) => {
    clock.nowMs += minutes * minute;
    await store.editLine(id, 'company', company);
  };
  await write(a, 'Ruiz Bakery', 1);
  await write(b, 'Bakery', 2);
  await write(c, 'Fourth Street Bakery', 3);
  for (const phone of [a, b, c, a, b, c]) await sync(phone);
  for (const { context } of [a, b, c]) {
    const earlier = (await conflictQueries(context).listConflicts(id)).map((one) => one.earlier);
    expect(earlier.sort()).toEqual(['Bakery', 'Ruiz Bakery']);
  }
});

test('a phone that only left other words out has written nothing: its note’s old words are not asked about as its own', async () => {
  const { a, b, sync, settleAll, write, others, settle } = await openNote();
  await write(a, 'Two kids.', 1);
  await write(b, 'Runs a bacon tree.', 2);
  await sync(b);
  await sync(a);
  await settle(a, '', 3);
  // b puts its own words right before it hears of that.
  await write(b, 'Runs a bakery.', 9);
  await sync(a);
  await settleAll();
  expect((await others(a)).map(({ text, isFromHere }) => ({ text, isFromHere }))).not.toContainEqual({
    text: 'Runs a bacon tree.',
    isFromHere: true,
  });
});

test('what does not fit into a note when it is added is still somewhere', async () => {
  const { a, b, sync, settleAll, write, textsOf, settle, readNote } = await openNote();
  const long = `${'bakery '.repeat(Math.floor(maxNoteLength / 7) - 4)}Wants a yard.`;
  await write(a, 'Two kids, the older one starts school in the fall, and the lease ends in May.', 1);
  await write(b, long, 2);
  await sync(b);
  await settleAll();
  await settle(b, (await textsOf(b)).join('\n'), 5);
  await settleAll();
  const texts = (await b.db.note.toArray()).map(({ values }) => String(values['text']));
  expect([...texts, ...(await textsOf(b)), (await readNote(b)).text].join('\n')).toContain(
    'the lease ends in May.',
  );
});

test('"Text is right" about a text that was in sight does not end another that came since', async () => {
  const { a, b, sync, settleAll, write, readNote, textsOf } = await openNote();
  const seen = await readNote(a);
  await write(b, 'Bakery. Two kids.', 1);
  await sync(b);
  await sync(a);
  a.clock.nowMs += 2 * minute;
  await noteEdits(a.context).setRead(seen);
  await settleAll();
  expect([(await readNote(b)).text, ...(await textsOf(b))].join('\n')).toContain('Two kids.');
});

test('a recording of which no word was heard is not deleted because another’s text is right', async () => {
  const a = openStore();
  const personId = await a.store.savePerson(capture(), captureDraft);
  const first = await say(a, personId, null, 'Runs a bakery.');
  a.clock.nowMs += minute;
  const second = await say(a, personId, first.noteId, null);
  await recordingActions(a.context).addHeard(second.id, 'heardOnDevice', '');
  const [seen] = (await a.store.readPerson(personId))?.notes ?? [];
  if (seen) await noteEdits(a.context).setRead(seen);
  await confirmAll(a);
  expect(await noteEdits(a.context).deleteRecordings(first.noteId, true)).toEqual([]);
});
