import { expect, test } from 'vitest';
import type { FieldValues } from '../../../src/domain/row.ts';
import { writeEdit, writeTogether } from '../../../src/store/write-edit.ts';
import { exchangeRows } from './exchange-rows.ts';
import { type OpenStore, openStore } from './open-store.ts';
import { openOnTwoDevices, openWithTwo, parts, settle } from './two-who-are-one.ts';

const coffee = { on: '2026-11-27', way: 'coffee' } as const;
const call = { on: '2026-12-01', way: 'call' } as const;
const every6 = { every: 6, unit: 'week', from: '2026-11-22' } as const;
const every2 = { every: 2, unit: 'week', from: '2026-11-20' } as const;
const zone = 'America/Detroit';

const valuesOf = async ({ db }: OpenStore, id: string) => (await db.person.get(id))?.values ?? {};

/** As another version, or an import, writes what no screen asks for. */
const write = ({ context }: OpenStore, id: string, values: FieldValues) =>
  writeTogether(context, () => writeEdit(context, { table: 'person', id, values, subject: id }));

function openDevice() {
  const open = openStore();
  return { ...open, ...parts(open) };
}

/** Who goes has a number and a detail that go over. The laptop does something before; the phone merges after. */
async function openWithNumber() {
  const phone = await openWithTwo();
  const { first, second } = phone;
  await phone.store.editEntry(second, { field: 'phone', entryId: 'othernumber1' }, { typed: '231 555 0150' });
  phone.clock.nowMs += 60_000;
  const laptop = openDevice();
  laptop.clock.nowMs = phone.clock.nowMs;
  await exchangeRows(phone, laptop);
  const merge = async () => {
    phone.clock.nowMs += 3_600_000;
    laptop.clock.nowMs += 3_600_000;
    await phone.mergePeople(first, second, []);
  };
  const numbers = async (open: OpenStore) =>
    (await open.store.readPerson(first))?.person.phones.map(({ typed }) => typed).sort();
  return { phone, laptop, first, second, merge, numbers };
}
const other = { field: 'phone', entryId: 'othernumber1' } as const;

test('a number that was put right elsewhere before the merge is right afterwards, though the merge copied the old one later', async () => {
  const { phone, laptop, first, second, merge, numbers } = await openWithNumber();
  await laptop.store.editEntry(second, other, { typed: '231 555 0151' });
  await merge();
  await settle(phone, laptop);
  for (const device of [phone, laptop])
    expect(await numbers(device)).toEqual(['231 555 0142', '231 555 0151']);
  // And as it was put right where they are taken apart.
  await laptop.unmergePeople(second);
  await settle(phone, laptop);
  expect(await numbers(phone)).toEqual(['231 555 0142']);
  const page = await phone.store.readPerson(second);
  expect(page?.person.phones.map(({ typed }) => typed)).toContain('231 555 0151');
  expect((await valuesOf(phone, first))['phone/othernumber1']).toBeNull();
});

test('so is a detail, and a number that was removed elsewhere is gone', async () => {
  const { phone, laptop, first, second, merge, numbers } = await openWithNumber();
  const [kids] = (await laptop.store.readPerson(second))?.person.details ?? [];
  await laptop.editDetail(second, kids?.id ?? '', 'Three kids');
  await laptop.store.editEntry(second, other, { typed: '' });
  await merge();
  await settle(phone, laptop);
  expect((await laptop.store.readPerson(first))?.person.details.map(({ text }) => text)).toEqual([
    'Three kids',
  ]);
  expect(await numbers(phone)).toEqual(['231 555 0142']);
});

test('what a hand has changed since the merge stands, and what was put right elsewhere stands beside it, once', async () => {
  const { phone, laptop, first, second, merge, numbers } = await openWithNumber();
  await laptop.store.editEntry(second, other, { typed: '231 555 0151' });
  await merge();
  phone.clock.nowMs += 60_000;
  await phone.store.editEntry(first, other, { typed: '231 555 0152' });
  await settle(phone, laptop);
  for (const device of [phone, laptop])
    expect(await numbers(device)).toEqual(['231 555 0142', '231 555 0151', '231 555 0152']);
});

test('also where that was later than the hand’s', async () => {
  const { phone, laptop, first, second, merge, numbers } = await openWithNumber();
  await merge();
  await phone.store.editEntry(first, other, { typed: '231 555 0152' });
  laptop.clock.nowMs += 3_600_000;
  await laptop.store.editEntry(second, other, { typed: '231 555 0151' });
  await settle(phone, laptop);
  expect(await numbers(phone)).toEqual(['231 555 0142', '231 555 0151', '231 555 0152']);
});

test('and where something else came late meanwhile', async () => {
  const { phone, laptop, first, second, merge, numbers } = await openWithNumber();
  const tablet = openDevice();
  tablet.clock.nowMs = laptop.clock.nowMs;
  await exchangeRows(phone, tablet);
  await tablet.store.editEntry(second, other, { typed: '231 555 0151' });
  await laptop.store.addNote(second, 'Likes rye', undefined);
  await merge();
  phone.clock.nowMs += 60_000;
  await phone.store.editEntry(first, other, { typed: '231 555 0152' });
  await exchangeRows(phone, laptop);
  phone.clock.nowMs += 60_000;
  await phone.finishMerges();
  await exchangeRows(phone, laptop);
  await settle(phone, laptop, tablet);
  expect(await numbers(phone)).toEqual(['231 555 0142', '231 555 0151', '231 555 0152']);
});

