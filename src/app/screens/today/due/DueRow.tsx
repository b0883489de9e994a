import { useState } from 'react';
import { Link } from 'wouter';
import { personLabel } from '../../../../domain/person.ts';
import { nextTouchActions } from '../../../../store/actions/next-touches.ts';
import { touchActions } from '../../../../store/actions/touches.ts';
import type { DuePerson } from '../../../../store/queries/due.ts';
import { deviceZone } from '../../../ui/device-zone.ts';
import { Answers } from '../../../ui/hello/AskedRow.tsx';
import { touchWords } from '../../../ui/hello/touch-words.ts';
import { useAway } from '../../../ui/hello/use-away.ts';
import { MiniTag } from '../../../ui/MiniTag.tsx';
import { timeThere } from '../../../ui/next/local-time.ts';
import { dueInWords } from '../../../ui/next/next-words.ts';
import { tellTouched } from '../../../ui/next/tell-touched.ts';
import { useApp } from '../../../ui/use-app.ts';
import { useAttempt } from '../../../ui/use-attempt.ts';
import styles from './Due.module.css';
import { DueMore } from './DueMore.tsx';
import { Reach } from './Reach.tsx';
import { reachActions } from './reach-actions.ts';

/** Somebody who is due: who, since when, why you like each other, and the tap that does it. */
export function DueRow({ due }: { readonly due: DuePerson }) {
  const app = useApp();
  const away = useAway();
  const [isOpen, setIsOpen] = useState(false);
  const { person, occasion, entry, late, why, asked } = due;
  const label = personLabel(person);
  const way = entry.way || undefined;
  const today = app.part(nextTouchActions).todayIn(entry.zone);
  const words = dueInWords({ on: entry.dueOn ?? today, way }, today);
  const there = timeThere(entry.zone, deviceZone(), app.nowMs());
  const isAsked = asked !== undefined && !away.isAway;
  const [made, setMade] = useState<string>();
  const [first, ...others] = reachActions(person, way).map((action) => (
    <Reach key={action.way} person={person} action={action} onLeave={away.leave} onMade={setMade} />
  ));
  return (
    <div className={styles.due}>
      <div className={styles.row}>
        <Link href={`/people/${person.id}`} className={styles.link}>
          <MiniTag label={label} colour={occasion?.colour} />
          <span className={styles.words}>
            <span className={styles.name}>{label}</span>
            <span className={late > 0 && !isAsked ? styles.late : styles.when}>
              {isAsked ? touchWords(asked).question : words}{' '}
              {isAsked || there === undefined ? null : <span className={styles.there}>{there}</span>}
            </span>
            {why === '' ? null : <span className={styles.why}>{why}</span>}
          </span>
        </Link>
        {isAsked ? (
          <Asked due={due} isMadeHere={asked.id === made} />
        ) : (
          <span className={styles.asides}>
            {first}
            <button
              type="button"
              className={styles.more}
              aria-expanded={isOpen}
              aria-label={`In touch with ${label}, or later`}
              onClick={() => setIsOpen(!isOpen)}
            >
              <span aria-hidden="true">⋯</span>
            </button>
          </span>
        )}
      </div>
      {isOpen && !isAsked ? (
        <DueMore due={due} onDone={() => setIsOpen(false)}>
          {others}
        </DueMore>
      ) : null}
    </div>
  );
}

interface AskedProps {
  readonly due: DuePerson;
  /** A tap on this row made it. Otherwise it waited already, and waits on where it was not done. */
  readonly isMadeHere: boolean;
}

/** A page cannot know whether a call was answered: it asks. Not yet leaves everything as it was before the tap. */
function Asked({ due: { person, asked }, isMadeHere }: AskedProps) {
  const app = useApp();
  const attempt = useAttempt();
  if (asked === undefined) return null;
  const touches = app.part(touchActions);
  const takeBack = () =>
    isMadeHere ? touches.dismissTouch(asked.id) : touches.answerTouch(asked.id, 'not-yet');
  const answerTouch = async (said: 'done' | 'not-yet') => {
    if (said === 'not-yet') return takeBack();
    await touches.answerTouch(asked.id, 'done');
    await tellTouched(app, person, () => attempt(takeBack));
  };
  return <Answers touch={asked} answerTouch={answerTouch} />;
}
