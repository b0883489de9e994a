import { describe, expect, test } from 'vitest';
import { applyEdit } from '../../../src/domain/merge.ts';
import { stampPattern, stampToReading } from '../../../src/domain/stamp.ts';
import { findFieldProblems } from '../../../src/domain/tables.ts';
import { draftFileActions } from '../../../src/store/actions/draft-files.ts';
import { storedToRow } from '../../../src/store/stored-row.ts';
import {
  capture,
  captureDraft,
  emptyCapture,
  type OpenStore,
  openStore,
  readEverything,
  startMs,
} from './open-store.ts';

const everything = capture({
  name: ' Dana Lee ',
  company: 'Bakery',
  where: 'Street fair',
  phone: { typed: '212 736 5000', e164: '+12127365000' },
  email: 'dana@example.com',
  handle: { typed: 'ig dana', network: 'Instagram', url: 'https://www.instagram.com/dana' },
});

describe('savePerson', () => {
  test('keeps every field as it was typed, and what was read beside it', async () => {
    const { store } = openStore();
    const id = await store.savePerson(everything, captureDraft);
    const page = await store.readPerson(id);
    expect(page?.person).toMatchObject({
      id,
      name: 'Dana Lee',
      company: 'Bakery',
      metAt: new Date(startMs).toISOString(),
      lookedAt: null,
      phones: [{ typed: '212 736 5000', e164: '+12127365000' }],
      emails: [{ typed: 'dana@example.com' }],
      handles: [{ typed: 'ig dana', network: 'Instagram', url: 'https://www.instagram.com/dana' }],
    });
    expect(page?.occasion).toMatchObject({ name: 'Street fair', colour: 'blue' });
    expect(page?.waiting).toBe(2);
  });

  test('keeps what a card said besides: in its order, with its words, its note and its pictures', async () => {
    const open = openStore();
    const { store, db, context } = open;
    const { keepDraftFile } = draftFileActions(context);
    const pieces = [new Uint8Array([1, 2]), new Uint8Array([3])];
    const fileId = await keepDraftFile({ kind: 'picture', type: 'image/jpeg', hash: 'a'.repeat(64), pieces });
    const entries = [
      { field: 'phone', reading: { typed: '1', label: 'home' } },
      { field: 'phone', reading: { typed: '2' } },
      { field: 'phone', reading: { typed: '3' } },
      { field: 'address', reading: { typed: '12 Fourth Street' } },
    ] as const;
    const more = { title: 'Owner', note: 'two kids', cardLines: 'BDAY:--0307', entries, fileIds: [fileId] };
    const id = await store.savePerson({ ...everything, more }, captureDraft);
    const page = await store.readPerson(id);
    expect(page?.person).toMatchObject({
      title: 'Owner',
      cardLines: 'BDAY:--0307',
      phones: [{ typed: '212 736 5000' }, { typed: '1', label: 'home' }, { typed: '2' }, { typed: '3' }],
      addresses: [{ typed: '12 Fourth Street' }],
    });
    expect(page?.notes.map(({ text }) => text)).toEqual(['two kids']);
    expect(await store.listFiles(id)).toMatchObject([{ bytes: 3, hash: 'a'.repeat(64) }]);
    expect(await db.piece.count()).toBe(2);
    expect(await db.draftFile.count()).toBe(0);
    for (const { edit } of await db.outbox.toArray()) {
      expect(findFieldProblems(edit.table, edit.values)).toEqual([]);
    }
  });

  test('a picture that no draft holds goes, and one that a draft holds stays', async () => {
    const { store, db, context, clock } = openStore();
    const { keepDraftFile, dropUnheldFiles } = draftFileActions(context);
    const file = { kind: 'picture', type: 'image/jpeg', hash: 'a'.repeat(64), pieces: [] } as const;
    const [held, fresh] = [await keepDraftFile(file), await keepDraftFile(file)];
    await store.writeDraft(captureDraft, { files: `${held}` });
    await dropUnheldFiles(60_000);
    expect(await db.draftFile.count()).toBe(2);
    clock.nowMs += 61_000;
    await dropUnheldFiles(60_000);
    expect(await db.draftFile.toCollection().primaryKeys()).toEqual([held]);
    expect(fresh).not.toBe(held);
  });

  test('needs no field but one, and leaves out what was not typed', async () => {
    const { store, db } = openStore();
    await store.savePerson({ ...emptyCapture, email: 'dana@example.com' }, captureDraft);
    const [row] = await db.person.toArray();
    const fields = Object.keys(row?.values ?? {}).map((field) => field.replace(/\/.*/, '/…'));
    expect(fields.sort()).toEqual(['email/…', 'metAt', 'occasion']);
    expect(row?.values['occasion']).toBeNull();
  });

  test('S-2 S-3 leaves one outbox entry a row, each a stamp of its own, that makes the row again', async () => {
    const { store, db } = openStore();
    const id = await store.savePerson(everything, captureDraft);
    const entries = await db.outbox.orderBy('stamp').toArray();
    expect(entries.map(({ edit }) => edit.table)).toEqual(['occasion', 'person']);
    expect(entries.map(({ subject }) => subject)).toEqual([id, id]);
    for (const { stamp, edit } of entries) {
      expect(stamp).toBe(edit.stamp);
      expect(stamp).toMatch(stampPattern);
      expect(edit.replaces).toBeUndefined();
      expect(findFieldProblems(edit.table, edit.values)).toEqual([]);
      const stored = await db.rows(edit.table).get(edit.id);
      expect(stored && storedToRow(edit.table, stored)).toEqual(applyEdit(undefined, edit).row);
    }
    expect(new Set(entries.map(({ stamp }) => stamp)).size).toBe(2);
  });

  test('forgets the draft and asks for a sync', async () => {
    const open = openStore();
    await open.store.writeDraft(captureDraft, { name: 'Dana' });
    await open.store.savePerson(everything, captureDraft);
    expect(await open.store.readDraft(captureDraft)).toBeUndefined();
    expect(open.saves()).toBe(1);
  });

  test('cleans what no database can hold', async () => {
    const { store } = openStore();
    const id = await store.savePerson(
      capture({ name: 'Da\0na\n\ud83d', email: ' a@b.example\t' }),
      captureDraft,
    );
    const page = await store.readPerson(id);
    expect(page?.person.name).toBe('Dana \ufffd');
    expect(page?.person.emails[0]?.typed).toBe('a@b.example');
  });

  test.each(['person', 'outbox', 'meta', 'occasion'] as const)(
    'S-2 when the %s cannot be written, nothing is: no row, no outbox entry, and the draft stays',
    async (table) => {
      const open = openStore();
      await open.store.savePerson(capture({ name: 'Bo', where: 'Before' }), captureDraft);
      await open.store.writeDraft(captureDraft, { name: 'Dana' });
      const before = await readEverything(open);
      const isFull = () => {
        throw new Error('QuotaExceededError');
      };
      open.db.table(table).hook('creating', isFull);
      open.db.table(table).hook('updating', isFull);
      await expect(open.store.savePerson(everything, captureDraft)).rejects.toThrow('QuotaExceededError');
      expect(await readEverything(open)).toEqual(before);
      expect(open.saves()).toBe(1);
    },
  );

  test('S-2 when the draft cannot be forgotten, nothing is saved', async () => {
    const open = openStore();
    await open.store.writeDraft(captureDraft, { name: 'Dana' });
    const before = await readEverything(open);
    open.db.draft.hook('deleting', () => {
      throw new Error('QuotaExceededError');
    });
    await expect(open.store.savePerson(everything, captureDraft)).rejects.toThrow('QuotaExceededError');
    expect(await readEverything(open)).toEqual(before);
  });
});

