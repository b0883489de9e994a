import { useState } from 'react';
import { Link } from 'wouter';
import { personFirstName, personLabel } from '../../../../domain/person.ts';
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
import { type ReachAction, reachAction } from './reach-action.ts';

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
  return (
    <div className={styles.due}>
      <div className={styles.row}>
        <Link href={`/people/${person.id}`} className={styles.link}>
          <MiniTag label={label} colour={occasion?.colour} />
          <span className={styles.words}>
            <span className={styles.name}>{label}</span>
            <span className={late > 0 && !isAsked ? styles.late : styles.when}>
              {isAsked ? touchWords(asked).question : [words, there].filter(Boolean).join(' · ')}
            </span>
            {why === '' ? null : <span className={styles.when}>{why}</span>}
          </span>
        </Link>
        {isAsked ? (
          <Asked due={due} />
        ) : (
          <span className={styles.asides}>
            <Reach due={due} action={reachAction(person, way)} onLeave={away.leave} />
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
      {isOpen && !isAsked ? <DueMore due={due} onDone={() => setIsOpen(false)} /> : null}
    </div>
  );
}

interface ReachProps {
  readonly due: DuePerson;
  readonly action: ReachAction | undefined;
  readonly onLeave: () => void;
}

function Reach({ due: { person }, action, onLeave }: ReachProps) {
  const { part } = useApp();
  const attempt = useAttempt();
  if (action === undefined) return null;
  const { way, words, href, isIt } = action;
  const tap = () => {
    if (!isIt) return;
    onLeave();
    attempt(() => part(touchActions).tapTouch({ personId: person.id, way, about: '' }, 'asked'));
  };
  return (
    <a className={styles.doing} href={href} onClick={tap}>
      {words}
      <span className="visually-hidden"> {personFirstName(person)}</span>
    </a>
  );
}

/** A page cannot know whether a call was answered: it asks. Not yet leaves everything as it was before the tap. */
function Asked({ due: { person, asked } }: { readonly due: DuePerson }) {
  const app = useApp();
  const attempt = useAttempt();
  if (asked === undefined) return null;
  const touches = app.part(touchActions);
  const answerTouch = async (said: 'done' | 'not-yet') => {
    if (said === 'not-yet') return touches.dismissTouch(asked.id);
    await touches.answerTouch(asked.id, 'done');
    await tellTouched(app, person, () => attempt(() => touches.dismissTouch(asked.id)));
  };
  return <Answers touch={asked} answerTouch={answerTouch} />;
}
