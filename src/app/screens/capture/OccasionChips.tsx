import { useEffect, useId, useRef, useState } from 'react';
import { searchableText } from '../../../domain/text.ts';
import { readUntil } from '../../../exchange/read-until.ts';
import type { RecentOccasion } from '../../../store/queries/occasions.ts';
import { Chip, Chips } from '../../ui/Chip.tsx';
import { timeInWords } from '../../ui/time-words.ts';
import { useApp } from '../../ui/use-app.ts';
import styles from './OccasionChips.module.css';

interface OccasionChipsProps {
  readonly occasions: readonly RecentOccasion[];
  readonly chosen: string;
  /** ISO 8601, UTC; empty where nobody said. */
  readonly until: string;
  readonly onChoose: (name: string) => void;
  readonly onUntil: (name: string, until: string) => void;
}

const offered = 2;

/** When it ends, and the last occasions, offered again. Dashed means not yet: a tap makes it so. */
export function OccasionChips({ occasions, chosen, until, onChoose, onUntil }: OccasionChipsProps) {
  const others = occasions.filter(({ name }) => searchableText(name) !== searchableText(chosen.trim()));
  if (others.length === 0 && chosen.trim() === '') return null;
  return (
    <Chips label="Where you met before">
      {chosen.trim() === '' ? null : <UntilChip where={chosen} until={until} onUntil={onUntil} />}
      {others.slice(0, offered).map(({ id, name, colour }) => (
        <Chip key={id} look="suggestion" tag={colour} onClick={() => onChoose(name)}>
          {name}
        </Chip>
      ))}
    </Chips>
  );
}

interface UntilChipProps {
  readonly where: string;
  readonly until: string;
  readonly onUntil: OccasionChipsProps['onUntil'];
}

/** Everybody met until then is met there. */
function UntilChip({ where, until, onUntil }: UntilChipProps) {
  const { nowMs } = useApp();
  const [isAsking, setIsAsking] = useState(false);
  const typed = readUntil(where, new Date(nowMs()));
  if (until !== '') {
    return (
      <Chip
        look="chosen"
        onClick={() => onUntil(where, '')}
        aria-label={`Until ${timeInWords(until)}: take it away`}
      >
        Until {timeInWords(until)} <span aria-hidden="true">×</span>
      </Chip>
    );
  }
  if (typed !== undefined) {
    const iso = typed.until.toISOString();
    return (
      <Chip look="suggestion" onClick={() => onUntil(typed.name, iso)}>
        Until {timeInWords(iso)}
      </Chip>
    );
  }
  if (!isAsking) {
    return (
      <Chip look="suggestion" onClick={() => setIsAsking(true)}>
        Until…
      </Chip>
    );
  }
  const choose = (time: string) => {
    setIsAsking(false);
    if (time !== '') onUntil(where, nextAt(time, nowMs()).toISOString());
  };
  return <TimeField onChoose={choose} />;
}

/** Chosen when it is left: a time that is being typed is no time yet. */
function TimeField({ onChoose }: { readonly onChoose: (time: string) => void }) {
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => input.current?.focus(), []);
  return (
    <span className={styles.until}>
      <label htmlFor={id}>Until</label>
      <input
        ref={input}
        id={id}
        type="time"
        onBlur={(event) => onChoose(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter') return;
          event.preventDefault();
          event.currentTarget.blur();
        }}
      />
    </span>
  );
}

/** The next moment at which the device's clock shows `time`, "21:00". */
function nextAt(time: string, nowMs: number): Date {
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  const moment = new Date(nowMs);
  moment.setHours(hour, minute, 0, 0);
  if (moment.getTime() <= nowMs) moment.setDate(moment.getDate() + 1);
  return moment;
}