describe('stamps', () => {
  test('S-1 are unique over two tabs that save at the same time', async () => {
    const one = openStore();
    const other = openStore(one.db.name);
    const saves = Array.from({ length: 12 }, (_, index) =>
      (index % 2 === 0 ? one : other).store.savePerson(capture({ name: `Person ${index}` }), captureDraft),
    );
    await Promise.all(saves);
    const rows = (await one.db.person.toArray()).map((stored) => storedToRow('person', stored));
    expect(new Set(rows.flatMap(({ stamps }) => Object.values(stamps))).size).toBe(12);
    expect(await one.db.outbox.count()).toBe(12);
    const devices = (await one.db.outbox.toCollection().primaryKeys()).map((stamp) => stamp.slice(12));
    expect(new Set(devices).size).toBe(1);
  });

  test('S-1 grow though the wall clock is set back', async () => {
    const { store, db, clock } = openStore();
    await store.savePerson(capture({ name: 'Before' }), captureDraft);
    clock.nowMs = startMs - 86_400_000;
    await store.savePerson(capture({ name: 'After' }), captureDraft);
    const entries = await db.outbox.orderBy('stamp').toArray();
    expect(entries.map(({ edit }) => edit.values['name'])).toEqual(['Before', 'After']);
    expect(stampToReading(entries[1]?.stamp ?? '')).toEqual({ ms: startMs, counter: 1 });
  });

  test('S-1 survive a reload', async () => {
    const one = openStore();
    await one.store.savePerson(capture(), captureDraft);
    one.db.close();
    const again = openStore(one.db.name);
    again.clock.nowMs = startMs - 5;
    await again.store.savePerson(capture(), captureDraft);
    const stamps = await again.db.outbox.orderBy('stamp').primaryKeys();
    expect(stamps.map((stamp) => stamp.slice(0, 12))).toEqual([
      ...new Set(stamps.map((s) => s.slice(0, 12))),
    ]);
    expect(new Set(stamps.map((stamp) => stamp.slice(12))).size).toBe(1);
  });
});

