import { expect, test, vi } from 'vitest';
import { keepBadge } from '../../../src/app/boot/reminders/keep-badge.ts';
import { nextTouchActions } from '../../../src/store/actions/next-touches.ts';
import { capture } from '../store/open-store.ts';
import { fakeApp } from './fake-app.tsx';

/** It is 22 November, 13:42 in New York, and 8:42 on the 23rd in Kiritimati. */
async function appWithDue() {
  const timers: { readonly run: () => void; readonly ms: number }[] = [];
  const app = fakeApp({
    timer(run, ms) {
      timers.push({ run, ms });
      return () => undefined;
    },
  });
  const plan = async (name: string, on: string, zone: string) => {
    const id = await app.store.savePerson(capture({ name }), undefined);
    await app.store.setLookedAt(id, true);
    await app.part(nextTouchActions).setNextTouch(id, { on, way: 'call' }, 'America/New_York');
    await app.part(nextTouchActions).setPersonZone(id, zone);
  };
  const shown: number[] = [];
  const icon = {
    setAppBadge: async (count?: number) => void shown.push(count ?? 0),
    clearAppBadge: async () => void shown.push(0),
  };
  return { app, plan, icon, shown, timers };
}

test('the number on the icon counts who is due where they live', async () => {
  const { app, plan, icon, shown, timers } = await appWithDue();
  await plan('Here', '2026-11-22', 'America/New_York');
  await plan('Where it is tomorrow', '2026-11-23', 'Pacific/Kiritimati');
  await plan('Where it is today all day', '2026-11-23', 'Pacific/Honolulu');
  await plan('Where tomorrow comes soon', '2026-11-23', 'Asia/Kathmandu');
  keepBadge(app, icon);
  // In Kathmandu it is 0:27 on the 23rd.
  await vi.waitFor(() => expect(shown.at(-1)).toBe(3));
  expect(timers).toHaveLength(1);
});

test('a day that begins elsewhere while the app is open is counted when it begins', async () => {
  const { app, plan, icon, shown, timers } = await appWithDue();
  await plan('Here', '2026-11-22', 'America/New_York');
  // It is 23:42 there: UTC+5.
  await plan('Karachi', '2026-11-23', 'Asia/Karachi');
  keepBadge(app, icon);
  await vi.waitFor(() => expect(shown.at(-1)).toBe(1));
  for (let quarters = 0; quarters < 2; quarters += 1) {
    const next = timers.shift();
    app.open.clock.nowMs += next?.ms ?? 0;
    next?.run();
  }
  await vi.waitFor(() => expect(shown.at(-1)).toBe(2));
});
