import { expect, test } from 'vitest';
import { noteEdits } from '../../../src/store/actions/note-edits.ts';
import { reviewQueries } from '../../../src/store/queries/review.ts';
import { exchangeRows } from './exchange-rows.ts';
import { capture, type OpenStore, openStore } from './open-store.ts';
import { openOnTwoDevices, openWithTwo, parts, settle } from './two-who-are-one.ts';

const textsOf = async ({ store }: OpenStore, id: string) =>
  (await store.readPerson(id))?.notes.map(({ text }) => text);

test('the later met goes into the earlier met, with the values that were chosen and each number once', async () => {
  const open = await openWithTwo();
  const { first, second, store, db, mergePeople } = open;
  expect(await mergePeople(second, first, ['company'])).toEqual({ stays: first, goes: second });
  const page = await store.readPerson(first);
  expect(page?.person).toMatchObject({
    name: 'Dana Ruiz',
    company: 'Ruiz Foods',
    phones: [{ typed: '231 555 0142' }],
    emails: [{ typed: 'dana@ruiz.example' }],
    details: [{ text: 'Two kids' }],
    // Nobody has looked at the one who was met today.
    lookedAt: null,
  });
  expect(page?.occasion?.name).toBe('Street fair');
  expect(await textsOf(open, first)).toEqual(['Two kids', 'Met at the stall']);
  expect(await db.touch.where('values.person').equals(first).count()).toBe(1);
  expect((await store.listPeople()).map(({ person }) => person.id)).toEqual([first]);
  expect(await open.listPutInto(first)).toMatchObject([{ id: second, label: 'Dana R.' }]);
  expect(await open.readPutInto(second)).toMatchObject({ into: first, intoLabel: 'Dana Ruiz' });
});

test('a number with another extension is another number', async () => {
  const open = openStore();
  const { mergePeople } = parts(open);
  const e164 = '+12315550142';
  const one = await open.store.savePerson(capture({ phone: { typed: '231 555 0142', e164 } }), undefined);
  const other = await open.store.savePerson(
    capture({ phone: { typed: '231 555 0142 x7', e164 } }),
    undefined,
  );
  const merged = await mergePeople(one, other, []);
  const page = await open.store.readPerson(merged?.stays ?? '');
  expect(page?.person.phones.map(({ typed }) => typed).sort()).toEqual(['231 555 0142', '231 555 0142 x7']);
});

test('taken apart they are exactly as they were', async () => {
  const open = await openWithTwo();
  const { first, second, store } = open;
  const read = async () => {
    const pages = await Promise.all([first, second].map((id) => store.readPerson(id)));
    return pages.map((page) => ({ ...page, waiting: 0 }));
  };
  const before = await read();
  await open.mergePeople(first, second, ['company', 'name', 'occasion']);
  expect(await read()).not.toEqual(before);
  expect(await open.unmergePeople(second)).toBe(true);
  expect(await read()).toEqual(before);
  expect(await open.db.touch.where('values.person').equals(second).count()).toBe(1);
  expect(await open.unmergePeople(second)).toBe(false);
  // And once more, with what was there before once more.
  await open.mergePeople(first, second, []);
  await open.unmergePeople(second);
  expect(await read()).toEqual(before);
});

test('taken apart, what was changed since stays changed, and what was added since stays with who stayed', async () => {
  const open = await openWithTwo();
  const { first, second, store } = open;
  await open.mergePeople(first, second, ['company']);
  await store.editLine(first, 'company', 'Dana & Co');
  await store.addNote(first, 'Since then', undefined);
  await open.unmergePeople(second);
  expect((await store.readPerson(first))?.person.company).toBe('Dana & Co');
  expect((await store.readPerson(second))?.person.company).toBe('Ruiz Foods');
  expect(await textsOf(open, first)).toEqual(['Since then', 'Met at the stall']);
  expect(await textsOf(open, second)).toEqual(['Two kids']);
});

test('what is typed about who goes is not lost: it is typed about who stays', async () => {
  const open = await openWithTwo();
  await open.store.writeDraft(`note/${open.second}@tab1`, { text: 'Half a sen' });
  await open.mergePeople(open.first, open.second, []);
  expect(await open.store.readDraft(`note/${open.first}@tab1`)).toEqual({ text: 'Half a sen' });
  await open.store.addNote(open.second, 'Said after', undefined);
  expect(await textsOf(open, open.first)).toContain('Said after');
});

test('a half-typed answer in the review is an answer about who stays, behind what is typed there', async () => {
  const open = await openWithTwo();
  const { first, second, store } = open;
  await store.writeDraft(`ask/${second}/kids@tab1`, { text: 'Two, and a th' });
  await store.writeDraft(`ask/${second}/company@tab1`, { text: 'Ruiz' });
  await store.writeDraft(`ask/${first}/company@tab1`, { text: 'Fourth' });
  await open.mergePeople(first, second, []);
  const { listTypedAnswers } = reviewQueries(open.context);
  expect(await listTypedAnswers(first)).toEqual(['company', 'kids']);
  expect(await listTypedAnswers(second)).toEqual([]);
  expect(await store.readDraft(`ask/${first}/kids@tab1`)).toEqual({ text: 'Two, and a th' });
  // Of one line.
  expect(await store.readDraft(`ask/${first}/company@tab1`)).toEqual({ text: 'Fourth Ruiz' });
});

