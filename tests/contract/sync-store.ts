import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as z from 'zod/mini';
import type { Edit } from '../../src/domain/row.ts';
import { stampToReading } from '../../src/domain/stamp.ts';
import { maxBatchBytes, maxBodyBytes, syncRequestSchema } from '../../src/protocol/sync.ts';
import { protocolVersion } from '../../src/protocol/version.ts';
import {
  account,
  answer,
  bo,
  dana,
  future,
  headA,
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
import { describeLostDatabase } from './sync-store-lost.ts';

export function describeSyncStore(name: string, open: () => Promise<SyncStoreSubject>): void {
  const openSignedIn = () => signedIn(open);

  describe(`${name}: position`, () => {
    test('is unknown until somebody signs in, and again after the session ended', async () => {
      const subject = await open();
      expect(await subject.store.readPosition()).toBeUndefined();
      await subject.signIn();
      expect(await subject.store.readPosition()).toMatchObject({ head: null, cursor: 0 });
      await subject.store.markSignedOut(account);
      expect(await subject.store.readPosition()).toBeUndefined();
      await subject.signIn();
      expect(await subject.store.readPosition()).toMatchObject({ head: null, cursor: 0 });
    });

    test('S-1 names one device for ever', async () => {
      const subject = await openSignedIn();
      const device = (await subject.store.readPosition())?.device;
      expect(device).toMatch(/^[0-9a-z]{10}$/);
      const stamp = await subject.save('person', dana, { name: 'Dana' });
      expect(stamp.slice(12)).toBe(device);
      expect((await subject.store.readPosition())?.device).toBe(device);
    });

    test('is what the last answer said, and outlives a session', async () => {
      const subject = await openSignedIn();
      await subject.store.settle(answer({ cursor: 7 }), false, account);
      await subject.store.markSignedOut(account);
      await subject.signIn();
      expect(await subject.store.readPosition()).toMatchObject({ head: headA, cursor: 7 });
    });

    test('S-4 is what taking an answer in answers, whether the answer was taken or not', async () => {
      const subject = await openSignedIn();
      const { store } = subject;
      const taken = await store.settle(answer({ cursor: 7 }), false, account);
      expect(taken).toMatchObject({ account, head: headA, cursor: 7 });
      expect(taken).toEqual(await store.readPosition());
      expect(await store.settle(answer({ cursor: 9 }), false, 'account-2')).toEqual(taken);
      await store.markSignedOut(account);
      expect(await store.settle(answer({ cursor: 8 }), false, account)).toBeUndefined();
    });

    test('marking a device as signed out that never signed in does nothing', async () => {
      const subject = await open();
      await subject.store.markSignedOut(account);
      expect(await subject.store.readPosition()).toBeUndefined();
    });
  });

  describe(`${name}: batches`, () => {
    test('S-5 are the oldest edits first, at most so many', async () => {
      const subject = await openSignedIn();
      const stamps: string[] = [];
      for (let i = 0; i < 5; i++) stamps.push(await subject.save('person', dana, { name: `Dana ${i}` }));
      const batch = await subject.store.readBatch({ edits: 3, bytes: noLimits.bytes });
      expect(batch.map(({ stamp }) => stamp)).toEqual(stamps.slice(0, 3));
      expect(await stampsOf(subject)).toEqual(stamps);
    });

    test('S-5 begin behind a stamp when asked to', async () => {
      const subject = await openSignedIn();
      const stamps: string[] = [];
      for (let i = 0; i < 4; i++) stamps.push(await subject.save('person', dana, { name: `Dana ${i}` }));
      const [, after = ''] = stamps;
      const batch = await subject.store.readBatch({ edits: 1, bytes: noLimits.bytes, after });
      expect(batch.map(({ stamp }) => stamp)).toEqual(stamps.slice(2, 3));
    });

    test('S-5 hold at most so many bytes, counted as they are sent', async () => {
      const subject = await openSignedIn();
      for (const [place, letter] of ['a', 'é', '字', '🙂'].entries()) {
        const id = `01890a5d-ac96-774b-bcce-00000000000${place}`;
        const text = letter.repeat(1_000 / letter.length);
        await subject.save('note', id, { person: dana, text, writtenAt: metAt });
      }
      const all = await subject.store.readBatch(noLimits);
      const bytesOf = (edits: readonly Edit[]) =>
        edits.reduce((sum, edit) => sum + new TextEncoder().encode(JSON.stringify(edit)).length, 0);
      for (let count = 1; count <= all.length; count++) {
        const bytes = bytesOf(all.slice(0, count));
        expect(await subject.store.readBatch({ edits: 500, bytes })).toHaveLength(count);
        expect(await subject.store.readBatch({ edits: 500, bytes: bytes - 1 })).toHaveLength(
          Math.max(1, count - 1),
        );
      }
    });

    test('S-5 a full batch of any script is small enough for the server', async () => {
      const subject = await openSignedIn();
      for (let i = 0; i < 6; i++) {
        const id = `01890a5d-ac96-774b-bcce-00000000000${i}`;
        await subject.save('note', id, { person: dana, text: '字'.repeat(200_000), writtenAt: metAt });
      }
      const edits = await subject.store.readBatch({ edits: 500, bytes: maxBatchBytes });
      expect(new TextEncoder().encode(JSON.stringify(edits)).length).toBeLessThan(maxBodyBytes);
    });

    test('S-5 a single larger edit goes alone', async () => {
      const subject = await openSignedIn();
      const large = await subject.save('note', note, { text: 'x'.repeat(2_000) });
      const small = await subject.save('person', dana, { name: 'Dana' });
      const limits = { edits: 500, bytes: 500 };
      expect((await subject.store.readBatch(limits)).map(({ stamp }) => stamp)).toEqual([large]);
      await subject.store.settle(answer({ acknowledged: [large] }), false, account);
      expect((await subject.store.readBatch(limits)).map(({ stamp }) => stamp)).toEqual([small]);
    });

    test('S-3 are edits as the protocol has them, with what each replaced', async () => {
      const subject = await openSignedIn();
      const first = await subject.save('person', dana, { name: 'Dana', metAt });
      await subject.save('person', dana, { name: 'Dana Lee', company: 'Bakery' });
      const edits = await subject.store.readBatch(noLimits);
      expect(edits.map(({ replaces }) => replaces)).toEqual([undefined, { name: first }]);
      const position = await subject.store.readPosition();
      const request = { ...position, protocol: protocolVersion, edits };
      expect(z.safeParse(syncRequestSchema, request).error?.issues).toBeUndefined();
    });
  });

  describe(`${name}: answers`, () => {
    test('S-6 take just the acknowledged edits out', async () => {
      const subject = await openSignedIn();
      const first = await subject.save('person', dana, { name: 'Dana' });
      const second = await subject.save('person', bo, { name: 'Bo' });
      const third = await subject.save('person', dana, { name: 'Dana Lee' });
      await subject.store.settle(answer({ acknowledged: [second, past(1)] }), false, account);
      expect(await stampsOf(subject)).toEqual([first, third]);
    });

    test('S-6 of any edits, with others saved meanwhile, take exactly those out', async () => {
      const kinds = fc.constantFrom('acknowledged', 'acknowledged twice', 'waiting');
      const arbitraryFates = fc.array(kinds, { minLength: 1, maxLength: 12 });
      const property = fc.asyncProperty(arbitraryFates, fc.nat(3), async (fates, meanwhile) => {
        const subject = await openSignedIn();
        const saved: string[] = [];
        for (const _ of fates) saved.push(await subject.save('person', dana, { name: 'Dana' }));
        const acknowledged = saved.flatMap((stamp, index) =>
          fates[index] === 'waiting' ? [] : fates[index] === 'acknowledged' ? [stamp] : [stamp, stamp],
        );
        const waiting = saved.filter((stamp) => !acknowledged.includes(stamp));
        for (let i = 0; i < meanwhile; i++) waiting.push(await subject.save('person', bo, { name: 'Bo' }));
        await subject.store.settle(answer({ acknowledged: [...acknowledged].reverse() }), false, account);
        expect(await stampsOf(subject)).toEqual(waiting);
      });
      await fc.assert(property, { numRuns: 40 });
    });

    test('S-7 park a refused edit, and those behind it go on', async () => {
      const subject = await openSignedIn();
      const first = await subject.save('person', dana, { name: 'Dana' });
      const second = await subject.save('person', bo, { name: 'Bo' });
      const refused = [{ stamp: first, problems: [{ field: 'name', detail: 'is too long' }] }];
      await subject.store.settle(answer({ refused }), false, account);
      expect(await stampsOf(subject)).toEqual([second]);
      const [only] = await subject.store.readBatch({ edits: 1, bytes: 1 });
      expect(only?.stamp).toBe(second);
      expect((await subject.readRow('person', dana))?.values['name']).toBe('Dana');
    });

    test('S-7 parked edits never stand before others, however many there are', async () => {
      const subject = await openSignedIn();
      const refused: { stamp: string; problems: [] }[] = [];
      for (let i = 0; i < 5; i++) {
        refused.push({ stamp: await subject.save('person', dana, { name: `Dana ${i}` }), problems: [] });
      }
      const waiting = [
        await subject.save('person', bo, { name: 'Bo' }),
        await subject.save('note', note, { person: bo }),
      ];
      await subject.store.settle(answer({ refused }), false, account);
      const batch = await subject.store.readBatch({ edits: 2, bytes: noLimits.bytes });
      expect(batch.map(({ stamp }) => stamp)).toEqual(waiting);
    });

    test('S-7 a new edit of the same field takes the parked one’s place, and what else it held goes out', async () => {
      const subject = await openSignedIn();
      const first = await subject.save('person', dana, { name: 'Dana', company: 'Bakery' });
      await subject.store.settle(answer({ refused: [{ stamp: first, problems: [] }] }), false, account);
      const second = await subject.save('person', dana, { name: 'Dana Lee' });
      const edits = await subject.store.readBatch(noLimits);
      expect(edits.map(({ stamp, values }) => [stamp, values])).toEqual([
        [first, { company: 'Bakery' }],
        [second, { name: 'Dana Lee' }],
      ]);
      const third = await subject.save('person', dana, { company: 'Garage' });
      await subject.store.settle(answer({ acknowledged: [second] }), false, account);
      expect(await stampsOf(subject)).toEqual([first, third]);
    });

    test('S-7 a late refusal of what was put right meanwhile parks nothing of the rest', async () => {
      const subject = await openSignedIn();
      const first = await subject.save('person', dana, { name: 'Dana', metAt });
      const problems = [{ field: 'name', detail: 'Too long.' }];
      const refusal = answer({ refused: [{ stamp: first, problems }] });
      await subject.store.settle(refusal, false, account);
      const mended = await subject.save('person', dana, { name: 'Dee' });
      expect(await stampsOf(subject)).toEqual([first, mended]);
      await subject.store.settle(refusal, false, account);
      expect(await stampsOf(subject)).toEqual([first, mended]);
      const whole = answer({ refused: [{ stamp: first, problems: [{ field: 'id', detail: 'Taken.' }] }] });
      await subject.store.settle(whole, false, account);
      expect(await stampsOf(subject)).toEqual([mended]);
    });

    test('S-7 what was put right while its refusal was on its way needs no second look', async () => {
      const subject = await openSignedIn();
      const first = await subject.save('person', dana, { name: 'Dana', metAt });
      const alone = await subject.save('person', bo, { name: 'Bo' });
      const mended = [
        await subject.save('person', dana, { name: 'Dee' }),
        await subject.save('person', bo, { name: 'Bob' }),
      ];
      const problems = [{ field: 'name', detail: 'Too long.' }];
      const refused = [first, alone].map((stamp) => ({ stamp, problems }));
      await subject.store.settle(answer({ refused }), false, account);
      const edits = await subject.store.readBatch(noLimits);
      expect(edits.map(({ stamp }) => stamp)).toEqual([first, ...mended]);
      expect(edits[0]?.values).toEqual({ metAt });
    });

    test('S-7 what another device’s value stands over by now is parked all the same', async () => {
      const subject = await openSignedIn();
      const stamp = await subject.save('person', dana, { name: 'Dana' });
      await subject.store.settle(
        answer({ rows: [wireRow(dana, future(1), { name: 'Dee' })] }),
        false,
        account,
      );
      const refused = [{ stamp, problems: [{ field: 'name', detail: 'Too long.' }] }];
      await subject.store.settle(answer({ refused }), false, account);
      expect(await stampsOf(subject)).toEqual([]);
      await subject.store.settle(answer({ head: headB }), true, account);
      expect(await stampsOf(subject)).toContain(stamp);
    });

    test('S-7 an edit of another row, or of another field, leaves the parked one where it is', async () => {
      const subject = await openSignedIn();
      const parked = await subject.save('person', dana, { name: 'Dana' });
      await subject.save('person', bo, { name: 'Bo' });
      await subject.store.settle(answer({ refused: [{ stamp: parked, problems: [] }] }), false, account);
      await subject.save('person', bo, { name: 'Bo Park' });
      await subject.save('person', dana, { company: 'Bakery' });
      expect(await stampsOf(subject)).not.toContain(parked);
    });

    test('S-7 a parked edit that is acknowledged after all is gone', async () => {
      const subject = await openSignedIn();
      const stamp = await subject.save('person', dana, { name: 'Dana' });
      await subject.store.settle(answer({ refused: [{ stamp, problems: [] }] }), false, account);
      await subject.store.settle(answer({ acknowledged: [stamp] }), false, account);
      await subject.store.settle(answer({ head: headB }), true, account);
      expect(await stampsOf(subject)).toEqual([stamp]);
    });

    test('S-8 the same answer again changes nothing', async () => {
      const subject = await openSignedIn();
      const stamp = await subject.save('person', dana, { name: 'Dana' });
      const rows = [wireRow(bo, past(1), { name: 'Bo', metAt })];
      const same = answer({ acknowledged: [stamp], rows, cursor: 3 });
      await subject.store.settle(same, false, account);
      const before = [await subject.readRow('person', dana), await subject.readRow('person', bo)];
      await subject.store.settle(same, false, account);
      expect([await subject.readRow('person', dana), await subject.readRow('person', bo)]).toEqual(before);
      expect(await stampsOf(subject)).toEqual([]);
    });

    test('S-8 rows in any order, also within one answer, leave the latest values', async () => {
      const versions = [
        wireRow(bo, past(1), { name: 'Bo', company: 'Bakery', metAt }),
        wireRow(bo, past(3), { name: 'Bo Park' }),
        wireRow(bo, past(2), { name: 'Bob', company: 'Garage' }),
      ];
      for (const rows of [versions, [...versions].reverse()]) {
        const together = await openSignedIn();
        await together.store.settle(answer({ rows }), false, account);
        const apart = await openSignedIn();
        for (const row of rows) await apart.store.settle(answer({ rows: [row] }), false, account);
        const expected = { name: 'Bo Park', company: 'Garage', metAt };
        expect((await apart.readRow('person', bo))?.values).toEqual(expected);
        expect((await together.readRow('person', bo))?.values).toEqual(expected);
      }
    });
  });

  describe(`${name}: pulled rows`, () => {
    test('S-14 lie in their tables as they came', async () => {
      const subject = await openSignedIn();
      const person = wireRow(dana, past(1), { name: 'Dana', metAt });
      const text = wireRow(note, past(2), { person: dana, text: 'Likes rye', writtenAt: metAt }, 'note');
      await subject.store.settle(answer({ rows: [person, text], cursor: 2 }), false, account);
      expect(await subject.readRow('person', dana)).toEqual({
        table: 'person',
        id: dana,
        values: { name: 'Dana', metAt },
        stamps: { name: past(1), metAt: past(1) },
      });
      expect((await subject.readRow('note', note))?.values['text']).toBe('Likes rye');
      expect(await stampsOf(subject)).toEqual([]);
    });

    test('S-14 spare newer edits made here, field by field', async () => {
      const subject = await openSignedIn();
      const stamp = await subject.save('person', dana, { name: 'Dana Lee', metAt });
      const row = wireRow(dana, past(1), { name: 'Dana', company: 'Bakery' });
      await subject.store.settle(answer({ rows: [row] }), false, account);
      const merged = await subject.readRow('person', dana);
      expect(merged?.values).toEqual({ name: 'Dana Lee', company: 'Bakery', metAt });
      expect(merged?.stamps).toEqual({ name: stamp, company: past(1), metAt: stamp });
      expect(await stampsOf(subject)).toEqual([stamp]);
    });

    test('S-14 that are later win, and the edit made here still goes out', async () => {
      const subject = await openSignedIn();
      const stamp = await subject.save('person', dana, { name: 'Dana Lee', metAt });
      await subject.store.settle(
        answer({ rows: [wireRow(dana, future(1), { name: 'Dana K' })] }),
        false,
        account,
      );
      expect((await subject.readRow('person', dana))?.values['name']).toBe('Dana K');
      expect(await stampsOf(subject)).toEqual([stamp]);
    });

    test('S-1 an edit made after a pull is later than all that was pulled', async () => {
      const subject = await openSignedIn();
      await subject.store.settle(
        answer({ rows: [wireRow(dana, future(1), { name: 'Dana K' })] }),
        false,
        account,
      );
      const stamp = await subject.save('person', dana, { name: 'Dana L' });
      expect(stamp > future(1)).toBe(true);
      expect(stampToReading(stamp)).toEqual({ ms: stampToReading(future(1)).ms, counter: 1 });
      expect((await subject.readRow('person', dana))?.values['name']).toBe('Dana L');
    });
  });

  describe(`${name}: conflicts`, () => {
    const theirs = future(1);
    const earlier = { field: 'company', stamp: past(5), value: 'Mine', by: theirs };

    test('S-13 a pulled row brings what lost to its present values, and takes away what it does not bring', async () => {
      const subject = await openSignedIn();
      const row = wireRow(dana, theirs, { company: 'Theirs' });
      await subject.store.settle(answer({ rows: [{ ...row, earlier: [earlier] }] }), false, account);
      expect(await subject.readEarlier(dana)).toEqual([{ row: dana, ...earlier }]);
      await subject.store.settle(answer({ rows: [wireRow(bo, theirs, { name: 'Bo' })] }), false, account);
      expect(await subject.readEarlier(dana)).toHaveLength(1);
      await subject.store.settle(answer({ rows: [row] }), false, account);
      expect(await subject.readEarlier(dana)).toEqual([]);
    });
  });

  describeLostDatabase(name, open);
}
