import { expect, test } from 'vitest';
import { addDays } from '../../../src/domain/due/calendar-date.ts';
import { nextTouchActions } from '../../../src/store/actions/next-touches.ts';
import { createAgenda } from '../../../src/store/agenda/create-agenda.ts';
import { dueQueries } from '../../../src/store/queries/due.ts';
import { countDueNow } from '../../../src/worker/count-due-now.ts';
import { capture, openStore } from '../store/open-store.ts';

const zones = ['Pacific/Kiritimati', 'Asia/Kathmandu', 'UTC', 'America/Detroit', 'Pacific/Niue'];

test('the worker counts whom Today counts, at every hour of two days', async () => {
  const { context, store, clock } = openStore();
  const { setNextTouch, setPersonZone } = nextTouchActions(context);
  for (const zone of zones) {
    for (const days of [-1, 0, 1, 2]) {
      const id = await store.savePerson(capture({ name: zone }), undefined);
      await setNextTouch(id, { on: addDays('2026-11-22', days), way: undefined }, 'UTC');
      await setPersonZone(id, zone);
    }
  }
  await createAgenda(context).refresh('UTC');
  const counts = new Set<number>();
  for (let hours = 0; hours < 48; hours += 1) {
    const due = await dueQueries(context).listDueNow(clock.nowMs, 0);
    expect(await countDueNow(context), `after ${hours} hours`).toBe(due.count);
    counts.add(due.count);
    clock.nowMs += 3_600_000;
  }
  expect(counts.size).toBeGreaterThan(5);
});