test('of two who put it right before the merge the later is right, also where the earlier is heard of first', async () => {
  const { phone, laptop, second, merge, numbers } = await openWithNumber();
  const tablet = openDevice();
  tablet.clock.nowMs = laptop.clock.nowMs + 60_000;
  await exchangeRows(phone, tablet);
  await laptop.store.editEntry(second, other, { typed: '231 555 0151' });
  await tablet.store.editEntry(second, other, { typed: '231 555 0153' });
  await merge();
  await settle(phone, laptop);
  expect(await numbers(phone)).toEqual(['231 555 0142', '231 555 0151']);
  await settle(phone, laptop, tablet);
  expect(await numbers(phone)).toEqual(['231 555 0142', '231 555 0153']);
});

test('a line that the merge took over and that was put right elsewhere before is put right, too', async () => {
  const { phone, laptop, first, second } = await openOnTwoDevices();
  await laptop.store.editLine(second, 'company', 'Ruiz & Daughters');
  phone.clock.nowMs += 3_600_000;
  laptop.clock.nowMs += 3_600_000;
  await phone.mergePeople(first, second, ['company']);
  await settle(phone, laptop);
  const page = await phone.store.readPerson(first);
  expect(page?.person.company).toBe('Ruiz & Daughters');
  expect(page?.person.details.map(({ text }) => text)).toEqual(['Two kids']);
  await phone.unmergePeople(second);
  expect((await phone.store.readPerson(first))?.person.company).toBe('Fourth Street Bakery');
  expect((await phone.store.readPerson(second))?.person.company).toBe('Ruiz & Daughters');
});

test('what was planned elsewhere with who went is planned with who stays', async () => {
  const { phone, laptop, first, second } = await openOnTwoDevices();
  await laptop.setPlan(second, { next: coffee, rhythm: every6 }, zone);
  phone.clock.nowMs += 3_600_000;
  await phone.mergePeople(first, second, []);
  await settle(phone, laptop);
  expect(await valuesOf(phone, first)).toMatchObject({ next: coffee, rhythm: every6 });
  await phone.unmergePeople(second);
  expect(await valuesOf(phone, first)).toMatchObject({ next: null, rhythm: null });
});

test('of two plans the one that was said later stands', async () => {
  const { phone, laptop, first, second } = await openOnTwoDevices();
  await phone.setPlan(first, { next: call, rhythm: undefined }, zone);
  laptop.clock.nowMs += 60_000;
  await laptop.setPlan(second, { next: coffee, rhythm: every6 }, zone);
  phone.clock.nowMs += 120_000;
  await phone.setPlan(first, { next: call, rhythm: every2 }, zone);
  await phone.mergePeople(first, second, []);
  await settle(phone, laptop);
  for (const device of [phone, laptop])
    expect(await valuesOf(device, first)).toMatchObject({ next: coffee, rhythm: every2 });
});

test('a plan that was called off elsewhere before the merge took it over is called off', async () => {
  const phone = await openWithTwo();
  const { first, second } = phone;
  await phone.setPlan(second, { next: coffee, rhythm: undefined }, zone);
  const laptop = openDevice();
  laptop.clock.nowMs = phone.clock.nowMs + 1_000;
  await exchangeRows(phone, laptop);
  await laptop.setPlan(second, { next: undefined, rhythm: undefined }, zone);
  phone.clock.nowMs += 3_600_000;
  await phone.mergePeople(first, second, []);
  expect(await valuesOf(phone, first)).toMatchObject({ next: coffee });
  await settle(phone, laptop);
  expect((await valuesOf(laptop, first))['next']).toBeNull();
});

test('what is blank about who stays is filled: where and in which language, whom they live with, what a card said, what is remembered', async () => {
  const { phone, laptop, first, second } = await openOnTwoDevices();
  const household = '01935f00-0000-7000-8000-000000000001';
  const recall = {
    ...{
      due: '2026-12-01T00:00:00.000Z',
      stability: 2,
      difficulty: 5,
      reps: 1,
      lapses: 0,
      state: 2,
      steps: 0,
    },
    seenAt: '2026-11-22T00:00:00.000Z',
  };
  const late = { household, recall, language: 'es', zone: 'America/Chicago', cardLines: 'BDAY:19800101' };
  await write(laptop, second, late);
  phone.clock.nowMs += 3_600_000;
  await phone.mergePeople(first, second, []);
  await settle(phone, laptop);
  for (const device of [phone, laptop]) expect(await valuesOf(device, first)).toMatchObject(late);
  expect((await valuesOf(phone, first))['company']).toBe('Fourth Street Bakery');
});

test('a card’s lines that both have are put together, and taken apart', async () => {
  const { phone, laptop, first, second } = await openOnTwoDevices();
  await write(phone, first, { cardLines: 'BDAY:19800101' });
  await write(laptop, second, { cardLines: 'ROLE:Baker' });
  phone.clock.nowMs += 3_600_000;
  await phone.mergePeople(first, second, []);
  await settle(phone, laptop);
  const lines = (await valuesOf(laptop, first))['cardLines'];
  for (const line of ['BDAY:19800101', 'ROLE:Baker']) expect(lines).toContain(line);
  await laptop.unmergePeople(second);
  expect((await valuesOf(laptop, first))['cardLines']).toBe('BDAY:19800101');
});
