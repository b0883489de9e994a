import { describe, expect, test } from 'vitest';
import { readingToStamp } from '../../../src/domain/stamp.ts';
import { findFieldProblems } from '../../../src/domain/tables.ts';
import { conflictQueries } from '../../../src/store/queries/conflicts.ts';
import { leftOverQueries } from '../../../src/store/queries/left-over.ts';
import type { Store } from '../../../src/store/store.ts';
import { createSyncStore } from '../../../src/store/sync-store.ts';
import {
  capture,
  captureDraft,
  emptyOutbox,
  openStore,
  readEverything,
  session,
  startMs,
} from './open-store.ts';

const hour = 3_600_000;

describe("a person's lines", () => {
  test('S-3 an edit is a partial row that names the stamps it replaces', async () => {
    const open = openStore();
    const id = await open.store.savePerson(capture({ company: 'Bakery' }), captureDraft);
    const [first] = await open.db.outbox.toArray();
    await emptyOutbox(open);
    const draftId = `edit/${id}/company`;
    await open.store.writeDraft(draftId, { text: ' Garage ' });
    await open.store.editLine(id, 'company', ' Garage ', draftId);
    expect(await open.store.readDraft(draftId)).toBeUndefined();
    const [entry] = await open.db.outbox.toArray();
    expect(entry?.edit.values).toEqual({ company: 'Garage' });
    expect(entry?.edit.replaces).toEqual({ company: first?.stamp });
    expect(entry?.subject).toBe(id);
    const page = await open.store.readPerson(id);
    expect(page?.person).toMatchObject({ name: 'Dana Lee', company: 'Garage' });
  });

  test('an entry is added, changed under its key, and removed by an empty text', async () => {
    const { store, db } = openStore();
    const id = await store.savePerson(capture({ phone: { typed: '1' } }), captureDraft);
    const draftId = `edit/${id}/phone`;
    await store.editEntry(
      id,
      { field: 'phone', entryId: undefined },
      { typed: '212 736 5000', e164: '+12127365000' },
      draftId,
    );
    const added = (await store.readPerson(id))?.person.phones.find(({ e164 }) => e164 !== undefined);
    expect(added?.id).toMatch(/^[0-9a-z]{14}$/);
    const entry = { field: 'phone', entryId: added?.id } as const;
    await store.writeDraft(draftId, { text: '2' });
    await store.editEntry(id, entry, { typed: '2' }, draftId);
    expect(await store.readDraft(draftId)).toBeUndefined();
    expect((await store.readPerson(id))?.person.phones).toContainEqual({ id: added?.id, typed: '2' });
    await store.editEntry(id, entry, { typed: '  ' }, draftId);
    expect((await store.readPerson(id))?.person.phones.map(({ typed }) => typed)).toEqual(['1']);
    const edits = (await db.outbox.orderBy('stamp').toArray()).map(({ edit }) => edit);
    expect(edits.at(-1)?.values).toEqual({ [`phone/${added?.id}`]: null });
    expect(edits.at(-1)?.replaces).toEqual({ [`phone/${added?.id}`]: edits.at(-2)?.stamp });
    expect(edits[1]?.replaces).toBeUndefined();
  });

  test('a number saved before it could be read is read later, once, and keeps what was typed', async () => {
    const { store, db } = openStore();
    const phone = { typed: '212 736 5000', isUnread: true };
    const id = await store.savePerson(capture({ phone }), captureDraft);
    const other = await store.savePerson(capture({ phone: { typed: '12' } }), captureDraft);
    await store.editEntry(other, { field: 'phone', entryId: undefined }, { typed: 'x', isUnread: true });
    const gone = await store.savePerson(capture({ phone }), captureDraft);
    await store.deletePerson(gone);
    const asked: string[] = [];
    const read = async (typed: string) => {
      asked.push(typed);
      return typed === phone.typed ? '+12127365000' : undefined;
    };
    await store.readNumbers(read);
    expect((await store.readPerson(id))?.person.phones).toMatchObject([
      { typed: '212 736 5000', e164: '+12127365000' },
    ]);
    expect((await store.readPerson(other))?.person.phones.map(({ typed }) => typed).sort()).toEqual([
      '12',
      'x',
    ]);
    expect((await store.readPerson(gone))?.isDeleted).toBe(true);
    const [edits, count] = [await db.outbox.count(), asked.length];
    await store.readNumbers(read);
    expect([await db.outbox.count(), asked.length]).toEqual([edits, count]);
  });

  test('the first number stays the first, however many are added later', async () => {
    const { store, clock } = openStore();
    for (let round = 0; round < 8; round++) {
      const id = await store.savePerson(capture({ phone: { typed: '0' } }), captureDraft);
      for (const typed of ['1', '2']) {
        clock.nowMs += 1;
        await store.editEntry(id, { field: 'phone', entryId: undefined }, { typed }, `edit/${id}/phone`);
      }
      const phones = (await store.readPerson(id))?.person.phones ?? [];
      expect(phones.map(({ typed }) => typed)).toEqual(['0', '1', '2']);
      for (const { id: entry } of phones) {
        expect(findFieldProblems('person', { [`phone/${entry}`]: null })).toEqual([]);
      }
    }
  });

  test('where you met is an occasion, and can be taken away', async () => {
    const { store } = openStore();
    const id = await store.savePerson(capture(), captureDraft);
    const draftId = `edit/${id}/where`;
    await store.writeDraft(draftId, { text: 'Street fair' });
    await store.editWhereMet(id, 'Street fair', draftId);
    expect(await store.readDraft(draftId)).toBeUndefined();
    expect((await store.readPerson(id))?.occasion?.name).toBe('Street fair');
    await store.editWhereMet(id, ' ', draftId);
    expect((await store.readPerson(id))?.occasion).toBeUndefined();
  });

  test('looked at says when, and can be taken back', async () => {
    const { store, clock } = openStore();
    const id = await store.savePerson(capture(), captureDraft);
    clock.nowMs = startMs + hour;
    await store.setLookedAt(id, true);
    expect((await store.readPerson(id))?.person.lookedAt).toBe(new Date(startMs + hour).toISOString());
    await store.setLookedAt(id, false);
    expect((await store.readPerson(id))?.person.lookedAt).toBeNull();
  });

  test.each<[string, (store: Store, id: string) => Promise<unknown>]>([
    ['editLine', (store, id) => store.editLine(id, 'name', 'X', `edit/${id}/name`)],
    ['editWhereMet', (store, id) => store.editWhereMet(id, 'Fair', `edit/${id}/where`)],
    ['deletePerson', (store, id) => store.deletePerson(id)],
    ['addNote', (store, id) => store.addNote(id, 'Likes rye', undefined)],
  ])('S-2 %s writes nothing when its outbox entry cannot be written', async (_, act) => {
    const open = openStore();
    const id = await open.store.savePerson(capture(), captureDraft);
    for (const draft of ['name', 'where']) await open.store.writeDraft(`edit/${id}/${draft}`, { text: 'X' });
    const before = await readEverything(open);
    open.db.outbox.hook('creating', () => {
      throw new Error('QuotaExceededError');
    });
    await expect(act(open.store, id)).rejects.toThrow('QuotaExceededError');
    expect(await readEverything(open)).toEqual(before);
  });
});

