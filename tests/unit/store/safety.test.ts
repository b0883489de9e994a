import { describe, expect, test } from 'vitest';
import type { SyncResponse } from '../../../src/protocol/sync.ts';
import { protocolVersion } from '../../../src/protocol/version.ts';
import { countedSubjects } from '../../../src/store/queries/safety.ts';
import { createSyncStore } from '../../../src/store/sync-store.ts';
import { computeStatus } from '../../../src/sync/status.ts';
import { capture, captureDraft, openStore, readEverything, session } from './open-store.ts';

const head = '11111111-1111-4111-8111-111111111111';
const otherHead = '22222222-2222-4222-8222-222222222222';

function answer(parts: Partial<SyncResponse> = {}): SyncResponse {
  const nothing = { acknowledged: [], refused: [], rows: [], cursor: 0, more: false };
  return { protocol: protocolVersion, head, isHeadKnown: true, ...nothing, ...parts };
}

async function openConnected() {
  const open = openStore();
  await open.store.connect(session);
  const syncStore = createSyncStore(open.context);
  const outbox = () => open.db.outbox.toCollection().primaryKeys();
  const status = async () =>
    computeStatus({ ...(await open.store.readSyncFacts()), isOnline: true, isOutdated: false, isFull: false })
      .kind;
  return { ...open, syncStore, outbox, status };
}

const problems = [{ field: 'name', detail: 'is too long' }];

describe('connect', () => {
  test('remembers who signed in, and asks for a sync', async () => {
    const { store, saves } = openStore();
    expect(await store.connect(session)).toEqual({ kind: 'connected' });
    expect(await store.readConnection()).toEqual({ ...session, isSignedIn: true });
    expect(saves()).toBe(1);
  });

  test('takes what was captured before along', async () => {
    const open = openStore();
    await open.store.savePerson(capture(), captureDraft);
    await open.store.connect(session);
    expect(await createSyncStore(open.context).readBatch({ edits: 9, bytes: 9_999 })).toHaveLength(1);
  });

  test.each(['signed in', 'signed out'])(
    'S-21 refuses somebody else while %s, who leaves it signed out',
    async (how) => {
      const { syncStore, outbox, ...open } = await openConnected();
      await open.store.savePerson(capture(), captureDraft);
      await syncStore.settle(answer({ acknowledged: await outbox(), cursor: 5 }), false, session.accountId);
      await open.store.savePerson(capture({ name: 'Bo' }), captureDraft);
      if (how === 'signed out') await open.store.disconnect();
      const { meta: _, ...before } = await readEverything(open);
      const stranger = { accountId: 'account-2', name: 'Sam', email: 'sam@example.com' };
      expect(await open.store.connect(stranger)).toEqual({ kind: 'somebody-else', email: session.email });
      // The session that was there is gone: the stranger's took its place.
      expect(await open.store.readConnection()).toEqual({ ...session, isSignedIn: false });
      expect(await syncStore.readPosition()).toBeUndefined();
      expect(await readEverything(open)).toMatchObject(before);
      await open.store.connect(session);
      expect(await syncStore.readPosition()).toMatchObject({ account: session.accountId, cursor: 5 });
    },
  );

  test('the same person signs in again under a new address', async () => {
    const { store } = openStore();
    await store.connect(session);
    await store.disconnect();
    expect(await store.readConnection()).toEqual({ ...session, isSignedIn: false });
    const moved = { ...session, email: 'kim@new.example.com' };
    expect(await store.connect(moved)).toEqual({ kind: 'connected' });
    expect(await store.readConnection()).toEqual({ ...moved, isSignedIn: true });
  });

  test('S-15 the same person on a contact database that was made anew gives it everything', async () => {
    const { store, syncStore, outbox, context } = await openConnected();
    await store.savePerson(capture(), captureDraft);
    const stamps = (await outbox()).sort();
    await syncStore.settle(answer({ acknowledged: stamps, cursor: 5 }), false, session.accountId);
    const again = { ...session, accountId: 'account-2', email: ' KIM@example.com' };
    expect(await store.connect(again)).toEqual({ kind: 'connected' });
    expect((await outbox()).sort()).toEqual(stamps);
    expect(await store.readSyncFacts()).toMatchObject({ waiting: 1, completeAtMs: undefined });
    const position = await createSyncStore(context).readPosition();
    expect(position).toMatchObject({ account: 'account-2', head: null, cursor: 0 });
  });

  test('S-15 also what the other contact database had refused', async () => {
    const { store, syncStore, outbox } = await openConnected();
    await store.savePerson(capture(), captureDraft);
    const [stamp = ''] = await outbox();
    await syncStore.settle(answer({ refused: [{ stamp, problems }] }), false, session.accountId);
    await store.connect({ ...session, accountId: 'account-2' });
    expect(await outbox()).toEqual([stamp]);
    expect(await store.listRefused()).toEqual([]);
  });

  test('disconnect keeps the people and what has not arrived', async () => {
    const open = openStore();
    await open.store.disconnect();
    expect(await open.store.readConnection()).toBeUndefined();
    await open.store.connect(session);
    await open.store.savePerson(capture(), captureDraft);
    await open.store.disconnect();
    expect(await open.db.outbox.count()).toBe(1);
    expect(await open.store.listPeople()).toHaveLength(1);
    expect((await open.store.readSyncFacts()).connection).toBe('signed-out');
  });
});