test('S-12 a note, a touch and a number added elsewhere to who went come to who stayed', async () => {
  const { phone, laptop, first, second } = await openOnTwoDevices();
  await phone.mergePeople(first, second, []);
  laptop.clock.nowMs += 5_000;
  await laptop.store.addNote(second, 'Likes rye', undefined);
  await laptop.markTouch(second, 'coffee', false);
  await laptop.store.editEntry(second, { field: 'phone', entryId: undefined }, { typed: '231 555 0199' });
  await settle(phone, laptop);
  for (const device of [phone, laptop]) {
    expect(await textsOf(device, first)).toEqual(['Likes rye', 'Two kids', 'Met at the stall']);
    const page = await device.store.readPerson(first);
    expect(page?.person.phones.map(({ typed }) => typed)).toEqual(['231 555 0142', '231 555 0199']);
    expect(await device.db.touch.where('values.person').equals(first).count()).toBe(2);
    expect((await device.store.listPeople()).length).toBe(1);
  }
  // It goes along where they are taken apart.
  await laptop.unmergePeople(second);
  await settle(phone, laptop);
  expect(await textsOf(phone, second)).toEqual(['Likes rye', 'Two kids']);
  expect((await phone.store.readPerson(first))?.person.phones.length).toBe(1);
});

test('a line that was changed elsewhere, of which who stays has another, is a detail of theirs, once', async () => {
  const { phone, laptop, first, second } = await openOnTwoDevices();
  await phone.mergePeople(first, second, []);
  await laptop.store.editLine(second, 'company', 'Ruiz & Daughters');
  await settle(phone, laptop);
  const page = await phone.store.readPerson(first);
  expect(page?.person.company).toBe('Fourth Street Bakery');
  expect(page?.person.details.map(({ text }) => text)).toEqual(['Two kids', 'Company: Ruiz & Daughters']);
});

test('two devices that merge the same two choose one of both, and lose nothing', async () => {
  const { phone, laptop, first, second } = await openOnTwoDevices();
  await phone.mergePeople(first, second, ['company']);
  laptop.clock.nowMs += 5_000;
  await laptop.mergePeople(second, first, ['name']);
  await settle(phone, laptop);
  const page = await phone.store.readPerson(first);
  expect(page?.person).toMatchObject({ name: 'Dana R.', company: 'Ruiz Foods' });
  expect(await textsOf(laptop, first)).toEqual(['Two kids', 'Met at the stall']);
});

test('who was put into somebody who was put into a third elsewhere ends there, too', async () => {
  const { phone, laptop, first, second } = await openOnTwoDevices();
  phone.clock.nowMs += 1_000;
  const third = await phone.store.savePerson(capture({ name: 'Dana Ruiz' }), undefined);
  await phone.store.addNote(third, 'Third time', undefined);
  await exchangeRows(phone, laptop);
  await phone.mergePeople(first, second, []);
  laptop.clock.nowMs += 5_000;
  expect(await laptop.mergePeople(second, third, [])).toEqual({ stays: second, goes: third });
  await settle(phone, laptop);
  expect(await textsOf(phone, first)).toEqual(['Third time', 'Two kids', 'Met at the stall']);
  expect((await phone.store.listPeople()).map(({ person }) => person.id)).toEqual([first]);
});

test('who stays is kept where somebody deleted them elsewhere, and a note that was deleted stays deleted', async () => {
  const { phone, laptop, first, second } = await openOnTwoDevices();
  const note = (await phone.store.readPerson(second))?.notes[0]?.id ?? '';
  await noteEdits(phone.context).deleteNote(note);
  await phone.mergePeople(first, second, []);
  expect(await textsOf(phone, first)).toEqual(['Met at the stall']);
  laptop.clock.nowMs += 5_000;
  await laptop.store.deletePerson(first);
  await settle(phone, laptop);
  expect((await laptop.store.readPerson(first))?.isDeleted).toBe(false);
  await settle(phone, laptop);
});

test('who stays is kept where they are deleted elsewhere, also where nothing went over', async () => {
  const [phone, laptop] = [openStore(), openStore()].map((open) => ({ ...open, ...parts(open) }));
  if (phone === undefined || laptop === undefined) throw new Error('No device');
  const first = await phone.store.savePerson(capture(), undefined);
  phone.clock.nowMs += 1_000;
  const second = await phone.store.savePerson(capture(), undefined);
  await exchangeRows(phone, laptop);
  await phone.mergePeople(first, second, []);
  laptop.clock.nowMs += 5_000;
  await laptop.store.deletePerson(first);
  await settle(phone, laptop);
  expect((await laptop.store.listPeople()).map(({ person }) => person.id)).toEqual([first]);
});

test('taken apart here while somebody writes elsewhere: both are kept', async () => {
  const { phone, laptop, first, second } = await openOnTwoDevices();
  await phone.mergePeople(first, second, ['company']);
  await settle(phone, laptop);
  await phone.unmergePeople(second);
  laptop.clock.nowMs += 5_000;
  await laptop.store.addNote(first, 'Met again', undefined);
  await laptop.store.editLine(first, 'title', 'Owner');
  await settle(phone, laptop);
  expect(await textsOf(laptop, second)).toEqual(['Two kids']);
  expect(await textsOf(phone, first)).toEqual(['Met again', 'Met at the stall']);
  expect((await phone.store.readPerson(first))?.person.title).toBe('Owner');
  expect((await phone.store.listPeople()).length).toBe(2);
});
