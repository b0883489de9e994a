import { type ReactNode, useState } from 'react';
import { addDays, type CalendarDate } from '../../../../domain/due/calendar-date.ts';
import { personFirstName } from '../../../../domain/person.ts';
import { nextTouchActions } from '../../../../store/actions/next-touches.ts';
import type { DuePerson } from '../../../../store/queries/due.ts';
import { Chip, Chips } from '../../../ui/Chip.tsx';
import { deviceZone } from '../../../ui/device-zone.ts';
import { MarkTouch } from '../../../ui/next/MarkTouch.tsx';
import { dateInWords } from '../../../ui/next/next-words.ts';
import { PickDay } from '../../../ui/next/PickDay.tsx';
import { useApp } from '../../../ui/use-app.ts';
import { useAttempt } from '../../../ui/use-attempt.ts';
import styles from './Due.module.css';

interface DueMoreProps {
  readonly due: DuePerson;
  readonly onDone: () => void;
  /** The ways that are not on the row, each a tap. */
  readonly children: readonly ReactNode[];
}

/** What else can be done about somebody who is due: another way, or to say that they heard, or when they will. */
export function DueMore({ due, onDone, children }: DueMoreProps) {
  const app = useApp();
  const attempt = useAttempt();
  const [isPicking, setIsPicking] = useState(false);
  const { person, entry } = due;
  const actions = app.part(nextTouchActions);
  const today = actions.todayIn(entry.zone);
  const putOff = async (on: CalendarDate) => {
    const undo = await actions.putOff(
      [{ personId: person.id, on, way: entry.way || undefined }],
      deviceZone(),
    );
    onDone();
    app.toast.set({
      words: `${personFirstName(person)}: ${dateInWords(on, today)}.`,
      undo: () => attempt(undo),
    });
  };
  const later = (on: CalendarDate) => attempt(() => putOff(on));
  return (
    <div className={styles.panel}>
      {children.length === 0 ? null : (
        <>
          <p>Another way</p>
          <div className={styles.ways}>{children}</div>
        </>
      )}
      <p>In touch already?</p>
      <MarkTouch person={person} onMarked={onDone} />
      <p>Later</p>
      <Chips label="Later">
        <Chip look="choice" onClick={() => later(addDays(today, 1))}>
          Tomorrow
        </Chip>
        <Chip look="choice" onClick={() => later(addDays(today, 7))}>
          In a week
        </Chip>
        {isPicking ? (
          <PickDay today={today} onPick={later} />
        ) : (
          <Chip look="choice" onClick={() => setIsPicking(true)}>
            Pick a day
          </Chip>
        )}
      </Chips>
    </div>
  );
}
