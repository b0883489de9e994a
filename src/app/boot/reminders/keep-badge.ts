import { createAgenda } from '../../../store/agenda/create-agenda.ts';
import { agendaQueries } from '../../../store/queries/agenda.ts';
import { dueQueries } from '../../../store/queries/due.ts';
import type { App } from '../../ports/app.ts';
import { deviceZone } from '../../ui/device-zone.ts';

/** As much of it as is used: not every browser has it (W3C Badging API). */
type Badged = Partial<Pick<Navigator, 'setAppBadge' | 'clearAppBadge'>>;

/**
 * Keeps the number on the app's icon for as long as the app is open: who is to be looked at, and who is due
 * by the day it is where they live, as on Today.
 * Where icons have no number, nothing is worked out for it.
 */
export function keepBadge(app: App, icon: Badged = navigator): void {
  if (icon.setAppBadge === undefined) return;
  const agenda = app.part(agendaQueries);
  const { listDueNow } = app.part(dueQueries);
  const { refresh } = app.part(createAgenda);
  const show = ({ stale, count }: { readonly stale: number; readonly count: number }) => {
    if (stale > 0) void refresh(deviceZone()).catch(() => undefined);
    else void (count > 0 ? icon.setAppBadge?.(count) : icon.clearAppBadge?.())?.catch(() => undefined);
  };
  const read = async () => {
    const [stale, unreviewed, due] = await Promise.all([
      agenda.countStale(),
      agenda.countUnreviewed(),
      listDueNow(app.nowMs(), 0),
    ]);
    return { stale, count: unreviewed + due.count };
  };
  let watching = app.store.watch(read).subscribe(show);
  const watchAnew = () => {
    watching.unsubscribe();
    watching = app.store.watch(read).subscribe(show);
  };
  app.today.subscribe(watchAnew);
  // Somewhere a day may begin with every quarter of an hour.
  const wait = () => {
    const look = () => {
      watchAnew();
      wait();
    };
    app.timer(look, quarterMs - (app.nowMs() % quarterMs) + lateMs);
  };
  wait();
}

const quarterMs = 900_000;
/** A timer may be early. */
const lateMs = 100;
