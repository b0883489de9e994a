import { useLiveQuery } from 'dexie-react-hooks';
import { useEffect, useRef } from 'react';
import { addDays } from '../../../domain/due/calendar-date.ts';
import { nextTouchActions } from '../../../store/actions/next-touches.ts';
import { agendaQueries } from '../../../store/queries/agenda.ts';
import { Button } from '../../ui/Button.tsx';
import { deviceZone } from '../../ui/device-zone.ts';
import { nextInWords } from '../../ui/next/next-words.ts';
import { PersonRow } from '../../ui/PersonRow.tsx';
import { Screen } from '../../ui/Screen.tsx';
import { useApp } from '../../ui/use-app.ts';
import { useStatus } from '../../ui/use-status.ts';
import { endInWords, listNames } from './end-words.ts';
import styles from './Review.module.css';
import type { Deck } from './use-deck.ts';

/** Where everybody of the review is now, as far as the contact database has said so, and what tomorrow holds. */
export function ReviewEnd({ deck, onOver }: { readonly deck: Deck; readonly onOver: () => void }) {
  const { nowMs } = useApp();
  const status = useStatus();
  const heading = useRef<HTMLHeadingElement>(null);
  const isKnown = status !== undefined;
  useEffect(() => {
    if (isKnown) heading.current?.focus({ preventScroll: true });
  }, [isKnown]);
  const words = status && endInWords(deck.tags, status, nowMs());
  const left = deck.tags.filter(({ person, isDone }) => !isDone && deck.later.has(person.id));
  return (
    <Screen
      title="Review the day"
      action={
        <Button look="primary" onClick={onOver}>
          Back to Today
        </Button>
      }
    >
      {words === undefined ? null : (
        <section className={styles.end}>
          <h2 ref={heading} tabIndex={-1}>
            <i className={words.isSafe ? styles.dot : styles.ring} aria-hidden="true" />
            {words.title}
          </h2>
          <p role="status">{words.detail}</p>
          {left.length === 0 ? null : (
            <p>
              {listNames(left)} {left.length === 1 ? 'is' : 'are'} left for the next review.
            </p>
          )}
        </section>
      )}
      <Tomorrow />
    </Screen>
  );
}

function Tomorrow() {
  const { part } = useApp();
  const today = part(nextTouchActions).todayIn(deviceZone());
  const tomorrow = addDays(today, 1);
  const due = useLiveQuery(
    async () =>
      (await part(agendaQueries).listDue(tomorrow)).filter(({ entry: { dueOn } }) => dueOn === tomorrow),
    [part, tomorrow],
  );
  if (due === undefined) return null;
  return (
    <section className={styles.section} aria-labelledby="tomorrow">
      <h3 id="tomorrow">Tomorrow</h3>
      {due.length === 0 ? (
        <p>Nobody is due to hear from you.</p>
      ) : (
        <ul>
          {due.map(({ person, occasion, entry }) => (
            <li key={person.id}>
              <PersonRow
                person={person}
                occasion={occasion}
                detail={nextInWords({ on: tomorrow, way: entry.way || undefined }, today)}
              />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
