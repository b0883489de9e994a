import { describe, expect, test } from 'vitest';
import {
  account,
  answer,
  bo,
  dana,
  future,
  headB,
  metAt,
  noLimits,
  note,
  past,
  type SyncStoreSubject,
  signedIn,
  stampsOf,
  wireRow,
} from './sync-store-fixture.ts';

/** A contact database that was wiped, restored, or is another one (docs/sync.md S-15). */
export function describeLostDatabase(name: string, open: () => Promise<SyncStoreSubject>): void {
  const openSignedIn = () => signedIn(open);

  describe(`${name}: a lost database`, () => {
    test('S-15 every field goes out again under the stamp it has, one edit a stamp', async () => {
      const subject = await openSignedIn();
      const first = await subject.save('person', dana, { name: 'Dana', metAt });
      const second = await subject.save('person', dana, { name: 'Dana Lee' });
      const third = await subject.save('note', note, { person: dana, text: 'Likes rye' });
      const pulled = wireRow(bo, past(1), { name: 'Bo', metAt });
      await subject.store.settle(
        answer({ acknowledged: [first, second, third], rows: [pulled] }),
        false,
        account,
      );
      expect(await stampsOf(subject)).toEqual([]);
      await subject.store.settle(answer({ head: headB, cursor: 0 }), true, account);
      const edits = await subject.store.readBatch(noLimits);
      expect(edits.map(({ id, stamp, values }) => ({ id, stamp, values }))).toEqual([
        { id: bo, stamp: past(1), values: { name: 'Bo', metAt } },
        { id: dana, stamp: first, values: { metAt } },
        { id: dana, stamp: second, values: { name: 'Dana Lee' } },
        { id: note, stamp: third, values: { person: dana, text: 'Likes rye' } },
      ]);
    });

    test('S-6 also where as many others lie in between as were acknowledged', async () => {
      const subject = await openSignedIn();
      const stamps: string[] = [];
      for (const name of ['A', 'B', 'C', 'D']) stamps.push(await subject.save('person', dana, { name }));
      const [a = '', b = '', c = '', d = ''] = stamps;
      await subject.store.settle(answer({ acknowledged: [d, a] }), false, account);
      expect(await stampsOf(subject)).toEqual([b, c]);
      await subject.store.settle(answer({ acknowledged: [b, c] }), false, account);
      expect(await stampsOf(subject)).toEqual([]);
    });

    test('S-15 S-21 an answer of the account before is not taken in, nor its end of the session', async () => {
      const subject = await openSignedIn();
      const stamp = await subject.save('person', dana, { name: 'Dana', metAt });
      await subject.signIn('account-2');
      await subject.store.settle(answer({ acknowledged: [stamp], cursor: 7 }), false, account);
      await subject.store.markSignedOut(account);
      expect(await stampsOf(subject)).toEqual([stamp]);
      expect(await subject.store.readPosition()).toMatchObject({
        account: 'account-2',
        head: null,
        cursor: 0,
      });
    });

    test('S-13 S-15 what the rows of that very answer overwrite here goes out all the same', async () => {
      const subject = await openSignedIn();
      const stamp = await subject.save('person', dana, { name: 'Dana', metAt });
      await subject.store.settle(answer({ acknowledged: [stamp] }), false, account);
      const row = wireRow(dana, future(1), { name: 'Dana K' });
      await subject.store.settle(answer({ head: headB, rows: [row] }), true, account);
      expect((await subject.readRow('person', dana))?.values['name']).toBe('Dana K');
      const edits = await subject.store.readBatch(noLimits);
      expect(edits.map(({ values }) => values)).toEqual([{ name: 'Dana', metAt }]);
    });

    test('S-7 S-15 what was refused goes out as it was, also where something newer lies in its row', async () => {
      const subject = await openSignedIn();
      const refused = await subject.save('person', dana, { name: 'Dana', company: 'Bakery' });
      const newer = await subject.save('person', dana, { name: 'Dana Lee' });
      const problems = [{ field: 'company', detail: 'is too long' }];
      const parts = { acknowledged: [newer], refused: [{ stamp: refused, problems }] };
      await subject.store.settle(answer(parts), false, account);
      await subject.store.settle(answer({ head: headB }), true, account);
      const edits = await subject.store.readBatch(noLimits);
      expect(edits.find(({ stamp }) => stamp === refused)?.values).toEqual({
        name: 'Dana',
        company: 'Bakery',
      });
    });

    test.each([false, true])(
      'S-15 a part of an edit that waits takes along what its row has got of it since (acknowledged: %s)',
      async (isTaken) => {
        const subject = await openSignedIn();
        const name = { name: 'Bo', metAt };
        await subject.store.settle(answer({ rows: [wireRow(bo, past(1), name)] }), false, account);
        await subject.store.settle(answer({ head: headB }), true, account);
        // Another device had overwritten the name before it sent the same edit again.
        const rest = wireRow(bo, past(1), { ...name, company: 'Bakery' });
        await subject.store.settle(answer({ head: headB, rows: [rest] }), false, account);
        const acknowledged = isTaken ? [past(1)] : [];
        await subject.store.settle(answer({ acknowledged }), true, account);
        const edits = await subject.store.readBatch(noLimits);
        expect(edits.map(({ stamp, values }) => ({ stamp, values }))).toEqual([
          { stamp: past(1), values: { ...name, company: 'Bakery' } },
        ]);
      },
    );

    test('S-15 but not what this very answer acknowledged, nor what waits as it is', async () => {
      const subject = await openSignedIn();
      const first = await subject.save('person', dana, { name: 'Dana', metAt });
      const refused = await subject.save('person', dana, { company: 'Bakery' });
      const waiting = await subject.save('person', bo, { name: 'Bo', metAt });
      await subject.save('person', bo, { name: 'Bo Park' });
      await subject.store.settle(answer({ refused: [{ stamp: refused, problems: [] }] }), false, account);
      await subject.store.settle(answer({ head: headB, acknowledged: [first] }), true, account);
      const edits = await subject.store.readBatch(noLimits);
      expect(edits.map(({ stamp }) => stamp)).not.toContain(first);
      // Another database may take what the last one refused.
      expect(edits.map(({ stamp }) => stamp)).toContain(refused);
      expect(edits.find(({ stamp }) => stamp === waiting)?.values).toEqual({ name: 'Bo', metAt });
      expect(await subject.store.readPosition()).toMatchObject({ head: headB, cursor: 0 });
    });
  });
}