describe('readSyncFacts', () => {
  test('S-16 counts people, not edits', async () => {
    const { store } = openStore();
    const dana = await store.savePerson(capture({ where: 'Fair' }), captureDraft);
    await store.savePerson(capture({ name: 'Bo', where: 'Fair' }), captureDraft);
    await store.addNote(dana, 'Likes rye', undefined);
    await store.editLine(dana, 'company', 'Bakery', 'edit/none');
    const facts = await store.readSyncFacts();
    expect(facts).toEqual({
      isPulling: false,
      waiting: 2,
      filesWaiting: 0,
      refused: 0,
      connection: 'none',
      completeAtMs: undefined,
    });
  });

  test('S-16 counts people up to a thousand, and never edits, however many wait', async () => {
    const { store, db } = openStore();
    const id = await store.savePerson(capture(), captureDraft);
    const [entry] = await db.outbox.toArray();
    if (entry === undefined) throw new Error('nothing waits');
    const copies = (count: number, subject: (index: number) => string) =>
      Array.from({ length: count }, (_, index) => {
        const stamp = `z${String(index).padStart(11, '0')}${subject(index).slice(0, 10)}`;
        return { ...entry, stamp, subject: subject(index) };
      });
    await db.outbox.bulkPut(copies(countedSubjects + 200, () => id));
    expect((await store.readSyncFacts()).waiting).toBe(1);
    await db.outbox.bulkPut(copies(countedSubjects + 200, (index) => `person ${index}`));
    expect((await store.readSyncFacts()).waiting).toBe(countedSubjects);
  });

  test('S-16 counts again as soon as fewer wait than are counted, from whichever end they go', async () => {
    const { store, db } = openStore();
    const entry = (index: number) => {
      const stamp = String(index).padStart(22, '0');
      const edit = { table: 'person', id: stamp, stamp, values: {} } as const;
      return { stamp, subject: `person ${String(index).padStart(4, '0')}`, edit };
    };
    const all = Array.from({ length: countedSubjects + 3 }, (_, index) => entry(index));
    const waiting = async () => (await store.readSyncFacts()).waiting;
    await db.outbox.bulkPut(all);
    expect(await waiting()).toBe(countedSubjects);
    await db.outbox.bulkDelete(all.slice(0, 3).map(({ stamp }) => stamp));
    expect(await waiting()).toBe(countedSubjects);
    await db.outbox.delete(all.at(-1)?.stamp ?? '');
    expect(await waiting()).toBe(countedSubjects - 1);
    await db.outbox.bulkPut(all);
    expect(await waiting()).toBe(countedSubjects);
    await db.outbox.bulkDelete(all.slice(0, 5).map(({ stamp }) => stamp));
    expect(await waiting()).toBe(countedSubjects - 2);
    await db.outbox.clear();
    expect(await waiting()).toBe(0);
  });

  test('S-16 is complete only when nothing is unacknowledged and nothing is to be pulled', async () => {
    const { store, syncStore, outbox, status, clock } = await openConnected();
    expect(await status()).toBe('waiting');
    await store.savePerson(capture(), captureDraft);
    await syncStore.settle(answer(), false, session.accountId);
    expect((await store.readSyncFacts()).completeAtMs).toBeUndefined();
    await syncStore.settle(answer({ acknowledged: await outbox(), more: true }), false, session.accountId);
    expect((await store.readSyncFacts()).completeAtMs).toBeUndefined();
    await syncStore.settle(answer(), false, session.accountId);
    expect((await store.readSyncFacts()).completeAtMs).toBe(clock.nowMs);
    expect(await status()).toBe('in-database');
  });

  test('S-16 without a contact database nobody waits who was deleted', async () => {
    const { store } = openStore();
    await store.savePerson(capture({ name: 'Ann' }), undefined);
    const bob = await store.savePerson(capture({ name: 'Bob' }), undefined);
    await store.deletePerson(bob);
    expect((await store.readSyncFacts()).waiting).toBe(1);
    await store.connect(session);
    expect((await store.readSyncFacts()).waiting).toBe(2);
  });

  test('S-16 a new edit is waiting at once, and does not make the last time forgotten', async () => {
    const { store, syncStore, status, clock } = await openConnected();
    await syncStore.settle(answer(), false, session.accountId);
    const completeAtMs = clock.nowMs;
    clock.nowMs += 5_000;
    await store.savePerson(capture(), captureDraft);
    await syncStore.settle(answer(), false, session.accountId);
    expect((await store.readSyncFacts()).completeAtMs).toBe(completeAtMs);
    expect(await status()).toBe('waiting');
  });

  test('S-15 S-16 a lost database has nothing, however safe everything was', async () => {
    const { store, syncStore, outbox, status } = await openConnected();
    await store.savePerson(capture(), captureDraft);
    await syncStore.settle(answer({ acknowledged: await outbox() }), false, session.accountId);
    expect(await status()).toBe('in-database');
    await syncStore.settle(answer({ head: otherHead }), true, session.accountId);
    expect(await store.readSyncFacts()).toMatchObject({ waiting: 1, completeAtMs: undefined });
    expect(await status()).toBe('waiting');
  });

  test('S-15 S-16 what is sent again counts for its person, also a note in two edits', async () => {
    const { store, syncStore, outbox, db } = await openConnected();
    const dana = await store.savePerson(capture(), captureDraft);
    await store.addNote(dana, 'Likes rye', undefined);
    const [row] = await db.note.toArray();
    const later = `${(await outbox()).sort().at(-1)?.slice(0, 9)}zzzotherphone`;
    const text = { table: 'note' as const, id: row?.id ?? '', stamp: later, values: { text: 'Likes oats' } };
    await syncStore.settle(answer({ acknowledged: await outbox(), rows: [text] }), false, session.accountId);
    await syncStore.settle(answer({ head: otherHead }), true, session.accountId);
    expect(await db.outbox.count()).toBe(4);
    expect((await store.readSyncFacts()).waiting).toBe(1);
    expect((await store.readPerson(dana))?.waiting).toBe(4);
  });
});

