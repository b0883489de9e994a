import { useId, useState } from 'react';
import { daysBetween } from '../../../../domain/due/calendar-date.ts';
import type { Person } from '../../../../domain/person.ts';
import { Chip, Chips } from '../../../ui/Chip.tsx';
import { AddToCalendar } from '../../../ui/next/AddToCalendar.tsx';
import { heardToCome } from '../../../ui/next/heard-to-come.ts';
import { MarkTouch } from '../../../ui/next/MarkTouch.tsx';
import { NextTouchPicker } from '../../../ui/next/NextTouchPicker.tsx';
import { nextInWords, planInWords, rhythmInWords } from '../../../ui/next/next-words.ts';
import { type KnownPlan, useNextTouch } from '../../../ui/next/use-next-touch.ts';
import { capitalise } from '../../../ui/status-words.ts';
import styles from './NextTouchCard.module.css';
import { PersonZone } from './PersonZone.tsx';
import { TouchHistory } from './TouchHistory.tsx';

type Part = 'plan' | 'touch' | 'zone';

/** When somebody is to hear from you next, that they did, and when they last did. */
export function NextTouchCard({ person }: { readonly person: Person }) {
  const [open, setOpen] = useState<Part>();
  const id = useId();
  const known = useNextTouch(person);
  if (known === undefined) return <div className={styles.coming} />;
  const { plan, today, heard, save } = known;
  const toggle = (part: Part) => setOpen(open === part ? undefined : part);
  const isToCome = plan.next !== undefined && daysBetween(today, plan.next.on) > 0;
  return (
    <section className={styles.card} aria-labelledby={id}>
      <Heading id={id} known={known} />
      <Choices person={person} known={known} open={open} onToggle={toggle} />
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
      <PersonZone
        person={person}
        known={known}
        isOpen={open === 'zone'}
        onToggle={() => toggle('zone')}
        onDone={() => setOpen(undefined)}
      />
      <TouchHistory person={person} />
    </section>
  );
}

/** "Call on Tue 1 Dec", "then every 6 weeks". */
function Heading({ id, known: { plan, due, today } }: { readonly id: string; readonly known: KnownPlan }) {
  const rhythm = plan.rhythm && rhythmInWords(plan.rhythm);
  const words = due === undefined ? 'No next touch yet' : planInWords(due, today);
  return (
    <div className={styles.plan}>
      <h2 id={id}>{words}</h2>
      {rhythm === undefined ? null : <p>{plan.next === undefined ? capitalise(rhythm) : `then ${rhythm}`}</p>}
    </div>
  );
}

interface ChoicesProps {
  readonly person: Person;
  readonly known: KnownPlan;
  readonly open: Part | undefined;
  readonly onToggle: (part: Part) => void;
}

/** What can be done here; a day that was heard is a tap while nothing is planned. */
function Choices({ person, known, open, onToggle }: ChoicesProps) {
  const { plan, due, today, heard, save } = known;
  const offered = due === undefined && open !== 'plan' ? heardToCome(heard, today) : [];
  return (
    <div className={styles.choices}>
      <Chips label="Next touch">
        {offered.map((touch) => (
          <Chip
            key={`${touch.on} ${touch.way}`}
            look="suggestion"
            onClick={() => save({ ...plan, next: touch })}
          >
            {nextInWords(touch, today)}
          </Chip>
        ))}
        {(['plan', 'touch'] as const).map((part) => (
          <Chip
            key={part}
            look={open === part ? 'chosen' : 'choice'}
            aria-expanded={open === part}
            onClick={() => onToggle(part)}
          >
            {part === 'touch' ? 'In touch' : due === undefined ? 'Plan it' : 'Change it'}
          </Chip>
        ))}
        {due === undefined || due.on < today ? null : (
          <AddToCalendar key={due.on} person={person} due={due} />
        )}
      </Chips>
    </div>
  );
}
