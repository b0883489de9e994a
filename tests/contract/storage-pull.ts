import { describe, expect, it } from 'vitest';
import { freshStorage } from './fresh-storage.ts';
import { Device, editOf, idOf, laptop, type OpenedStorage, rowsIn, stampAt } from './storage-fixture.ts';

/** Cursors, pages, echoes, accounts, and a database that changed. */
export function describePull(open: () => Promise<OpenedStorage>): void {
  const used = freshStorage(open);

  const historyOf = (n: number) =>
    used.query(
      `select field, stamp, value, by_stamp, unseen from history where row_id = '${idOf(n)}' order by field, stamp`,
    );

  describe('pulling', () => {
    it('S-9 does not send a device its own rows back', async () => {
      const outcome = await used.device.sync([editOf(1, stampAt(1), { name: 'Dana' })]);
      expect(outcome.rows).toEqual([]);
      expect(outcome.cursor).toBe(1);
      expect((await used.device.sync()).rows).toEqual([]);
      const again = await used.device.sync([editOf(1, stampAt(2), { company: 'Acme' })]);
      expect(again.rows).toEqual([]);
    });

    it('S-9 sends its own row back when another device had changed it', async () => {
      const other = used.newDevice();
      await used.device.sync([editOf(1, stampAt(1), { name: 'Dana' })]);
      await other.sync();
      await other.sync([editOf(1, stampAt(2, laptop), { company: 'Acme' })]);
      const outcome = await used.device.sync([editOf(1, stampAt(3), { name: 'Dana B' })]);
      expect(rowsIn(outcome).map((row) => row.values)).toEqual([{ name: 'Dana B', company: 'Acme' }]);
      expect(rowsIn(await other.sync()).map((row) => row.values)).toEqual([
        { name: 'Dana B', company: 'Acme' },
      ]);
    });

    it('S-4 pushes and pulls in one request', async () => {
      const other = used.newDevice();
      await other.sync([editOf(1, stampAt(1, laptop), { name: 'Dana' })]);
      const outcome = await used.device.sync([editOf(2, stampAt(2), { name: 'Ali' })]);
      expect(rowsIn(outcome).map((row) => row.id)).toEqual([idOf(1)]);
      expect(outcome.cursor).toBe(2);
    });

    it('S-5 sends at most 500 rows at once, and all of them in the end', async () => {
      for (const from of [0, 500, 1_000]) {
        const edits = Array.from({ length: 500 }, (_, n) =>
          editOf(from + n, stampAt(1 + from + n), { name: `Person ${from + n}` }),
        );
        await used.device.sync(edits.slice(0, from === 1_000 ? 3 : 500));
      }
      const fresh = used.newDevice();
      const pages = [await fresh.sync(), await fresh.sync(), await fresh.sync()];
      expect(pages.map(({ rows, more }) => [rows.length, more])).toEqual([
        [500, true],
        [500, true],
        [3, false],
      ]);
      expect(new Set(pages.flatMap((page) => rowsIn(page).map((row) => row.id))).size).toBe(1_003);
    });

    it('S-5 sends about 1 MB at once, and a big row all the same', async () => {
      const text = 'x'.repeat(190_000);
      for (let n = 1; n <= 12; n += 1)
        await used.device.sync([editOf(n, stampAt(n), { text, person: idOf(99) }, { table: 'note' })]);
      const first = await used.newDevice().sync();
      expect(first.rows.length).toBe(5);
      expect(first.more).toBe(true);
      expect(await used.device.pullAll()).toHaveLength(12);
    });

    it('S-11 skips no row when a device pushes in the middle of its pull', async () => {
      const rows = Array.from({ length: 500 }, (_, n) =>
        editOf(n, stampAt(1 + n, laptop), { name: `P${n}` }),
      );
      const other = used.newDevice();
      await other.sync(rows);
      await other.sync([editOf(600, stampAt(600, laptop), { name: 'P600' })]);
      const first = await used.device.sync([editOf(700, stampAt(700), { name: 'P700' })]);
      expect(first.more).toBe(true);
      const second = await used.device.sync([editOf(3, stampAt(701), { company: 'Acme' })]);
      const seen = new Set([...rowsIn(first), ...rowsIn(second)].map((row) => row.id));
      expect(seen.has(idOf(600))).toBe(true);
      expect(seen.size).toBeGreaterThanOrEqual(501);
      expect(second.more).toBe(false);
    });

    it('S-11 gives numbers of one account without a gap, under many requests at once', async () => {
      const batches = Array.from({ length: 20 }, (_, n) => [
        editOf(n * 2, stampAt(n * 2 + 1), { name: 'A' }),
        editOf(n * 2 + 1, stampAt(n * 2 + 2), { name: 'B' }),
      ]);
      await Promise.all(batches.map((edits) => used.newDevice().sync(edits)));
      const rows = await used.query('select seq from "row" order by seq');
      expect(rows.map(({ seq }) => Number(seq))).toEqual(Array.from({ length: 40 }, (_, n) => n + 1));
    });
  });

  describe('accounts', () => {
    it('never see or touch each other, also with the same ids', async () => {
      const other = new Device(used.storage, await used.createAccount());
      await used.device.sync([editOf(1, stampAt(5), { name: 'Mine' })]);
      await other.sync([editOf(1, stampAt(9, laptop), { name: 'Theirs' })]);
      expect((await used.device.pullAll()).map((row) => row.values)).toEqual([{ name: 'Mine' }]);
      expect((await other.pullAll()).map((row) => row.values)).toEqual([{ name: 'Theirs' }]);
      expect(await historyOf(1)).toEqual([]);
    });
  });

  describe('a database that is not the one the device knew', () => {
    it('S-15 sends everything to a device that comes from another database', async () => {
      const other = used.newDevice();
      await other.sync([editOf(1, stampAt(1), { name: 'Dana' }), editOf(2, stampAt(2), { name: 'Ali' })]);
      const databaseId = '5f2cbb8e-1c1f-4b1a-9a57-0d3f7c1d2e3f';
      const outcome = await used.device.sync([], { databaseId, cursor: 2 });
      expect(outcome.databaseId).not.toBe(databaseId);
      expect(outcome.rows).toHaveLength(2);
    });

    it('S-15 takes a new id when a cursor proves that a backup was restored', async () => {
      const other = used.newDevice();
      await other.sync([editOf(1, stampAt(1), { name: 'Dana' })]);
      const before = other.databaseId;
      const outcome = await used.device.sync([editOf(2, stampAt(2), { name: 'Ali' })], {
        databaseId: before,
        cursor: 40,
      });
      expect(outcome.databaseId).not.toBe(before);
      expect(rowsIn(outcome).map((row) => row.id)).toEqual([idOf(1)]);
      expect(outcome.acknowledged).toEqual([stampAt(2)]);
      const noticed = await other.sync();
      expect(noticed.databaseId).toBe(outcome.databaseId);
      expect(noticed.rows).toHaveLength(2);
      expect((await other.sync()).databaseId).toBe(outcome.databaseId);
    });
  });
}
