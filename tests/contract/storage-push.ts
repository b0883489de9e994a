import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyEdit } from '../../src/domain/merge.ts';
import type { Edit, Row } from '../../src/domain/row.ts';
import { freshStorage } from './fresh-storage.ts';
import {
  Device,
  editOf,
  idOf,
  laptop,
  type OpenedStorage,
  phone,
  rowsIn,
  stampAt,
} from './storage-fixture.ts';

/** Merging, acknowledging, history. */
export function describePush(open: () => Promise<OpenedStorage>): void {
  const used = freshStorage(open);

  const historyOf = (n: number) =>
    used.query(
      `select field, stamp, value, by_stamp, unseen from history where row_id = '${idOf(n)}' order by field, stamp`,
    );

  describe('merging', () => {
    it('S-3 keeps the fields that a later edit does not name', async () => {
      await used.device.sync([editOf(1, stampAt(1), { name: 'Dana', company: 'Acme' })]);
      await used.device.sync([editOf(1, stampAt(2), { company: 'Zenith' })]);
      const [row] = await used.device.pullAll();
      expect(row?.values).toEqual({ name: 'Dana', company: 'Zenith' });
      expect(row?.stamps).toEqual({ name: stampAt(1), company: stampAt(2) });
    });

    it('S-10 lets the later stamp win, whatever arrives first', async () => {
      await used.device.sync([editOf(1, stampAt(5), { name: 'Late' })]);
      await used.device.sync([editOf(1, stampAt(3), { name: 'Early' })]);
      expect((await used.device.pullAll())[0]?.values).toEqual({ name: 'Late' });
    });

    it('S-10 keeps both numbers that two devices added', async () => {
      await used.device.sync([editOf(1, stampAt(1, phone), { 'phone/aaaaaaaa': { typed: '1' } })]);
      await used.device.sync([editOf(1, stampAt(2, laptop), { 'phone/bbbbbbbb': { typed: '2' } })]);
      const [row] = await used.device.pullAll();
      expect(Object.keys(row?.values ?? {})).toEqual(['phone/aaaaaaaa', 'phone/bbbbbbbb']);
    });

    it('S-8 S-10 ends the same for any order and any repetition of any edits', async () => {
      const edit: fc.Arbitrary<Edit> = fc
        .record({ n: fc.integer({ min: 1, max: 3 }), ms: fc.integer({ min: 1, max: 40 }) })
        .map(({ n, ms }) => {
          const field = ['name', 'company', 'phone/aaaaaaaa'][ms % 3] ?? 'name';
          const value = field.startsWith('phone') ? { typed: `${ms}` } : `value ${ms}`;
          return editOf(n, stampAt(ms * 10 + n, ms % 2 ? phone : laptop), { [field]: value });
        });
      const runs = fc
        .array(edit, { minLength: 1, maxLength: 12 })
        .chain((edits) =>
          fc.tuple(
            fc.constant(edits),
            fc.shuffledSubarray([...edits, ...edits], { minLength: edits.length * 2 }),
          ),
        );
      await fc.assert(
        fc.asyncProperty(runs, async ([edits, shuffled]) => {
          const account = new Device(used.storage, await used.createAccount());
          for (const one of shuffled) await account.sync([one]);
          await account.sync(shuffled);
          expect(byId(await account.pullAll())).toEqual(byId(foldedInOrder(edits)));
        }),
        { numRuns: 40 },
      );
    });
  });

  describe('acknowledging', () => {
    it('S-6 names every edit that it took by its stamp', async () => {
      const outcome = await used.device.sync([
        editOf(1, stampAt(1), { name: 'Dana' }),
        editOf(2, stampAt(2), { name: 'Ali' }),
      ]);
      expect(outcome.acknowledged).toEqual([stampAt(1), stampAt(2)]);
      expect(outcome.refused).toEqual([]);
    });

    it('S-22 tells who watches the account which device wrote, once it can be read, and nobody else', async () => {
      const heard: string[] = [];
      const reads: Promise<number>[] = [];
      const stranger: string[] = [];
      const accountId = await used.createAccount();
      const end = used.watch(({ device }) => {
        heard.push(device);
        reads.push(
          used
            .newDevice()
            .pullAll()
            .then((rows) => rows.length),
        );
      });
      const endOther = used.storage.watch(accountId, ({ device }) => stranger.push(device));
      await used.device.sync([editOf(1, stampAt(1), { name: 'Dana' })]);
      await used.device.sync([editOf(1, stampAt(1), { name: 'Dana' })]);
      await used.device.sync();
      await used.newDevice(laptop).sync([editOf(2, stampAt(2, laptop), { name: 'Ali' })]);
      await expect.poll(() => heard).toEqual([phone, laptop]);
      expect((await Promise.all(reads))[0]).toBeGreaterThanOrEqual(1);
      end();
      await used.device.sync([editOf(3, stampAt(3), { name: 'Cy' })]);
      expect([heard.length, stranger]).toEqual([2, []]);
      endOther();
    });

    it('S-6 has what it acknowledged after the database was opened again', async () => {
      await used.device.sync([editOf(1, stampAt(1), { name: 'Dana' })]);
      await used.reopen();
      const again = used.newDevice();
      expect(rowsIn(await again.sync()).map((row) => row.values)).toEqual([{ name: 'Dana' }]);
      const { head } = used.device;
      expect((await used.newDevice().sync([], { head })).isHeadKnown, 'S-15 as before').toBe(true);
    });

    it('S-6 requests that come together are each answered for themselves, and one that fails fails alone', async () => {
      const stranger = new Device(used.storage, 'of no account');
      const [one, other] = [used.newDevice(phone), used.newDevice(laptop)];
      const heard: string[] = [];
      const end = used.watch(({ device }) => heard.push(device));
      const outcomes = await Promise.allSettled([
        one.sync([editOf(1, stampAt(1), { name: 'Dana' })]),
        stranger.sync([editOf(2, stampAt(2), { name: 'Nobody' })]),
        other.sync([
          editOf(1, stampAt(3, laptop), { company: 'Acme' }),
          editOf(3, stampAt(4, laptop), { name: 'Cy' }),
        ]),
      ]);
      expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
      end();
      // A failed group that left something behind would find nothing new the second time.
      expect(heard).toEqual([phone, laptop]);
      expect(one.head).not.toBe(other.head);
      const rows = await used.device.pullAll();
      expect(rows.map(({ values }) => values)).toEqual([{ name: 'Dana', company: 'Acme' }, { name: 'Cy' }]);
      expect((await one.sync()).rows).toHaveLength(2);
      expect((await other.sync()).rows).toEqual([]);
    });

    it('S-7 refuses a bad edit in words and takes the ones around it', async () => {
      const outcome = await used.device.sync([
        editOf(1, stampAt(1), { name: 'Dana' }),
        editOf(2, stampAt(2), { name: 7, shoeSize: 44 }),
        editOf(3, stampAt(3), { name: 'Ali' }),
      ]);
      expect(outcome.acknowledged).toEqual([stampAt(1), stampAt(3)]);
      expect(outcome.refused.map(({ stamp, problems }) => [stamp, problems.map((p) => p.field)])).toEqual([
        [stampAt(2), ['name', 'shoeSize']],
      ]);
      expect((await used.device.pullAll()).map((row) => row.id)).toEqual([idOf(1), idOf(3)]);
    });

    it('S-7 refuses NUL, half a surrogate pair, and an edit without a field', async () => {
      const outcome = await used.device.sync([
        editOf(1, stampAt(1), { name: 'a\0b' }),
        editOf(2, stampAt(2), { name: 'a\ud83d' }),
        editOf(3, stampAt(3), { 'phone/aaaaaaaa': { typed: '\udc00' } }),
        editOf(4, stampAt(4), {}),
      ]);
      expect(outcome.refused.map((refused) => refused.problems[0]?.field)).toEqual([
        'name',
        'name',
        'phone/aaaaaaaa.typed',
        'values',
      ]);
      expect(await used.device.pullAll()).toEqual([]);
    });

    it('S-7 refuses an id that another table has, in the database or in the batch', async () => {
      const note = { text: 'Likes tea', person: idOf(1) };
      await used.device.sync([editOf(1, stampAt(1), { name: 'Dana' })]);
      const outcome = await used.device.sync([
        editOf(1, stampAt(2), note, { table: 'note' }),
        editOf(2, stampAt(3), note, { table: 'note' }),
        editOf(2, stampAt(4), { name: 'Ali' }),
      ]);
      expect(outcome.acknowledged).toEqual([stampAt(3)]);
      expect(outcome.refused.map(({ problems }) => problems[0]?.field)).toEqual(['id', 'id']);
    });

    it('S-8 gives no new number to an edit that brings nothing', async () => {
      const edits = [editOf(1, stampAt(1), { name: 'Dana' }), editOf(1, stampAt(2), { name: 'Dana B' })];
      const first = await used.device.sync(edits);
      const again = await used.device.sync(edits);
      expect(again.acknowledged).toEqual(first.acknowledged);
      expect(again.cursor).toBe(first.cursor);
      expect(await used.device.pullAll()).toHaveLength(1);
      expect(await historyOf(1)).toHaveLength(1);
    });

    it('S-5 takes the most that a body can hold, history included', async () => {
      const values = (ms: number) =>
        Object.fromEntries(
          Array.from({ length: 20_000 }, (_, n) => [
            `phone/${n.toString(36).padStart(8, '0')}`,
            { typed: `${ms}` },
          ]),
        );
      await used.device.sync([editOf(1, stampAt(1), values(1))]);
      const outcome = await used.device.sync([editOf(1, stampAt(2), values(2))]);
      expect(outcome.acknowledged).toEqual([stampAt(2)]);
      expect(await historyOf(1)).toHaveLength(20_000);
    });
  });

  describe('history', () => {
    it('S-13 keeps the value that lost, and whether it was lost unseen', async () => {
      await used.device.sync([editOf(1, stampAt(1, phone), { name: 'Dana' })]);
      await used.device.sync([
        editOf(1, stampAt(2, phone), { name: 'Dana B' }, { replaces: { name: stampAt(1, phone) } }),
      ]);
      await used.device.sync([
        editOf(1, stampAt(3, laptop), { name: 'Daina' }, { replaces: { name: stampAt(1, phone) } }),
      ]);
      expect(await historyOf(1)).toEqual([
        { field: 'name', stamp: stampAt(1), value: '"Dana"', by_stamp: stampAt(2), unseen: 0 },
        { field: 'name', stamp: stampAt(2), value: '"Dana B"', by_stamp: stampAt(3, laptop), unseen: 1 },
      ]);
    });

    it('S-13 keeps an edit that comes too late to win', async () => {
      await used.device.sync([editOf(1, stampAt(9, laptop), { name: 'Late' })]);
      await used.device.sync([editOf(1, stampAt(4, phone), { name: 'Early' })]);
      expect(await historyOf(1)).toEqual([
        { field: 'name', stamp: stampAt(4), value: '"Early"', by_stamp: stampAt(9, laptop), unseen: 1 },
      ]);
    });

    it('S-8 S-13 keeps each lost value once, however often its edit comes', async () => {
      const edits = [1, 2, 3].map((ms) => editOf(1, stampAt(ms), { name: `Name ${ms}` }));
      for (const edit of [...edits, ...edits.toReversed(), ...edits]) await used.device.sync([edit]);
      expect((await historyOf(1)).map(({ stamp, by_stamp }) => [stamp, by_stamp])).toEqual([
        [stampAt(1), stampAt(2)],
        [stampAt(2), stampAt(3)],
      ]);
    });
  });
}

function foldedInOrder(edits: readonly Edit[]): Row[] {
  const rows = new Map<string, Row>();
  for (const edit of edits) rows.set(edit.id, applyEdit(rows.get(edit.id), edit).row);
  return [...rows.values()];
}

function byId(rows: readonly Row[]): Record<string, Row> {
  return Object.fromEntries(rows.map((row) => [row.id, row]));
}
