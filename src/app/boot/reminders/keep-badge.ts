import { nextTouchActions } from '../../../store/actions/next-touches.ts';
import { createAgenda } from '../../../store/agenda/create-agenda.ts';
import { agendaQueries } from '../../../store/queries/agenda.ts';
import type { App } from '../../ports/app.ts';
import { deviceZone } from '../../ui/device-zone.ts';

/** As much of it as is used: not every browser has it (W3C Badging API). */
type Badged = Partial<Pick<Navigator, 'setAppBadge' | 'clearAppBadge'>>;

/**
 * Keeps the number on the app's icon for as long as the app is open: who is to be looked at, and who is due today.
 * Where icons have no number, nothing is worked out for it.
 */
export function keepBadge(app: App, icon: Badged = navigator): void {
  if (icon.setAppBadge === undefined) return;
  const agenda = app.part(agendaQueries);
  const { todayIn } = app.part(nextTouchActions);
  const { refresh } = app.part(createAgenda);
  const show = ({ stale, count }: { readonly stale: number; readonly count: number }) => {
    if (stale > 0) void refresh(deviceZone()).catch(() => undefined);
    else void (count > 0 ? icon.setAppBadge?.(count) : icon.clearAppBadge?.())?.catch(() => undefined);
  };
  const watch = () => {
    const until = todayIn(deviceZone());
    const read = async () => {
      const [stale, unreviewed, due] = await Promise.all([
        agenda.countStale(),
        agenda.countUnreviewed(),
        agenda.countDue(until),
      ]);
      return { stale, count: unreviewed + due };
    };
    return app.store.watch(read).subscribe(show);
  };
  let watching = watch();
  app.today.subscribe(() => {
    watching.unsubscribe();
    watching = watch();
  });
}
