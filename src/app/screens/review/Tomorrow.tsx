import { useLiveQuery } from 'dexie-react-hooks';
import { addDays } from '../../../domain/due/calendar-date.ts';
import { nextTouchActions } from '../../../store/actions/next-touches.ts';
import { agendaQueries } from '../../../store/queries/agenda.ts';
import { deviceZone } from '../../ui/device-zone.ts';
import { dueInWords } from '../../ui/next/next-words.ts';
import { OccasionsSoon } from '../../ui/occasion/OccasionsSoon.tsx';
import { PersonRow } from '../../ui/PersonRow.tsx';
import { useApp } from '../../ui/use-app.ts';
import styles from './Review.module.css';

const shownAtMost = 5;

/** What tomorrow holds: what is on again, and who is due by then, each by the day it is where they live. */
export function Tomorrow() {
  const { part } = useApp();
  const { todayIn } = part(nextTouchActions);
  const today = todayIn(deviceZone());
  const due = useLiveQuery(async () => {
    // Nowhere is it a later day than there.
    const planned = await part(agendaQueries).listDue(addDays(todayIn('Etc/GMT-14'), 1));
    return planned.flatMap(({ entry, ...met }) => {
      const there = todayIn(entry.zone);
      const on = entry.dueOn ?? there;
      const words = dueInWords({ on, way: entry.way || undefined }, there);
      return on <= addDays(there, 1) ? [{ ...met, words }] : [];
    });
  }, [part, todayIn, today]);
  if (due === undefined) return null;
  const more = due.length - shownAtMost;
  return (
    <section className={styles.section} aria-labelledby="tomorrow">
      <h3 id="tomorrow">Tomorrow</h3>
      <OccasionsSoon isTomorrowAlone />
      {due.length === 0 ? (
        <p>Nobody is due to hear from you.</p>
      ) : (
        <>
          <p>Due to hear from you:</p>
          <ul>
            {due.slice(0, shownAtMost).map(({ person, occasion, words }) => (
              <li key={person.id}>
                <PersonRow person={person} occasion={occasion} detail={words} />
              </li>
            ))}
          </ul>
        </>
      )}
      {more > 0 ? <p>and {more} more</p> : null}
    </section>
  );
}
