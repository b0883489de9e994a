import { spreadDays } from '../../../../domain/due/spread-days.ts';
import { nextTouchActions } from '../../../../store/actions/next-touches.ts';
import type { DueNow } from '../../../../store/queries/due.ts';
import { Chip } from '../../../ui/Chip.tsx';
import { deviceZone } from '../../../ui/device-zone.ts';
import { useApp } from '../../../ui/use-app.ts';
import { useAttempt } from '../../../ui/use-attempt.ts';
import styles from './Due.module.css';

const weekDays = 7;

/** After a holiday: nobody has to be caught up with on one day. */
export function SpreadLine({ overdue }: { readonly overdue: DueNow['overdue'] }) {
  const app = useApp();
  const attempt = useAttempt();
  const actions = app.part(nextTouchActions);
  const spread = async () => {
    const days = overdue.map(({ id, zone, way }, place) => ({
      personId: id,
      // The first day is today where that person lives.
      on: spreadDays(overdue.length, actions.todayIn(zone), weekDays)[place] ?? actions.todayIn(zone),
      way: way || undefined,
    }));
    const undo = await actions.putOff(days, deviceZone());
    app.toast.set({ words: `${overdue.length} people, over the week.`, undo: () => attempt(undo) });
  };
  return (
    <div className={styles.spread}>
      <p>No need to do all {overdue.length} today.</p>
      <Chip look="choice" onClick={() => attempt(spread)}>
        Spread these over the week
      </Chip>
    </div>
  );
}