describe('a deleted person', () => {
  test('S-12 is in no list, comes back by undo, and by an edit made elsewhere, but not by typing left here', async () => {
    const { store, db } = openStore();
    const id = await store.savePerson(capture(), captureDraft);
    await store.deletePerson(id);
    expect(await store.listPeople()).toEqual([]);
    expect((await store.readPerson(id))?.isDeleted).toBe(true);
    await store.undeletePerson(id);
    expect((await store.listPeople()).map(({ person }) => person.name)).toEqual(['Dana Lee']);
    await store.deletePerson(id);
    const waiting = await db.outbox.count();
    await store.writeDraft('draft', { text: 'Bakery' });
    expect(await store.editLine(id, 'company', 'Bakery', 'draft')).toBe(false);
    expect(await store.editWhereMet(id, 'Bakery', 'draft')).toBe(false);
    expect(await store.addNote(id, 'Bakery', 'draft')).toBe(false);
    expect(await store.readDraft('draft')).toEqual({ text: 'Bakery' });
    expect(await db.outbox.count()).toBe(waiting);
    expect((await store.readPerson(id))?.isDeleted).toBe(true);
  });

  test('S-12 names what was seen of each device', async () => {
    const { store, db } = openStore();
    const id = await store.savePerson(capture(), captureDraft);
    const [stamp = ''] = await db.outbox.toCollection().primaryKeys();
    await store.deletePerson(id);
    const last = (await db.outbox.orderBy('stamp').toArray()).at(-1);
    expect(last?.edit.values).toEqual({ deleted: { [stamp.slice(12)]: stamp } });
  });
});

