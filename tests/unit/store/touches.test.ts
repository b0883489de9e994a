import { expect, test } from 'vitest';
import { touchActions } from '../../../src/store/actions/touches.ts';
import { touchQueries } from '../../../src/store/queries/touches.ts';
import { capture, type OpenStore, openStore, startMs } from './open-store.ts';

const minute = 60_000;
const at = (ms: number) => new Date(ms).toISOString();

async function withDana() {
  const open = openStore();
  const id = await open.store.savePerson(capture(), undefined);
  open.clock.nowMs += minute;
  const touches = { ...touchActions(open.context), ...touchQueries(open.context) };
  const tap = (state: 'asked' | 'put-off' = 'asked', about = '') =>
    touches.tapTouch({ personId: id, way: about === '' ? 'text' : 'follow', about }, state);
  const states = async () => (await touches.listTouches(id)).map(({ state }) => state);
  return { ...open, id, touches, tap, states };
}
const only = async ({ touches, id }: { touches: ReturnType<typeof touchQueries>; id: string }) => {
  const [touch] = await touches.listTouches(id);
  if (touch === undefined) throw new Error('No touch');
  return touch;
};
/** As another tab, or the app at its next start, sees it. */
const elsewhere = ({ db }: OpenStore) => touchQueries(openStore(db.name).context);

test('a tap is written at once and asked for, until it is answered: done at the moment of the tap', async () => {
  const dana = await withDana();
  expect(await dana.tap()).toBe(true);
  expect(await elsewhere(dana).listTouches(dana.id)).toMatchObject([
    { way: 'text', state: 'asked', at: null },
  ]);
  dana.clock.nowMs += 60 * minute;
  await dana.touches.answerTouch((await only(dana)).id, 'done');
  expect(await only(dana)).toMatchObject({ state: 'done', at: at(startMs + minute) });
  expect(await dana.touches.listStillToDo()).toEqual([]);
});

test('“Not yet” and no signal both wait, a further tap asks again, and nothing is doubled', async () => {
  const dana = await withDana();
  await dana.tap();
  await dana.touches.answerTouch((await only(dana)).id, 'not-yet');
  expect(await dana.states()).toEqual(['put-off']);
  expect(await elsewhere(dana).listStillToDo()).toMatchObject([
    { touch: { way: 'text', state: 'put-off' }, person: { name: 'Dana Lee' } },
  ]);
  dana.clock.nowMs += minute;
  await Promise.all([dana.tap(), dana.tap()]);
  expect(await dana.states()).toEqual(['asked']);
  await dana.tap('put-off');
  expect(await dana.states()).toEqual(['put-off']);
  await dana.tap('put-off', 'Instagram');
  expect(await dana.states()).toEqual(['put-off', 'put-off']);
});

test('what had been done before and was not done again is not to do', async () => {
  const dana = await withDana();
  await dana.tap();
  await dana.touches.answerTouch((await only(dana)).id, 'done');
  await dana.tap();
  const second = (await dana.touches.listTouches(dana.id)).at(-1);
  await dana.touches.answerTouch(second?.id ?? '', 'not-yet');
  expect(await dana.states()).toEqual(['done']);
});

test('what was said to be done by a slip of the finger is to do again', async () => {
  const dana = await withDana();
  await dana.tap();
  const { id } = await only(dana);
  await dana.touches.answerTouch(id, 'done');
  await dana.touches.answerTouch(id, 'not-yet');
  expect(await dana.states()).toEqual(['put-off']);
});

test('what is dismissed goes, and comes back', async () => {
  const dana = await withDana();
  await dana.tap('put-off');
  const { id } = await only(dana);
  await dana.touches.dismissTouch(id);
  expect(await dana.touches.listStillToDo()).toEqual([]);
  await dana.touches.undismissTouch(id, dana.id);
  expect(await dana.touches.listStillToDo()).toMatchObject([{ touch: { id, state: 'put-off' } }]);
});

test('nothing is to do with somebody who is deleted', async () => {
  const dana = await withDana();
  await dana.tap('put-off');
  await dana.store.deletePerson(dana.id);
  expect(await dana.touches.listStillToDo()).toEqual([]);
  expect(await dana.tap()).toBe(false);
});

test('S-2 a tap leaves an edit of the person’s in the outbox', async () => {
  const dana = await withDana();
  await dana.db.outbox.clear();
  await dana.tap();
  const [entry] = await dana.db.outbox.toArray();
  expect(entry).toMatchObject({
    subject: dana.id,
    edit: { table: 'touch', values: { person: dana.id, way: 'text', about: '', at: null } },
  });
});

test('the notes go along with a mail to oneself, and with nothing else', async () => {
  const dana = await withDana();
  await dana.store.addNote(dana.id, 'A beagle.', undefined);
  await dana.tap('put-off');
  await dana.touches.tapTouch({ personId: dana.id, way: 'own-mail', about: '' }, 'put-off');
  const notes = (await dana.touches.listStillToDo()).map((one) => [one.touch.way, one.notes.length]);
  expect(Object.fromEntries(notes)).toEqual({ text: 0, 'own-mail': 1 });
});
