import { describe, expect, test } from 'vitest';
import { preferenceId } from '../../../src/domain/table-words.ts';
import { findFieldProblems } from '../../../src/domain/tables.ts';
import { nextTouchActions } from '../../../src/store/actions/next-touches.ts';
import { writeMeta } from '../../../src/store/meta.ts';
import { dueQueries } from '../../../src/store/queries/due.ts';
import { capture, type OpenStore, openStore } from './open-store.ts';
import { shareRows } from './share-rows.ts';

const detroit = 'America/Detroit';
const dayMs = 86_400_000;
const call = (on: string) => ({ on, way: 'call' });
const every6 = { every: 6, unit: 'week', from: '2026-11-22' } as const;

function partsOf({ context }: OpenStore) {
  return { ...nextTouchActions(context), ...dueQueries(context) };
}

async function withDana() {
  const open = openStore();
  const id = await open.store.savePerson(capture(), undefined);
  const parts = partsOf(open);
  return { open, id, ...parts, planned: () => parts.readPlanned(id, detroit) };
}

describe('what is planned', () => {
  test('a day and a rhythm are written at once, and what is as it was is not written again', async () => {
    const { open, id, setPlan, planned } = await withDana();
    await open.db.outbox.clear();
    const plan = { next: call('2026-12-01'), rhythm: every6 };
    expect(await setPlan(id, plan, detroit)).toBe(true);
    expect(await planned()).toMatchObject({ ...plan, due: { on: '2026-12-01', way: 'call', by: 'next' } });
    const edits = (await open.db.outbox.toArray()).map(({ edit }) => edit);
    expect(edits.map(({ table, values }) => [table, Object.keys(values)])).toEqual([
      ['preference', ['zone']],
      ['person', ['next', 'rhythm']],
    ]);
    for (const { table, values } of edits) expect(findFieldProblems(table, values)).toEqual([]);
    await open.db.outbox.clear();
    await setPlan(id, { ...plan, next: call('2026-12-02') }, detroit);
    await setPlan(id, { ...plan, next: call('2026-12-02') }, detroit);
    const later = await open.db.outbox.toArray();
    expect(later.map(({ edit }) => edit.values)).toEqual([{ next: call('2026-12-02') }]);
  });

  test('where the agent lives is said by the first device that plans, and not again by one that travels', async () => {
    const { open, id, setNextTouch, planned } = await withDana();
    await setNextTouch(id, call('2026-12-01'), detroit);
    await setNextTouch(id, call('2026-12-02'), 'Asia/Tokyo');
    expect((await open.db.preference.get(preferenceId))?.values['zone']).toBe(detroit);
    expect(await partsOf(open).readPlanned(id, 'Asia/Tokyo')).toMatchObject({ zone: detroit });
    expect(await planned()).toMatchObject({ zone: detroit, isOwnZone: false });
  });

  test('where the agent lives is not said by a device that does not know yet whether it was: its first pull is under way', async () => {
    const { open, id, setNextTouch, planned } = await withDana();
    const { db } = open;
    const zone = async () => (await db.preference.get(preferenceId))?.values['zone'];
    await db.transaction('rw', db.meta, async () => {
      await writeMeta(db, 'connection', { accountId: 'kim', name: 'Kim', email: '', isSignedIn: true });
      await writeMeta(db, 'position', { head: 'h', cursor: 500 });
    });
    await setNextTouch(id, call('2026-12-01'), 'Asia/Tokyo');
    expect(await zone()).toBeUndefined();
    expect(await planned()).toMatchObject({ next: call('2026-12-01') });
    await db.transaction('rw', db.meta, () =>
      writeMeta(db, 'position', { head: 'h', cursor: 900, completeAtMs: open.clock.nowMs }),
    );
    await setNextTouch(id, call('2026-12-02'), detroit);
    expect(await zone()).toBe(detroit);
  });

  test('nothing is written for somebody who is deleted', async () => {
    const { open, id, setPlan, setNextTouch, setRhythm, setPersonZone, markTouch, planned } =
      await withDana();
    await open.store.deletePerson(id);
    await open.db.outbox.clear();
    expect(await setPlan(id, { next: call('2026-12-01'), rhythm: undefined }, detroit)).toBe(false);
    expect(await setNextTouch(id, call('2026-12-01'), detroit)).toBe(false);
    expect(await setRhythm(id, every6, detroit)).toBe(false);
    expect(await setPersonZone(id, 'Asia/Tokyo')).toBe(false);
    expect(await markTouch(id, 'call', false)).toBeUndefined();
    expect(await open.db.outbox.count()).toBe(0);
    expect(await planned()).toBeUndefined();
  });
});