describe('lists', () => {
  test('everybody, latest met first, with where you met', async () => {
    const { store, clock } = openStore();
    await store.savePerson(capture({ name: 'First', where: 'Street fair' }), captureDraft);
    clock.nowMs += hour;
    await store.savePerson(capture({ name: 'Second' }), captureDraft);
    const people = await store.listPeople();
    expect(people.map(({ person, occasion }) => [person.name, occasion?.name])).toEqual([
      ['Second', undefined],
      ['First', 'Street fair'],
    ]);
  });

  test('somebody of whom it is not known when you met is listed too, last', async () => {
    const { store, db } = openStore();
    await store.savePerson(capture({ name: 'Dana' }), captureDraft);
    const id = '01890a5d-ac96-774b-bcce-b302099a8057';
    await db.person.put({ id, values: { name: 'Bo' }, stamps: { name: `${'0'.repeat(12)}otherphone` } });
    const people = await store.listPeople();
    expect(people.map(({ person }) => person.name)).toEqual(['Dana', 'Bo']);
  });

  test('who was met from one moment until before another, latest first', async () => {
    const { store, clock } = openStore();
    for (const hours of [-1, 0, 1, 2]) {
      clock.nowMs = startMs + hours * hour;
      await store.savePerson(capture({ name: `${hours}` }), captureDraft);
    }
    const iso = (hours: number) => new Date(startMs + hours * hour).toISOString();
    const met = await store.listPeopleMet(iso(0), iso(2));
    expect(met.map(({ person }) => person.name)).toEqual(['1', '0']);
    await store.deletePerson(met[0]?.person.id ?? '');
    expect((await store.listPeopleMet(iso(0), iso(2))).map(({ person }) => person.name)).toEqual(['0']);
  });

  test('a person that this device does not know', async () => {
    const { store } = openStore();
    expect(await store.readPerson('01890a5d-ac96-774b-bcce-b302099a8057')).toBeUndefined();
  });
});

describe('the page of a person', () => {
  test('knows the drafts of its own lines that this tab may go on with', async () => {
    const { store, context } = openStore();
    const [id, other] = ['11', '12'];
    await store.writeDraft(`edit/${id}/name@mine`, { text: 'D' });
    await store.writeDraft(`edit/${id}/phone@gone`, { text: 'D' });
    await store.writeDraft(`edit/${id}/email@theirs`, { text: 'D' });
    await store.writeDraft(`edit/${other}/name@mine`, { text: 'D' });
    await store.writeDraft(`note/${id}@mine`, { text: 'D' });
    const live = async () => new Set(['mine', 'theirs']);
    const open = await leftOverQueries(context).listLineDrafts(id, 'mine', live);
    expect(open).toEqual([`edit/${id}/name`, `edit/${id}/phone`]);
  });

  test('knows of a note that is being typed, and how many edits wait', async () => {
    const open = openStore();
    const id = await open.store.savePerson(capture({ where: 'Street fair' }), captureDraft);
    const other = await open.store.savePerson(capture(), captureDraft);
    await open.store.writeDraft(`note/${id}@tab1`, { text: 'D' });
    await open.store.addNote(id, 'Likes rye', undefined);
    expect((await open.store.readPerson(id))?.waiting).toBe(4);
    expect((await open.store.readPerson(id))?.hasDraft).toBe(true);
    expect((await open.store.readPerson(other))?.hasDraft).toBe(false);
    await emptyOutbox(open);
    expect((await open.store.readPerson(id))?.waiting).toBe(0);
  });
});

