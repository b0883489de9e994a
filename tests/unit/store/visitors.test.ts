import { describe, expect, test } from 'vitest';
import type { FieldValues } from '../../../src/domain/row.ts';
import { findFieldProblems } from '../../../src/domain/tables.ts';
import { visitorActions } from '../../../src/store/actions/visitors.ts';
import { visitorQueries } from '../../../src/store/queries/visitors.ts';
import { capture, type OpenStore, openStore, startMs } from './open-store.ts';

const visitorId = '01890000-0000-7000-8000-00000000000a';
const sentAt = new Date(startMs - 3_600_000).toISOString();
const sam: FieldValues = {
  profile: '01890000-0000-7000-8000-000000000001',
  name: 'Sam Otter',
  message: ' We met at the mixer. ',
  sentAt,
  'phone/bythecard': { typed: '231 555 0177' },
  'email/bythecard': { typed: 'sam@example.com' },
};

/** As a row comes from the contact database. */
function arrive({ db }: OpenStore, values: FieldValues = sam, id = visitorId) {
  return db.visitor.put({ id, values, stamp: `${'0'.repeat(12)}publicpage` });
}

const readings = new Map([['bythecard', { typed: '231 555 0177', e164: '+12315550177' }]]);

function openVisitors(open = openStore()) {
  const actions = visitorActions(open.context);
  const unanswered = () => visitorQueries(open.context).listUnanswered();
  return { open, actions, unanswered };
}

describe('a visitor', () => {
  test('is listed until somebody answers, latest first', async () => {
    const { open, actions, unanswered } = openVisitors();
    await arrive(open);
    const later = visitorId.replace(/a$/, 'f');
    await arrive(open, { ...sam, name: 'Ann', sentAt: new Date(startMs).toISOString() }, later);
    expect((await unanswered()).map(({ name }) => name)).toEqual(['Ann', 'Sam Otter']);
    expect(await open.store.listPeople()).toEqual([]);
    await actions.dismissVisitor(later);
    expect((await unanswered()).map(({ name }) => name)).toEqual(['Sam Otter']);
    await actions.takeBackAnswer(later);
    expect(await unanswered()).toHaveLength(2);
    expect(await open.store.listPeople()).toEqual([]);
  });

  test('is kept as a person met when it was sent, with the message as a note', async () => {
    const { open, actions, unanswered } = openVisitors();
    await arrive(open);
    const id = (await actions.keepVisitor(visitorId, readings)) ?? '';
    expect(await unanswered()).toEqual([]);
    expect(await open.store.readPerson(id)).toMatchObject({
      person: {
        name: 'Sam Otter',
        metAt: sentAt,
        lookedAt: null,
        occasionId: null,
        phones: [{ typed: '231 555 0177', e164: '+12315550177' }],
        emails: [{ typed: 'sam@example.com' }],
      },
      notes: [{ text: 'We met at the mixer.' }],
      isDeleted: false,
    });
    for (const { edit } of await open.db.outbox.toArray()) {
      expect(findFieldProblems(edit.table, edit.values)).toEqual([]);
    }
    await open.store.editEntry(id, { field: 'phone', entryId: undefined }, { typed: '2' });
    const phones = (await open.store.readPerson(id))?.person.phones ?? [];
    expect(phones.map(({ typed }) => typed)).toEqual(['231 555 0177', '2']);
  });

  test('the answer taken back: nobody is kept; kept again: the same person, once', async () => {
    const { open, actions, unanswered } = openVisitors();
    await arrive(open);
    const id = (await actions.keepVisitor(visitorId, readings)) ?? '';
    await actions.takeBackAnswer(visitorId);
    expect(await unanswered()).toHaveLength(1);
    expect(await open.store.listPeople()).toEqual([]);
    expect(await actions.keepVisitor(visitorId, readings)).toBe(id);
    const page = await open.store.readPerson(id);
    expect([page?.isDeleted, page?.notes.length]).toEqual([false, 1]);
    expect(await open.store.listPeople()).toHaveLength(1);
  });

  test('two devices that keep the same one make the same person', async () => {
    const [here, there] = [openVisitors(), openVisitors()];
    const ids = [];
    for (const { open, actions } of [here, there]) {
      await arrive(open);
      const id = (await actions.keepVisitor(visitorId, readings)) ?? '';
      ids.push(id, ...Object.keys((await open.db.person.get(id))?.values ?? {}).sort());
      ids.push(...(await open.db.note.toArray()).map((note) => note.id));
    }
    expect(ids.slice(0, ids.length / 2)).toEqual(ids.slice(ids.length / 2));
    expect(ids[0]).not.toBe(visitorId);
  });

  test('all of it is one transaction', async () => {
    const { open, actions, unanswered } = openVisitors();
    await arrive(open);
    const fail = () => {
      throw new Error('full');
    };
    open.db.note.hook('creating', fail);
    await expect(actions.keepVisitor(visitorId, readings)).rejects.toThrow();
    expect(await open.db.outbox.count()).toBe(0);
    expect(await open.store.listPeople()).toEqual([]);
    expect(await unanswered()).toHaveLength(1);
  });

  test('one that is not here is not kept', async () => {
    expect(await openVisitors().actions.keepVisitor(visitorId, readings)).toBeUndefined();
  });
});

test('a visitor who is known is added to, once, and nobody new is made', async () => {
  const { open, actions, unanswered } = openVisitors();
  await arrive(open);
  const phone = { typed: '231-555-0177', e164: '+12315550177' };
  const id = await open.store.savePerson(capture({ name: 'Sam Okafor', phone }), undefined);
  expect(await actions.addVisitorTo(id, visitorId, readings)).toBe(true);
  expect(await actions.addVisitorTo(id, visitorId, readings)).toBe(false);
  const page = await open.store.readPerson(id);
  expect(page?.person.phones).toHaveLength(1);
  expect(page?.person.emails).toHaveLength(1);
  expect(page?.notes).toHaveLength(1);
  expect(await unanswered()).toEqual([]);
  expect(await open.db.person.count()).toBe(1);
});

test('nothing is added to somebody who is gone, and the visitor still waits', async () => {
  const { open, actions, unanswered } = openVisitors();
  await arrive(open);
  const id = await open.store.savePerson(capture(), undefined);
  await open.store.deletePerson(id);
  expect(await actions.addVisitorTo(id, visitorId, readings)).toBe(false);
  expect(await unanswered()).toHaveLength(1);
});
