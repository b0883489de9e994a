import { describe, expect, test } from 'vitest';
import { tagColours } from '../../../src/domain/table-words.ts';
import { capture, captureDraft, openStore } from './open-store.ts';

const minute = 60_000;

async function meetAt(open: ReturnType<typeof openStore>, ...places: readonly string[]) {
  for (const where of places) {
    open.clock.nowMs += minute;
    await open.store.savePerson(capture({ where }), captureDraft);
  }
}

describe('an occasion', () => {
  test.each([
    ['the same name', 'Café Fair', 'Café Fair'],
    ['another case', 'Café Fair', 'CAFÉ fair'],
    ['no accents', 'Café Fair', 'Cafe Fair'],
    ['spaces around it', 'Café Fair', '  Café Fair '],
  ])('is used again for %s', async (_, first, second) => {
    const open = openStore();
    await meetAt(open, first, second);
    expect(await open.db.occasion.count()).toBe(1);
    const people = await open.store.listPeople();
    expect(people.map(({ occasion }) => occasion?.name)).toEqual([first, first]);
    expect(await open.db.outbox.filter(({ edit }) => edit.table === 'occasion').count()).toBe(1);
  });

  test('of another name is a new one, in the next colour', async () => {
    const open = openStore();
    await meetAt(open, ...Array.from({ length: 7 }, (_, index) => `Fair ${index}`));
    const people = await open.store.listPeople();
    const colours = people.map(({ occasion }) => occasion?.colour).reverse();
    expect(colours).toEqual([...tagColours, tagColours[0]]);
  });

  test('none is made when nothing was written', async () => {
    const open = openStore();
    await meetAt(open, '', ' \n ');
    expect(await open.db.occasion.count()).toBe(0);
  });
});

describe('recentOccasions', () => {
  test('are those of the last people met, latest first, each once', async () => {
    const open = openStore();
    await meetAt(open, 'Fair', 'Museum', '', 'Fair', 'Station');
    const recent = await open.store.recentOccasions();
    expect(recent.map(({ name }) => name)).toEqual(['Station', 'Fair', 'Museum']);
    expect(recent[1]?.lastMetAt).toBe(new Date(open.clock.nowMs - minute).toISOString());
  });

  test('nobody met yet: none', async () => {
    expect(await openStore().store.recentOccasions()).toEqual([]);
  });

  test('an occasion that has not arrived yet is left out', async () => {
    const open = openStore();
    await meetAt(open, 'Fair');
    await open.db.occasion.clear();
    expect(await open.store.recentOccasions()).toEqual([]);
  });
});

test('an occasion keeps the end that somebody said, until they say another or none', async () => {
  const { store } = openStore();
  const until = '2026-11-22T21:00:00.000Z';
  await store.savePerson(capture({ where: 'Mixer', until }), undefined);
  expect((await store.recentOccasions())[0]?.until).toBe(until);
  await store.savePerson(capture({ where: 'Mixer' }), undefined);
  expect((await store.recentOccasions())[0]?.until).toBe(until);
  await store.savePerson(capture({ where: 'Mixer', until: null }), undefined);
  expect((await store.recentOccasions())[0]?.until).toBeNull();
});