describe('a conflict', () => {
  const theirs = (ms: number) => readingToStamp({ ms: startMs + ms, counter: 0 }, 'theirphone');

  async function openConflict() {
    const open = openStore();
    const id = await open.store.savePerson(capture({ company: 'Mine' }), captureDraft);
    await open.store.nameDevice('iPhone');
    const mine = (await open.db.person.get(id))?.stamp ?? '';
    const by = theirs(5_000);
    const earlier = [{ field: 'company', stamp: mine, value: 'Mine', by }];
    const row = { table: 'person', id, stamp: by, values: { company: 'Theirs' }, earlier } as const;
    const name = { device: 'theirphone', name: 'Mac' };
    const device = { table: 'device', id: `${id.slice(0, -4)}0000`, stamp: by, values: name } as const;
    await open.store.connect(session);
    const head = '11111111-1111-4111-8111-111111111111';
    const position = { protocol: 1, head, isHeadKnown: true, cursor: 2, more: false };
    const nothing = { acknowledged: [], refused: [] };
    await createSyncStore(open.context).settle(
      { ...position, ...nothing, rows: [row, device] },
      false,
      session.accountId,
    );
    const { listConflicts } = conflictQueries(open.context);
    return { ...open, id, listConflicts };
  }

  test('S-13 shows the value that lost, where and when it was changed, and brings it back', async () => {
    const { store, id, listConflicts } = await openConflict();
    const changedAt = new Date(startMs + 5_000).toISOString();
    expect(await listConflicts(id)).toEqual([
      { field: 'company', value: 'Mine', earlier: 'Mine', isFromHere: false, device: 'Mac', changedAt },
    ]);
    await store.settleConflict(id, 'company', { value: 'Mine' });
    const page = await store.readPerson(id);
    expect([page?.person.company, await listConflicts(id)]).toEqual(['Mine', []]);
  });

  test('S-13 is over when the value that stands is left, and says so to the other devices', async () => {
    const { store, id, db, listConflicts } = await openConflict();
    await store.settleConflict(id, 'company', 'keep');
    const page = await store.readPerson(id);
    expect([page?.person.company, await listConflicts(id)]).toEqual(['Theirs', []]);
    const last = (await db.outbox.orderBy('stamp').toArray()).at(-1)?.edit;
    expect([last?.values, last?.replaces]).toEqual([{ company: 'Theirs' }, { company: theirs(5_000) }]);
  });

  test('S-16 the name of a device is nothing that anybody waits for', async () => {
    const { store, db } = openStore();
    await store.nameDevice('iPhone');
    await store.nameDevice('Android phone');
    expect((await store.readSyncFacts()).waiting).toBe(0);
    expect((await db.device.toArray()).map(({ values }) => values['name'])).toEqual(['iPhone']);
  });
});

test('a query that is watched answers again after a change in another tab', async () => {
  const { store, db } = openStore();
  const other = openStore(db.name);
  const counts: number[] = [];
  await new Promise<void>((resolve) => {
    const subscription = store
      .watch(() => store.listPeople())
      .subscribe((people) => {
        counts.push(people.length);
        if (people.length === 0) void other.store.savePerson(capture(), captureDraft);
        else resolve(subscription.unsubscribe());
      });
  });
  expect(counts).toEqual([0, 1]);
});
