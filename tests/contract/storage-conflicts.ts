import { describe, expect, it } from 'vitest';
import { wireRowSchema } from '../../src/protocol/wire-row.ts';
import type { SyncAnswer } from '../../src/server/storage/storage.ts';
import { freshStorage } from './fresh-storage.ts';
import { editOf, laptop, type OpenedStorage, phone, stampAt } from './storage-fixture.ts';

/** Values that lost to one whose author had not seen them. */
export function describeConflicts(open: () => Promise<OpenedStorage>): void {
  const used = freshStorage(open);
  const tablet = 'cccccccccc';
  const base = stampAt(1);
  const mine = stampAt(10);
  const theirs = stampAt(20, laptop);
  const conflict = { field: 'company', stamp: mine, value: 'Mine', by: theirs };
  const edits = {
    base: editOf(1, base, { name: 'Dana', company: 'Old' }),
    mine: editOf(1, mine, { company: 'Mine' }, { replaces: { company: base } }),
    theirs: editOf(1, theirs, { company: 'Theirs' }, { replaces: { company: base } }),
  };
  const earlierIn = (answer: SyncAnswer) =>
    answer.rows.map((text) => wireRowSchema.parse(JSON.parse(text)).earlier);

  describe('a field that two devices changed', () => {
    it('S-13 comes with the value that lost, to each device, when the later one arrives last', async () => {
      const [one, other] = [used.newDevice(phone), used.newDevice(laptop)];
      await one.sync([edits.base]);
      await other.sync();
      await one.sync([edits.mine]);
      expect(earlierIn(await other.sync([edits.theirs]))).toEqual([[conflict]]);
      expect(earlierIn(await one.sync())).toEqual([[conflict]]);
      expect(earlierIn(await used.newDevice().sync())).toEqual([[conflict]]);
    });

    it('S-13 comes with the value that lost, to each device, when the later one arrives first', async () => {
      const [one, other] = [used.newDevice(phone), used.newDevice(laptop)];
      await one.sync([edits.base]);
      await other.sync();
      await other.sync([edits.theirs]);
      expect(earlierIn(await one.sync([edits.mine]))).toEqual([[conflict]]);
      expect(earlierIn(await other.sync())).toEqual([[conflict]]);
    });

    it('S-13 also to a device that pulled the winner before it could send', async () => {
      const [one, other] = [used.newDevice(phone), used.newDevice(laptop)];
      await one.sync([edits.base]);
      await other.sync();
      await other.sync([edits.theirs]);
      await one.sync();
      expect(earlierIn(await one.sync([edits.mine]))).toEqual([[conflict]]);
    });

    it('S-8 sent again is told to nobody again', async () => {
      const [one, other] = [used.newDevice(phone), used.newDevice(laptop)];
      await one.sync([edits.base]);
      await other.sync([edits.theirs]);
      await one.sync([edits.mine]);
      const { head } = await other.sync();
      await one.sync();
      for (const device of [one, other, one]) {
        const again = await device.sync([edits.mine, edits.theirs, edits.base]);
        expect([again.rows, again.head]).toEqual([[], head]);
      }
    });

    it('S-13 has no conflict left once somebody chose, and none where the later author had seen the earlier value', async () => {
      const [one, other] = [used.newDevice(phone), used.newDevice(laptop)];
      await one.sync([edits.base]);
      await one.sync([edits.mine]);
      await other.sync();
      const seen = editOf(1, theirs, { company: 'Theirs' }, { replaces: { company: mine } });
      await other.sync([seen]);
      expect(earlierIn(await one.sync())).toEqual([undefined]);
      await one.sync([editOf(1, stampAt(15), { company: 'Late' }, { replaces: { company: mine } })]);
      expect(earlierIn(await other.sync())).toHaveLength(1);
      const chosen = editOf(1, stampAt(30), { company: 'Late' }, { replaces: { company: theirs } });
      await one.sync([chosen]);
      expect(earlierIn(await other.sync())).toEqual([undefined]);
    });

    it('S-13 stays open against a later edit whose author had not seen what lost, however many there are', async () => {
      const [one, other] = [used.newDevice(phone), used.newDevice(laptop)];
      await one.sync([edits.base]);
      await other.sync();
      await other.sync([edits.theirs]);
      await one.sync([edits.mine]);
      const more = [30, 31, 32].map((ms) => {
        const seen = stampAt(ms === 30 ? 20 : ms - 1, laptop);
        const values = { company: `More ${ms}` };
        return editOf(1, stampAt(ms, laptop), values, { replaces: { company: seen }, settles: [] });
      });
      const open = { ...conflict, by: stampAt(31, laptop) };
      expect(earlierIn(await other.sync(more.slice(0, 2)))).toEqual([[open]]);
      expect(earlierIn(await one.sync())).toEqual([[open]]);
      await other.sync(more.slice(2));
      await other.sync([...more, edits.theirs]);
      expect(earlierIn(await one.sync())).toEqual([[{ ...open, by: stampAt(32, laptop) }]]);
    });

    it('S-13 comes to whoever made its edit before it pulled what lost, and sends it after', async () => {
      const [one, other] = [used.newDevice(phone), used.newDevice(laptop)];
      await one.sync([edits.base]);
      await other.sync();
      await other.sync([edits.theirs]);
      await one.sync([edits.mine]);
      const made = stampAt(30, laptop);
      const blind = editOf(1, made, { company: 'Blind' }, { replaces: { company: theirs }, settles: [] });
      await other.sync();
      expect(earlierIn(await other.sync([blind]))).toEqual([[{ ...conflict, by: made }]]);
    });

    it('S-13 is over for those that an edit settles, and goes on for the others', async () => {
      const [one, other, third] = [used.newDevice(phone), used.newDevice(laptop), used.newDevice(tablet)];
      await one.sync([edits.base]);
      await other.sync([edits.theirs]);
      await one.sync([edits.mine]);
      const thirds = stampAt(11, tablet);
      await third.sync([editOf(1, thirds, { company: 'Third' }, { replaces: { company: base } })]);
      const chosen = stampAt(30, phone);
      const settles = [{ field: 'company', stamp: thirds }];
      await one.sync([editOf(1, chosen, { company: 'Chosen' }, { replaces: { company: theirs }, settles })]);
      expect(earlierIn(await other.sync())).toEqual([[{ ...conflict, by: chosen }]]);
      await other.sync([edits.theirs]);
      await third.sync([editOf(1, thirds, { company: 'Third' }, { replaces: { company: base } })]);
      expect(earlierIn(await used.newDevice().sync())).toEqual([[{ ...conflict, by: chosen }]]);
    });

    it('S-13 of what one device wrote one after the other, the last is open', async () => {
      const [one, other] = [used.newDevice(phone), used.newDevice(laptop)];
      await one.sync([edits.base]);
      await other.sync([edits.theirs]);
      const last = editOf(1, stampAt(12), { company: 'Last' }, { replaces: { company: mine }, settles: [] });
      await one.sync([edits.mine]);
      await one.sync([last]);
      expect(earlierIn(await other.sync())).toEqual([
        [{ field: 'company', stamp: stampAt(12), value: 'Last', by: theirs }],
      ]);
    });

    it('S-15 what is resent to a restored database is no conflict', async () => {
      const [one, other] = [used.newDevice(phone), used.newDevice(laptop)];
      await one.sync([edits.base]);
      await other.sync([{ ...editOf(1, theirs, { company: 'Theirs' }), isResent: true }]);
      expect(earlierIn(await one.sync())).toEqual([undefined]);
    });
  });
}