describe('a refused edit', () => {
  test('S-7 is shown with whom it is about, and is tried once more when asked', async () => {
    const { store, syncStore, outbox, status, db, saves } = await openConnected();
    const id = await store.savePerson(capture(), captureDraft);
    const [stamp = ''] = await outbox();
    await syncStore.settle(answer({ refused: [{ stamp, problems }] }), false, session.accountId);
    expect(await store.listRefused()).toEqual([{ stamp, about: 'Dana Lee', personId: id, problems }]);
    expect(await store.readSyncFacts()).toMatchObject({ waiting: 0, refused: 1 });
    expect(await status()).toBe('refused');
    const before = await db.parked.get(stamp);
    const savesBefore = saves();
    await store.retryRefused();
    expect(await store.listRefused()).toEqual([]);
    expect(await db.outbox.get(stamp)).toEqual({ stamp, edit: before?.edit, subject: id });
    expect(saves()).toBe(savesBefore + 1);
  });

  test('S-7 about no person is named by its table', async () => {
    const { store, syncStore, outbox, db } = await openConnected();
    await store.savePerson(capture({ where: 'Fair' }), captureDraft);
    await db.person.clear();
    const [stamp = ''] = (await outbox()).sort();
    await syncStore.settle(answer({ refused: [{ stamp, problems }] }), false, session.accountId);
    expect(await store.listRefused()).toEqual([{ stamp, about: 'occasion', personId: undefined, problems }]);
  });
});

