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

  describe('a history that is not the one the device knew', () => {
    const strange = '5f2cbb8e-1c1f-4b1a-9a57-0d3f7c1d2e3f';

    it('S-15 sends everything to a device that comes from another database, and takes what it brings', async () => {
      const other = used.newDevice();
      await other.sync([editOf(1, stampAt(1), { name: 'Dana' }), editOf(2, stampAt(2), { name: 'Ali' })]);
      const outcome = await used.device.sync([editOf(3, stampAt(3), { name: 'Cy' })], {
        head: strange,
        cursor: 2,
      });
      expect(outcome.isHeadKnown).toBe(false);
      expect(outcome.rows).toHaveLength(2);
      expect(outcome.acknowledged).toEqual([stampAt(3)]);
      expect((await used.device.sync()).isHeadKnown).toBe(true);
    });

    it('S-15 knows every head that it gave, and draws one for each request that changes a row', async () => {
      const { device } = used;
      const heads = [(await device.sync()).head];
      heads.push((await device.sync([editOf(1, stampAt(1), { name: 'Dana' })])).head);
      expect((await device.sync([editOf(1, stampAt(1), { name: 'Dana' })])).head).toBe(heads[1]);
      expect((await device.sync()).head).toBe(heads[1]);
      heads.push((await device.sync([editOf(2, stampAt(2), { name: 'Ali' })])).head);
      expect(new Set(heads).size).toBe(3);
      await used.reopen();
      for (const head of heads) {
        expect((await used.newDevice().sync([], { head })).isHeadKnown).toBe(true);
      }
    });

    it('S-27 gives a new head for what is no row, and knows that one and those before', async () => {
      const { device, accountId } = used;
      const before = (await device.sync([editOf(1, stampAt(1), { name: 'Dana' })])).head;
      const restore = await used.backUp();
      await used.storage.renewHead(accountId);
      const after = (await device.sync()).head;
      expect(after).not.toBe(before);
      expect((await used.newDevice().sync([], { head: before })).isHeadKnown).toBe(true);
      expect((await used.newDevice().sync([], { head: after })).isHeadKnown).toBe(true);
      await restore();
      expect((await used.newDevice().sync([], { head: after })).isHeadKnown).toBe(false);
    });

    it('S-15 knows no head of another account', async () => {
      const other = new Device(used.storage, await used.createAccount());
      const { head } = await used.device.sync([editOf(1, stampAt(1), { name: 'Dana' })]);
      expect((await other.sync([], { head, cursor: 1 })).isHeadKnown).toBe(false);
    });

    it('S-15 notices a restored backup though others have written past the cursor since', async () => {
      await used.device.sync([editOf(1, stampAt(1), { name: 'Dana' })]);
      const restore = await used.backUp();
      const lost = await used.device.sync([editOf(2, stampAt(2), { name: 'Ali' })]);
      await restore();
      const other = used.newDevice();
      for (const n of [3, 4, 5]) await other.sync([editOf(n, stampAt(n, laptop), { name: `Later ${n}` })]);
      const { head, cursor } = lost;
      const outcome = await used.newDevice().sync([], { head, cursor });
      expect(outcome.isHeadKnown).toBe(false);
      expect(rowsIn(outcome).map((row) => row.id)).toEqual([idOf(1), idOf(3), idOf(4), idOf(5)]);
    });
  });
}
