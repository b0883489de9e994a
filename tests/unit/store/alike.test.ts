import { expect, test } from 'vitest';
import { alikeActions } from '../../../src/store/actions/alike.ts';
import { mergeActions } from '../../../src/store/actions/merge-people.ts';
import { reviewQueries } from '../../../src/store/queries/review.ts';
import { capture, openStore } from './open-store.ts';

const phone = { typed: '231 555 0142', e164: '+12315550142' };

async function openWithTwo() {
  const open = openStore();
  const one = await open.store.savePerson(
    capture({ name: 'Dana Ruiz', phone, where: 'Street fair' }),
    undefined,
  );
  open.clock.nowMs += 1_000;
  const other = await open.store.savePerson(capture({ name: 'Dana R.', phone, where: 'Mixer' }), undefined);
  const parts = {
    ...alikeActions(open.context),
    ...reviewQueries(open.context),
    ...mergeActions(open.context),
  };
  const ask = async (id: string) => (await parts.listAlike(id)).map((pair) => pair.other.person.name);
  return { ...open, ...parts, one, other, ask };
}

test('two who look alike are asked about from either side, and who stays was met first', async () => {
  const { listAlike, one, other, ask } = await openWithTwo();
  expect(await ask(one)).toEqual(['Dana R.']);
  const [pair] = await listAlike(other);
  expect(pair).toMatchObject({ kind: 'duplicate', isStrong: true });
  expect(pair?.stays.person.id).toBe(one);
  expect(pair?.other).toBe(pair?.stays);
  expect(pair?.goes.occasion?.name).toBe('Mixer');
});

test('two different people are not asked about again, and are once that is taken back', async () => {
  const { keepApart, one, other, ask } = await openWithTwo();
  const undo = await keepApart(one, other);
  expect([await ask(one), await ask(other)]).toEqual([[], []]);
  await undo?.();
  expect([await ask(one), await ask(other)]).toEqual([['Dana R.'], ['Dana Ruiz']]);
});

test('a household takes in those who live with either, and gives each back the roof they had', async () => {
  const { joinHousehold, store, one, other, ask } = await openWithTwo();
  const third = await store.savePerson(capture({ name: 'Luis Ruiz' }), undefined);
  await joinHousehold(other, third);
  const undo = await joinHousehold(one, other);
  const roofs = async () =>
    Promise.all(
      [one, other, third].map(async (id) => (await store.readPerson(id))?.person.household ?? null),
    );
  const [first, second, last] = await roofs();
  expect(first).not.toBeNull();
  expect([second, last]).toEqual([first, first]);
  expect(await ask(one)).toEqual([]);
  await undo?.();
  expect(await roofs()).toEqual([null, first, first]);
});

test('nothing is said of somebody who was deleted meanwhile', async () => {
  const { keepApart, joinHousehold, store, one, other } = await openWithTwo();
  await store.deletePerson(other);
  expect([await keepApart(one, other), await joinHousehold(one, other)]).toEqual([undefined, undefined]);
});

test('in a deck who was put into another is the other, once, and who was deleted is nobody', async () => {
  const { listDeck, mergePeople, store, one, other } = await openWithTwo();
  const third = await store.savePerson(capture({ name: 'Sam' }), undefined);
  await store.setLookedAt(third, true);
  await mergePeople(one, other, []);
  const deck = await listDeck([other, third, one]);
  expect(deck.map(({ person, isDone }) => [person.name, isDone])).toEqual([
    ['Dana Ruiz', false],
    ['Sam', true],
  ]);
  expect(deck.every(({ waiting }) => waiting > 0)).toBe(true);
  await store.deletePerson(third);
  expect((await listDeck([other, third])).map(({ person }) => person.id)).toEqual([one]);
});
