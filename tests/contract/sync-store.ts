import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as z from 'zod/mini';
import { editToRow } from '../../src/domain/merge.ts';
import type { Edit, FieldValues, Row, TableName } from '../../src/domain/row.ts';
import { readingToStamp, stampToReading } from '../../src/domain/stamp.ts';
import {
  maxBatchBytes,
  maxBodyBytes,
  type SyncResponse,
  syncRequestSchema,
} from '../../src/protocol/sync.ts';
import { protocolVersion } from '../../src/protocol/version.ts';
import { rowToWire } from '../../src/protocol/wire-row.ts';
import type { SyncStore } from '../../src/sync/ports.ts';

/** A device's database as the suite needs it beside the port: what people do to it, and what lies in it. */
export interface SyncStoreSubject {
  readonly store: SyncStore;
  signIn(): Promise<void>;
  /** Saves a change as an action of the app would, and answers its stamp. */
  save(table: TableName, id: string, values: FieldValues): Promise<string>;
  readRow(table: TableName, id: string): Promise<Row | undefined>;
}

const noLimits = { edits: 1_000_000, bytes: 1_000_000_000 };
const headA = '11111111-1111-4111-8111-111111111111';
const headB = '22222222-2222-4222-8222-222222222222';
const dana = '01890a5d-ac96-774b-bcce-b302099a8057';
const bo = '01890a5d-ac96-774b-bcce-b302099a8058';
const note = '01890a5d-ac96-774b-bcce-b302099a8059';
const metAt = '2026-11-22T18:42:00.000Z';
const otherDevice = 'otherphone';

const past = (ms: number) => readingToStamp({ ms, counter: 0 }, otherDevice);
const future = (ms: number) => readingToStamp({ ms: Date.UTC(2050, 0) + ms, counter: 0 }, otherDevice);

function answer(parts: Partial<SyncResponse> = {}): SyncResponse {
  return {
    protocol: protocolVersion,
    head: headA,
    isHeadKnown: true,
    acknowledged: [],
    refused: [],
    rows: [],
    cursor: 0,
    more: false,
    ...parts,
  };
}

const wireRow = (id: string, stamp: string, values: FieldValues, table: TableName = 'person') =>
  rowToWire(editToRow({ table, id, stamp, values }));

