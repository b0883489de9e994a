import { expect, test } from 'vitest';
import { knownPersonActions } from '../../../src/store/actions/known-person.ts';
import { knownPeopleQueries } from '../../../src/store/queries/known-people.ts';
import { capture, captureDraft, openStore } from './open-store.ts';

const dana = capture({
  name: 'Dana Ruiz',
  where: 'Street fair',
  phone: { typed: '231 555 0142', e164: '+12315550142' },
  email: 'dana@ruiz.example',
});

async function openWithDana() {
  const open = openStore();
  const id = await open.store.savePerson(dana, undefined);
  return { ...open, id, known: { ...knownPersonActions(open.context), ...knownPeopleQueries(open.context) } };
}

test('everybody is found by number and by address, and nobody who is deleted', async () => {
  const { known, store, id } = await openWithDana();
  const [one] = await known.listReachable();
  expect([...(one?.e164s ?? [])]).toEqual(['+12315550142']);
  expect([...(one?.emails ?? [])]).toEqual(['dana@ruiz.example']);
  await store.deletePerson(id);
  expect(await known.listReachable()).toEqual([]);
});

test('who is met again gets what is new, and what differs as a note; nothing of theirs changes', async () => {
  const { known, store, id, context } = await openWithDana();
  await store.writeDraft(captureDraft, { name: 'Dana' });
  const again = capture({
    name: 'Dana',
    company: 'Ruiz Bakery',
    where: 'Chamber mixer',
    phone: { typed: '(231) 555-0142', e164: '+12315550142' },
    email: 'DANA@ruiz.example',
    handle: { typed: 'ig dana', network: 'Instagram' },
    more: {
      title: 'Owner',
      note: 'two kids',
      cardLines: '',
      entries: [{ field: 'phone', reading: { typed: '231 555 0199', label: 'work' } }],
      fileIds: [],
    },
  });
  expect(await known.addToPerson(id, again, captureDraft)).toBe(true);
  const page = await store.readPerson(id);
  expect(page?.person).toMatchObject({
    name: 'Dana Ruiz',
    company: 'Ruiz Bakery',
    title: 'Owner',
    phones: [{ typed: '231 555 0142' }, { typed: '231 555 0199', label: 'work' }],
    emails: [{ typed: 'dana@ruiz.example' }],
    handles: [{ typed: 'ig dana' }],
  });
  expect(page?.occasion?.name).toBe('Street fair');
  expect(page?.notes.map(({ text }) => text)).toEqual(['Met again: Chamber mixer\ntwo kids']);
  expect(await context.db.draft.count()).toBe(0);
  expect(await context.db.person.count()).toBe(1);
});

test('another company is not lost: it is a note', async () => {
  const { known, store, id } = await openWithDana();
  await known.addToPerson(id, capture({ name: 'Dana', company: 'Bakery' }), undefined);
  await known.addToPerson(id, capture({ name: 'Daniela', company: 'Cedar Lending' }), undefined);
  const page = await store.readPerson(id);
  expect(page?.person.company).toBe('Bakery');
  expect(page?.notes.map(({ text }) => text)).toEqual(['Daniela\nCedar Lending']);
});

test('nothing is added to somebody who was deleted meanwhile, and the draft stays', async () => {
  const { known, store, id, context } = await openWithDana();
  await store.writeDraft(captureDraft, { name: 'Dana' });
  await store.deletePerson(id);
  expect(await known.addToPerson(id, dana, captureDraft)).toBe(false);
  expect(await context.db.draft.count()).toBe(1);
});

test('two under one roof stay two people, and either may leave it', async () => {
  const { known, store, id } = await openWithDana();
  const luis = await known.saveInHousehold(id, { ...dana, name: 'Luis Ruiz' }, undefined);
  const son = await known.saveInHousehold(luis, { ...dana, name: 'Max Ruiz' }, undefined);
  const household = (await store.readPerson(id))?.person.household ?? null;
  const names = async () => (await known.listHousehold(id, household)).map(({ name }) => name).sort();
  expect(await names()).toEqual(['Luis Ruiz', 'Max Ruiz']);
  await known.leaveHousehold(son);
  expect(await names()).toEqual(['Luis Ruiz']);
  await store.deletePerson(luis);
  expect(await names()).toEqual([]);
});

test('the same number with an extension is not lost, and a name within another is another name', async () => {
  const { known, store, id } = await openWithDana();
  const phone = { typed: '231 555 0142 ext 12', e164: '+12315550142' };
  await known.addToPerson(id, { ...capture({ name: 'Dan', phone }), where: 'Street fair' }, undefined);
  const page = await store.readPerson(id);
  expect(page?.person.phones).toHaveLength(1);
  expect(page?.notes.map(({ text }) => text)).toEqual(['Dan\n231 555 0142 ext 12']);
});

test('a card that is added twice leaves each of its lines once', async () => {
  const { known, store, id } = await openWithDana();
  const more = { title: '', note: '', cardLines: 'BDAY:--0307\nX-A:1', entries: [], fileIds: [] };
  for (let time = 0; time < 2; time += 1) await known.addToPerson(id, capture({ more }), undefined);
  expect((await store.readPerson(id))?.person.cardLines).toBe('BDAY:--0307\nX-A:1');
});
