import { expect, test, vi } from 'vitest';
import { nextTouchActions } from '../../../src/store/actions/next-touches.ts';
import { createAgenda } from '../../../src/store/agenda/create-agenda.ts';
import { agendaQueries } from '../../../src/store/queries/agenda.ts';
import { capture, openStore } from './open-store.ts';

test('what is said while the agenda is being worked out is worked out by whoever asks during it', async () => {
  const { store, context, db } = openStore();
  const { refresh } = createAgenda(context);
  const { countStale, readPlan } = agendaQueries(context);
  const zone = 'America/Detroit';
  const id = await store.savePerson(capture(), undefined);
  await refresh(zone);
  let goOn: () => void = () => undefined;
  const written = new Promise<void>((resolve) => {
    goOn = resolve;
  });
  // It has seen that nobody is marked, and has not ended yet.
  const marks = db.stale.toCollection();
  const readMarks = marks.primaryKeys.bind(marks);
  vi.spyOn(marks, 'primaryKeys').mockImplementation(() => readMarks((seen) => written.then(() => seen)));
  vi.spyOn(db.stale, 'toCollection').mockReturnValueOnce(marks);
  const first = refresh(zone);
  await nextTouchActions(context).setNextTouch(id, { on: '2026-12-01', way: 'coffee' }, zone);
  const second = refresh(zone);
  goOn();
  await Promise.all([first, second]);
  expect(await countStale()).toBe(0);
  expect(await readPlan(id)).toMatchObject({ dueOn: '2026-12-01', way: 'coffee' });
});