export function describeSyncStore(name: string, open: () => Promise<SyncStoreSubject>): void {
  const openSignedIn = async () => {
    const subject = await open();
    await subject.signIn();
    return subject;
  };
  const stampsOf = async ({ store }: SyncStoreSubject) =>
    (await store.readBatch(noLimits)).map(({ stamp }) => stamp);

  describe(`${name}: position`, () => {
    test('is unknown until somebody signs in, and again after the session ended', async () => {
      const subject = await open();
      expect(await subject.store.readPosition()).toBeUndefined();
      await subject.signIn();
      expect(await subject.store.readPosition()).toMatchObject({ head: null, cursor: 0 });
      await subject.store.markSignedOut();
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
      await subject.store.settle(answer({ cursor: 7 }), false);
      await subject.store.markSignedOut();
      await subject.signIn();
      expect(await subject.store.readPosition()).toMatchObject({ head: headA, cursor: 7 });
    });

    test('marking a device as signed out that never signed in does nothing', async () => {
      const subject = await open();
      await subject.store.markSignedOut();
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
      await subject.store.settle(answer({ acknowledged: [large] }), false);
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
      await subject.store.settle(answer({ acknowledged: [second, past(1)] }), false);
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
        await subject.store.settle(answer({ acknowledged: [...acknowledged].reverse() }), false);
        expect(await stampsOf(subject)).toEqual(waiting);
      });
      await fc.assert(property, { numRuns: 40 });
    });

    test('S-7 park a refused edit, and those behind it go on', async () => {
      const subject = await openSignedIn();
      const first = await subject.save('person', dana, { name: 'Dana' });
      const second = await subject.save('person', bo, { name: 'Bo' });
      const refused = [{ stamp: first, problems: [{ field: 'name', detail: 'is too long' }] }];
      await subject.store.settle(answer({ refused }), false);
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
      await subject.store.settle(answer({ refused }), false);
      const batch = await subject.store.readBatch({ edits: 2, bytes: noLimits.bytes });
      expect(batch.map(({ stamp }) => stamp)).toEqual(waiting);
    });

    test('S-7 a new edit of the same field takes the parked one’s place, and what else it held goes out', async () => {
      const subject = await openSignedIn();
      const first = await subject.save('person', dana, { name: 'Dana', company: 'Bakery' });
      await subject.store.settle(answer({ refused: [{ stamp: first, problems: [] }] }), false);
      const second = await subject.save('person', dana, { name: 'Dana Lee' });
      const edits = await subject.store.readBatch(noLimits);
      expect(edits.map(({ stamp, values }) => [stamp, values])).toEqual([
        [first, { company: 'Bakery' }],
        [second, { name: 'Dana Lee' }],
      ]);
      const third = await subject.save('person', dana, { company: 'Garage' });
      await subject.store.settle(answer({ acknowledged: [second] }), false);
      expect(await stampsOf(subject)).toEqual([first, third]);
    });

    test('S-7 an edit of another row, or of another field, leaves the parked one where it is', async () => {
      const subject = await openSignedIn();
      const parked = await subject.save('person', dana, { name: 'Dana' });
      await subject.save('person', bo, { name: 'Bo' });
      await subject.store.settle(answer({ refused: [{ stamp: parked, problems: [] }] }), false);
      await subject.save('person', bo, { name: 'Bo Park' });
      await subject.save('person', dana, { company: 'Bakery' });
      expect(await stampsOf(subject)).not.toContain(parked);
    });

    test('S-7 a parked edit that is acknowledged after all is gone', async () => {
      const subject = await openSignedIn();
      const stamp = await subject.save('person', dana, { name: 'Dana' });
      await subject.store.settle(answer({ refused: [{ stamp, problems: [] }] }), false);
      await subject.store.settle(answer({ acknowledged: [stamp] }), false);
      await subject.store.settle(answer({ head: headB }), true);
      expect(await stampsOf(subject)).toEqual([stamp]);
    });

    test('S-8 the same answer again changes nothing', async () => {
      const subject = await openSignedIn();
      const stamp = await subject.save('person', dana, { name: 'Dana' });
      const rows = [wireRow(bo, past(1), { name: 'Bo', metAt })];
      const same = answer({ acknowledged: [stamp], rows, cursor: 3 });
      await subject.store.settle(same, false);
      const before = [await subject.readRow('person', dana), await subject.readRow('person', bo)];
      await subject.store.settle(same, false);
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
        await together.store.settle(answer({ rows }), false);
        const apart = await openSignedIn();
        for (const row of rows) await apart.store.settle(answer({ rows: [row] }), false);
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
      await subject.store.settle(answer({ rows: [person, text], cursor: 2 }), false);
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
      await subject.store.settle(answer({ rows: [row] }), false);
      const merged = await subject.readRow('person', dana);
      expect(merged?.values).toEqual({ name: 'Dana Lee', company: 'Bakery', metAt });
      expect(merged?.stamps).toEqual({ name: stamp, company: past(1), metAt: stamp });
      expect(await stampsOf(subject)).toEqual([stamp]);
    });

    test('S-14 that are later win, and the edit made here still goes out', async () => {
      const subject = await openSignedIn();
      const stamp = await subject.save('person', dana, { name: 'Dana Lee', metAt });
      await subject.store.settle(answer({ rows: [wireRow(dana, future(1), { name: 'Dana K' })] }), false);
      expect((await subject.readRow('person', dana))?.values['name']).toBe('Dana K');
      expect(await stampsOf(subject)).toEqual([stamp]);
    });

    test('S-1 an edit made after a pull is later than all that was pulled', async () => {
      const subject = await openSignedIn();
      await subject.store.settle(answer({ rows: [wireRow(dana, future(1), { name: 'Dana K' })] }), false);
      const stamp = await subject.save('person', dana, { name: 'Dana L' });
      expect(stamp > future(1)).toBe(true);
      expect(stampToReading(stamp)).toEqual({ ms: stampToReading(future(1)).ms, counter: 1 });
      expect((await subject.readRow('person', dana))?.values['name']).toBe('Dana L');
    });
  });

  describe(`${name}: a lost database`, () => {
    test('S-15 every field goes out again under the stamp it has, one edit a stamp', async () => {
      const subject = await openSignedIn();
      const first = await subject.save('person', dana, { name: 'Dana', metAt });
      const second = await subject.save('person', dana, { name: 'Dana Lee' });
      const third = await subject.save('note', note, { person: dana, text: 'Likes rye' });
      const pulled = wireRow(bo, past(1), { name: 'Bo', metAt });
      await subject.store.settle(answer({ acknowledged: [first, second, third], rows: [pulled] }), false);
      expect(await stampsOf(subject)).toEqual([]);
      await subject.store.settle(answer({ head: headB, cursor: 0 }), true);
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
      await subject.store.settle(answer({ acknowledged: [d, a] }), false);
      expect(await stampsOf(subject)).toEqual([b, c]);
      await subject.store.settle(answer({ acknowledged: [b, c] }), false);
      expect(await stampsOf(subject)).toEqual([]);
    });

    test('S-15 but not what this very answer acknowledged, nor what waits as it is', async () => {
      const subject = await openSignedIn();
      const first = await subject.save('person', dana, { name: 'Dana', metAt });
      const refused = await subject.save('person', dana, { company: 'Bakery' });
      const waiting = await subject.save('person', bo, { name: 'Bo', metAt });
      await subject.save('person', bo, { name: 'Bo Park' });
      await subject.store.settle(answer({ refused: [{ stamp: refused, problems: [] }] }), false);
      await subject.store.settle(answer({ head: headB, acknowledged: [first] }), true);
      const edits = await subject.store.readBatch(noLimits);
      expect(edits.map(({ stamp }) => stamp)).not.toContain(first);
      // Another database may take what the last one refused.
      expect(edits.map(({ stamp }) => stamp)).toContain(refused);
      expect(edits.find(({ stamp }) => stamp === waiting)?.values).toEqual({ name: 'Bo', metAt });
      expect(await subject.store.readPosition()).toMatchObject({ head: headB, cursor: 0 });
    });
  });
}
