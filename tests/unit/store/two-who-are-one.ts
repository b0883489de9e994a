import { expect } from 'vitest';
import { detailActions } from '../../../src/store/actions/details.ts';
import { mergeActions } from '../../../src/store/actions/merge-people.ts';
import { nextTouchActions } from '../../../src/store/actions/next-touches.ts';
import { mergeQueries } from '../../../src/store/queries/merges.ts';
import { exchangeRows, readRows } from './exchange-rows.ts';
import { capture, type OpenStore, openStore } from './open-store.ts';

export const parts = ({ context }: OpenStore) => ({
  ...mergeActions(context),
  ...mergeQueries(context),
  ...detailActions(context),
  ...nextTouchActions(context),
});

/** Dana, met in spring, and Dana R., met today, who are one. */
export async function openWithTwo() {
  const open = openStore();
  open.clock.nowMs -= 86_400_000;
  const first = await open.store.savePerson(
    capture({
      name: 'Dana Ruiz',
      where: 'Street fair',
      company: 'Fourth Street Bakery',
      phone: { typed: '231 555 0142', e164: '+12315550142' },
    }),
    undefined,
  );
  await open.store.addNote(first, 'Met at the stall', undefined);
  await open.store.setLookedAt(first, true);
  open.clock.nowMs += 86_400_000;
  const second = await open.store.savePerson(
    capture({
      name: 'Dana R.',
      where: 'Chamber mixer',
      company: 'Ruiz Foods',
      phone: { typed: '(231) 555-0142', e164: '+12315550142' },
      email: 'dana@ruiz.example',
    }),
    undefined,
  );
  await open.store.addNote(second, 'Two kids', undefined);
  await parts(open).keepDetail(second, { kind: 'kids', text: 'Two kids' });
  await parts(open).markTouch(second, 'call', false);
  open.clock.nowMs += 60_000;
  return { ...open, ...parts(open), first, second };
}

/** Both devices know both; then each does something without knowing of the other. */
export async function openOnTwoDevices() {
  const phone = await openWithTwo();
  const laptop = openStore();
  laptop.clock.nowMs = phone.clock.nowMs;
  await exchangeRows(phone, laptop);
  return { phone, laptop: { ...laptop, ...parts(laptop) }, first: phone.first, second: phone.second };
}

export async function settle(...devices: (OpenStore & ReturnType<typeof parts>)[]) {
  for (let turn = 0; turn < 4; turn += 1) {
    await exchangeRows(...devices);
    for (const device of devices) {
      device.clock.nowMs += 1_000;
      if ((await device.findUnfinished()) !== '') await device.finishMerges();
    }
  }
  for (const device of devices) expect(await device.findUnfinished()).toBe('');
  const [one, ...others] = await Promise.all(devices.map(readRows));
  for (const other of others) expect(other).toEqual(one);
}