describe('settle', () => {
  test.each(['person', 'outbox', 'meta'] as const)(
    'S-14 takes in all of an answer or, when the %s cannot be written, nothing',
    async (table) => {
      const { store, syncStore, outbox, ...open } = await openConnected();
      await store.savePerson(capture(), captureDraft);
      const stamps = await outbox();
      const before = await readEverything({ store, ...open });
      const fail = () => {
        throw new Error('QuotaExceededError');
      };
      open.db.table(table).hook('creating', fail);
      open.db.table(table).hook('updating', fail);
      open.db.table(table).hook('deleting', fail);
      const id = '01890a5d-ac96-774b-bcce-b302099a8057';
      const row = {
        table: 'person' as const,
        id,
        stamp: `${'0'.repeat(12)}otherphone`,
        values: { name: 'Bo' },
      };
      const full = answer({ acknowledged: stamps, rows: [row], cursor: 4 });
      await expect(syncStore.settle(full, false, session.accountId)).rejects.toThrow();
      expect(await readEverything({ store, ...open })).toEqual(before);
    },
  );
});

test('the region and the answer about storage are remembered', async () => {
  const { store, clock } = openStore();
  expect(await store.readRegion()).toBeUndefined();
  expect(await store.readPersistence()).toBeUndefined();
  await store.setRegion('GB');
  await store.rememberPersistence(true);
  expect(await store.readRegion()).toBe('GB');
  expect(await store.readPersistence()).toEqual({ isKept: true, askedAtMs: clock.nowMs });
});

test('what another version wrote otherwise reads as never written', async () => {
  const { store, db } = openStore();
  await db.meta.put({ key: 'region', value: 'GB' });
  await db.meta.put({ key: 'device', value: { id: 'too short' } });
  expect(await store.readRegion()).toBeUndefined();
  await store.savePerson(capture(), captureDraft);
  expect((await db.outbox.toCollection().primaryKeys())[0]).toMatch(/^[0-9a-z]{22}$/);
});

test('S-7 is superseded by a later edit of the same field; the rest of it is tried again', async () => {
  const { store, syncStore, outbox, db } = await openConnected();
  const id = await store.savePerson(capture({ company: 'Bakery' }), captureDraft);
  const [stamp = ''] = await outbox();
  await syncStore.settle(answer({ refused: [{ stamp, problems }] }), false, session.accountId);
  await store.editLine(id, 'name', 'Dana', 'edit/x/name');
  expect(await store.listRefused()).toEqual([]);
  const again = await db.outbox.get(stamp);
  expect(again?.edit.values).toMatchObject({ company: 'Bakery' });
  expect(again?.edit.values).not.toHaveProperty('name');
  expect((await outbox()).length).toBe(2);
});

test('S-7 stays parked while something else of its row is edited', async () => {
  const { store, syncStore, outbox } = await openConnected();
  const id = await store.savePerson(capture(), captureDraft);
  const [stamp = ''] = await outbox();
  await syncStore.settle(answer({ refused: [{ stamp, problems }] }), false, session.accountId);
  await store.editLine(id, 'company', 'Bakery', 'edit/x/company');
  expect((await store.listRefused()).map((edit) => edit.stamp)).toEqual([stamp]);
});

test('S-7 what was put right and is refused again for its other field is shown again', async () => {
  const { store, syncStore, outbox } = await openConnected();
  const id = await store.savePerson(capture({ company: 'Bakery' }), captureDraft);
  const [stamp = ''] = await outbox();
  await syncStore.settle(answer({ refused: [{ stamp, problems }] }), false, session.accountId);
  await store.editLine(id, 'name', 'Dana', 'edit/x/name');
  const again = [{ field: 'company', detail: 'is too long' }];
  await syncStore.settle(answer({ refused: [{ stamp, problems: again }] }), false, session.accountId);
  expect(await store.listRefused()).toMatchObject([{ stamp, personId: id, problems: again }]);
});

test('S-7 all refused edits are tried once more together, in their old places', async () => {
  const { store, syncStore, outbox, db } = await openConnected();
  for (const name of ['Dana', 'Bo', 'Kim']) await store.savePerson(capture({ name }), captureDraft);
  const before = await db.outbox.toArray();
  const stamps = (await outbox()).slice(0, 2);
  await syncStore.settle(
    answer({ refused: stamps.map((stamp) => ({ stamp, problems })) }),
    false,
    session.accountId,
  );
  expect(await outbox()).toHaveLength(1);
  await store.retryRefused();
  expect(await db.outbox.toArray()).toEqual(before);
  expect(await db.parked.count()).toBe(0);
});