describe('the occasions offered', () => {
  const named = async (open: OpenStore) => (await open.store.recentOccasions()).map(({ name }) => name);

  test('are not those of a clock that was ahead, nor of people who were deleted', async () => {
    const open = openStore();
    await open.store.savePerson(capture({ where: 'Open house' }), undefined);
    open.clock.nowMs += 366 * 86_400_000;
    await open.store.savePerson(capture({ where: 'Rotary lunch' }), undefined);
    open.clock.nowMs -= 365 * 86_400_000;
    const typo = await open.store.savePerson(capture({ where: 'Gmy' }), undefined);
    expect(await named(open)).toEqual(['Gmy', 'Open house']);
    await open.store.deletePerson(typo);
    expect(await named(open)).toEqual(['Open house']);
  });

  test('are named once, also where two devices made one each, and are mended together', async () => {
    const open = openStore();
    const id = await open.store.savePerson(capture({ where: 'Gym' }), undefined);
    const row = await open.db.occasion.toCollection().first();
    const twin = '01890a5d-ac96-774b-bcce-b302099a8057';
    await open.db.occasion.put({ ...row, id: twin } as NonNullable<typeof row>);
    open.clock.nowMs += 1_000;
    await open.store.savePerson(capture({ where: 'Gym', occasionId: twin }), undefined);
    expect(await named(open)).toEqual(['Gym']);
    await open.store.editWhereMet(id, 'GYM');
    expect((await open.db.occasion.toArray()).map(({ values }) => values['name'])).toEqual(['GYM', 'GYM']);
  });

  test('a clock beyond the year 9999 writes a time that every database takes', async () => {
    const open = openStore();
    open.clock.nowMs = 260_000_000_000_000;
    const id = await open.store.savePerson(capture(), undefined);
    const values = (await open.db.person.get(id))?.values ?? {};
    expect(findFieldProblems('person', values)).toEqual([]);
  });
});
