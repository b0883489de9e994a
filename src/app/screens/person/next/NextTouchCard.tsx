import { useId, useState } from 'react';
import { daysBetween } from '../../../../domain/due/calendar-date.ts';
import type { Person } from '../../../../domain/person.ts';
import { Chip, Chips } from '../../../ui/Chip.tsx';
import { MarkTouch } from '../../../ui/next/MarkTouch.tsx';
import { NextTouchPicker } from '../../../ui/next/NextTouchPicker.tsx';
import { dueInWords, planInWords, rhythmInWords } from '../../../ui/next/next-words.ts';
import { type KnownPlan, useNextTouch } from '../../../ui/next/use-next-touch.ts';
import { capitalise } from '../../../ui/status-words.ts';
import styles from './NextTouchCard.module.css';
import { PersonZone } from './PersonZone.tsx';
import { TouchHistory } from './TouchHistory.tsx';

/** When somebody is to hear from you next, that they did, and when they last did. */
export function NextTouchCard({ person }: { readonly person: Person }) {
  const [open, setOpen] = useState<'plan' | 'touch' | 'zone'>();
  const id = useId();
  const known = useNextTouch(person);
  if (known === undefined) return <div className={styles.coming} />;
  const { plan, today, heard, save } = known;
  const toggle = (part: typeof open) => setOpen(open === part ? undefined : part);
  const isToCome = plan.next !== undefined && daysBetween(today, plan.next.on) > 0;
  return (
    <section className={styles.card} aria-labelledby={id}>
      <div className={styles.plan}>
        <h2 id={id} className={isLate(known) ? styles.late : undefined}>
          {headingOf(known)}
        </h2>
        {plan.rhythm === undefined ? null : (
          <p>
            {plan.next === undefined
              ? capitalise(rhythmInWords(plan.rhythm))
              : `then ${rhythmInWords(plan.rhythm)}`}
          </p>
        )}
      </div>
      <div className={styles.choices}>
        <Chips label="Next touch">
          <Chip
            look={open === 'plan' ? 'chosen' : 'choice'}
            aria-expanded={open === 'plan'}
            onClick={() => toggle('plan')}
          >
            {known.due === undefined ? 'Plan the next touch' : 'Change it'}
          </Chip>
          <Chip
            look={open === 'touch' ? 'chosen' : 'choice'}
            aria-expanded={open === 'touch'}
            onClick={() => toggle('touch')}
          >
            In touch
          </Chip>
        </Chips>
      </div>
      {open === 'plan' ? (
        <div className={styles.panel}>
          <NextTouchPicker plan={plan} today={today} heard={heard} onChange={save} />
        </div>
      ) : null}
      {open === 'touch' ? (
        <div className={styles.panel}>
          <MarkTouch
            person={person}
            agreed={isToCome && plan.next !== undefined ? planInWords(plan.next, today) : undefined}
            onMarked={() => setOpen(undefined)}
          />
        </div>
      ) : null}
      <PersonZone person={person} known={known} isOpen={open === 'zone'} onToggle={() => toggle('zone')} />
      <TouchHistory person={person} />
    </section>
  );
}

function isLate({ due, today }: KnownPlan): boolean {
  return due !== undefined && due.on < today;
}

/** "Call on Tue 1 Dec", "Call, 2 days late", "No next touch yet". */
function headingOf({ due, today }: KnownPlan): string {
  if (due === undefined) return 'No next touch yet';
  return due.on < today ? dueInWords(due, today) : planInWords(due, today);
}
