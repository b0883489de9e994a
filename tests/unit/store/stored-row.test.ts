import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Row } from '../../../src/domain/row.ts';
import { isDeleted, tombstoneOf } from '../../../src/domain/tombstone.ts';
import { isStoredDeleted, rowToStored, storedToRow } from '../../../src/store/stored-row.ts';
import { arbitraryRow, rowText } from '../domain/arbitraries.ts';
import { capture, captureDraft, openStore } from './open-store.ts';

describe('a row in IndexedDB', () => {
  test('is the row that it was made from', () => {
    void fc.assert(
      fc.property(arbitraryRow(), (row) => {
        const stored = structuredClone(rowToStored(row));
        expect(rowText(storedToRow(row.table, stored))).toBe(rowText(row));
        expect(isStoredDeleted(stored)).toBe(isDeleted(row));
      }),
    );
  });

  test('has one stamp where all fields share it', async () => {
    const { store, db } = openStore();
    const id = await store.savePerson(capture({ name: 'Dana', company: 'Bakery' }), captureDraft);
    const stored = await db.person.get(id);
    expect(stored?.stamp).toMatch(/^[0-9a-z]{22}$/);
    expect(stored).not.toHaveProperty('stamps');
  });

  test('of version 0.1.0, with a stamp for each field, is read, edited and deleted like any other', async () => {
    const { store, db } = openStore();
    const id = await store.savePerson(capture({ name: 'Dana', company: 'Bakery' }), captureDraft);
    const before = await readWhole();
    await db.person.put({ id, values: before.values, stamps: before.stamps });
    expect(await readWhole()).toEqual(before);

    await store.editLine(id, 'company', 'Ruiz Bakery');
    const after = await readWhole();
    expect(after.values).toEqual({ ...before.values, company: 'Ruiz Bakery' });
    expect(after.stamps).toEqual({ ...before.stamps, company: after.stamps['company'] });

    await db.person.put({ id, values: after.values, stamps: after.stamps });
    await store.deletePerson(id);
    expect((await readWhole()).values['deleted']).toEqual({ ...tombstoneOf(after.stamps) });
    expect(await store.listPeople()).toEqual([]);

    async function readWhole(): Promise<Row> {
      const stored = await db.person.get(id);
      if (stored === undefined) throw new Error('the row is gone');
      return storedToRow('person', stored);
    }
  });
});
