import fc from 'fast-check';
import { expect, test } from 'vitest';
import { mergeActions } from '../../../src/store/actions/merge-people.ts';
import { nextTouchActions } from '../../../src/store/actions/next-touches.ts';
import { mergeQueries } from '../../../src/store/queries/merges.ts';
import { exchangeRows, readRows } from './exchange-rows.ts';
import { capture, openStore } from './open-store.ts';

const step = fc.record({
  device: fc.nat(2),
  what: fc.constantFrom('merge', 'unmerge', 'note', 'company', 'number', 'plan', 'exchange'),
  one: fc.nat(2),
  other: fc.nat(2),
});

function openDevice() {
  const open = openStore();
  const { context } = open;
  return { ...open, ...mergeActions(context), ...mergeQueries(context), ...nextTouchActions(context) };
}
type Device = ReturnType<typeof openDevice>;

/** Three people on three devices. */
async function openThree() {
  const devices = [openDevice(), openDevice(), openDevice()] as const;
  const ids: string[] = [];
  for (const name of ['Dana', 'Dana R.', 'Dana Ruiz']) {
    devices[0].clock.nowMs += 1_000;
    ids.push(await devices[0].store.savePerson(capture({ name }), undefined));
  }
  await exchangeRows(...devices);
  return { devices, ids };
}

/** Resolves with how many notes it made. */
async function take(
  { store, clock, mergePeople, unmergePeople, setPlan }: Device,
  what: string,
  one: string,
  other: string,
) {
  if (what === 'note') return (await store.addNote(one, 'A note', undefined)) ? 1 : 0;
  if (what === 'merge') await mergePeople(one, other, ['company']);
  if (what === 'unmerge') await unmergePeople(one);
  if (what === 'company') await store.editLine(one, 'company', `${one} now`);
  if (what === 'number') {
    const number = { field: 'phone', entryId: 'samenumber1' } as const;
    await store.editEntry(one, number, { typed: `231 555 01${clock.nowMs % 89}` });
  }
  if (what === 'plan') {
    const on = new Date(clock.nowMs + (clock.nowMs % 97) * 86_400_000).toISOString().slice(0, 10);
    await setPlan(one, { next: { on, way: undefined }, rhythm: undefined }, 'UTC');
  }
  return 0;
}

async function settle(devices: readonly Device[]) {
  for (let turn = 0; turn < 6; turn += 1) {
    await exchangeRows(...devices);
    for (const device of devices) {
      device.clock.nowMs += 60_000 + turn;
      if ((await device.findUnfinished()) !== '') await device.finishMerges();
    }
  }
}

/** The notes of all who are in sight. */
async function countNotes({ store }: Device): Promise<number> {
  const people = await store.listPeople();
  const pages = await Promise.all(people.map(({ person }) => store.readPerson(person.id)));
  return pages.flatMap((page) => page?.notes ?? []).length;
}

test('whatever three devices merge, take apart and write of three people, they end up the same, and every note is somebody’s', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 12 }), async (steps) => {
      const { devices, ids } = await openThree();
      let notes = 0;
      for (const [place, { device, what, one, other }] of steps.entries()) {
        const acting = devices[device] ?? devices[0];
        acting.clock.nowMs += 500 * (place + 1);
        if (what === 'exchange') await exchangeRows(...devices);
        else notes += await take(acting, what, ids[one] ?? '', ids[other] ?? '');
      }
      await settle(devices);
      const [known, ...others] = await Promise.all(devices.map(readRows));
      for (const rows of others) expect(rows).toEqual(known);
      expect(await devices[0].findUnfinished()).toBe('');
      expect(await countNotes(devices[0])).toBe(notes);
      for (const device of devices) device.db.close();
    }),
    { numRuns: 25 },
  );
});