describe('a touch by hand', () => {
  test('answers a day that has come, moves the rhythm on, and is taken back', async () => {
    const { open, id, setPlan, markTouch, planned, listDone } = await withDana();
    await setPlan(id, { next: call('2026-11-22'), rhythm: every6 }, detroit);
    open.clock.nowMs += dayMs;
    const marked = await markTouch(id, 'coffee', false);
    expect(await planned()).toMatchObject({ next: undefined, due: { on: '2027-01-04', by: 'rhythm' } });
    expect(await listDone(id)).toMatchObject([{ way: 'coffee', state: 'done' }]);
    await marked?.undo();
    expect(await planned()).toMatchObject({ next: call('2026-11-22'), due: { on: '2026-11-22' } });
    expect(await listDone(id)).toEqual([]);
  });

  test('before the day leaves it standing, but where it was what was agreed on', async () => {
    const { id, setPlan, markTouch, planned } = await withDana();
    await setPlan(id, { next: call('2026-12-01'), rhythm: undefined }, detroit);
    await markTouch(id, 'text', false);
    expect(await planned()).toMatchObject({ next: call('2026-12-01') });
    const marked = await markTouch(id, 'call', true);
    expect(await planned()).toMatchObject({ next: undefined, due: undefined });
    await marked?.undo();
    expect(await planned()).toMatchObject({ next: call('2026-12-01') });
  });
});

describe('spread over days', () => {
  test('each has a day, and all of it is undone at one go, those without a day again without', async () => {
    const open = openStore();
    const { setPlan, putOff, readPlanned } = partsOf(open);
    const ids: string[] = [];
    for (const name of ['Jo', 'Amir', 'Bea'])
      ids.push(await open.store.savePerson(capture({ name }), undefined));
    const [jo = '', amir = '', bea = ''] = ids;
    await setPlan(jo, { next: call('2026-11-01'), rhythm: undefined }, detroit);
    await setPlan(amir, { next: undefined, rhythm: every6 }, detroit);
    await open.store.deletePerson(bea);
    const undo = await putOff(
      [
        { personId: jo, on: '2026-11-22', way: 'call' },
        { personId: amir, on: '2026-11-23', way: undefined },
        { personId: bea, on: '2026-11-24', way: undefined },
      ],
      detroit,
    );
    expect((await readPlanned(jo, detroit))?.next).toEqual(call('2026-11-22'));
    // Nobody agreed on it: it counts as if from six weeks before.
    expect(await readPlanned(amir, detroit)).toMatchObject({
      next: undefined,
      rhythm: { ...every6, from: '2026-10-12' },
      due: { on: '2026-11-23', by: 'rhythm' },
    });
    await undo();
    expect((await readPlanned(jo, detroit))?.next).toEqual(call('2026-11-01'));
    expect(await readPlanned(amir, detroit)).toMatchObject({ next: undefined, rhythm: every6 });
    expect((await open.db.person.get(bea))?.values['next']).toBeUndefined();
  });
});

describe('put off', () => {
  test('a rhythm goes on from a touch before the new day, which is not asked for once more', async () => {
    const { open, id, setPlan, putOff, markTouch, planned } = await withDana();
    await setPlan(id, { next: undefined, rhythm: { ...every6, from: '2026-09-01' } }, detroit);
    await putOff([{ personId: id, on: '2026-11-26', way: undefined }], detroit);
    expect((await planned())?.due?.on).toBe('2026-11-26');
    open.clock.nowMs += dayMs;
    await markTouch(id, 'call', false);
    expect((await planned())?.due).toEqual({ on: '2027-01-04', way: undefined, by: 'rhythm' });
  });

  test('a day that was agreed on stays agreed on: a touch before the new day is another one', async () => {
    const { open, id, setPlan, putOff, markTouch, planned } = await withDana();
    await setPlan(id, { next: call('2026-11-20'), rhythm: { ...every6, from: '2026-09-01' } }, detroit);
    await putOff([{ personId: id, on: '2026-11-26', way: 'call' }], detroit);
    open.clock.nowMs += dayMs;
    await markTouch(id, 'text', false);
    expect((await planned())?.due).toEqual({ on: '2026-11-26', way: 'call', by: 'next' });
  });

  test('on one device while somebody is in touch on another: both come to the same day', async () => {
    const { open: phone, id, setPlan, putOff, planned } = await withDana();
    await setPlan(id, { next: undefined, rhythm: { ...every6, from: '2026-09-01' } }, detroit);
    const laptop = openStore();
    await shareRows(phone, laptop);
    laptop.clock.nowMs += dayMs;
    await partsOf(laptop).markTouch(id, 'call', false);
    phone.clock.nowMs += 2 * dayMs;
    await putOff([{ personId: id, on: '2026-11-27', way: undefined }], detroit);
    await shareRows(laptop, phone);
    await shareRows(phone, laptop);
    const due = { on: '2027-01-04', way: undefined, by: 'rhythm' };
    expect((await planned())?.due).toEqual(due);
    expect((await partsOf(laptop).readPlanned(id, detroit))?.due).toEqual(due);
  });
});

describe('two devices', () => {
  test('that move the same date come to the same day, whichever is heard of first', async () => {
    const { open: phone, id, setNextTouch } = await withDana();
    await setNextTouch(id, call('2026-12-01'), detroit);
    const [laptop, tablet] = [openStore(), openStore()];
    await shareRows(phone, laptop);
    laptop.clock.nowMs += 2_000;
    phone.clock.nowMs += 1_000;
    await partsOf(phone).setNextTouch(id, call('2026-12-08'), detroit);
    await partsOf(laptop).setNextTouch(id, { on: '2026-12-15', way: 'coffee' }, detroit);
    await shareRows(laptop, tablet);
    await shareRows(phone, tablet);
    await shareRows(laptop, phone);
    await shareRows(phone, laptop);
    for (const device of [phone, laptop, tablet]) {
      const known = await partsOf(device).readPlanned(id, detroit);
      expect(known?.due).toEqual({ on: '2026-12-15', way: 'coffee', by: 'next' });
    }
  });

  test('one moves the date, the other the rhythm: both stand', async () => {
    const { open: phone, id, setNextTouch, planned } = await withDana();
    const laptop = openStore();
    await shareRows(phone, laptop);
    await setNextTouch(id, call('2026-12-01'), detroit);
    await partsOf(laptop).setRhythm(id, every6, detroit);
    await shareRows(laptop, phone);
    expect(await planned()).toMatchObject({ next: call('2026-12-01'), rhythm: every6 });
  });

  test('one is in touch while the other moves the date on: the new date stands, unless it was touched behind it', async () => {
    const { open: phone, id, setNextTouch, planned } = await withDana();
    await setNextTouch(id, call('2026-11-22'), detroit);
    const laptop = openStore();
    await shareRows(phone, laptop);
    await partsOf(laptop).markTouch(id, 'call', false);
    await setNextTouch(id, call('2026-11-29'), detroit);
    await shareRows(laptop, phone);
    expect((await planned())?.due).toMatchObject({ on: '2026-11-29' });
  });
});
