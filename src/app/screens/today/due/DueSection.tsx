import { useId } from 'react';
import type { DueNow } from '../../../../store/queries/due.ts';
import { Chip, Chips } from '../../../ui/Chip.tsx';
import styles from './Due.module.css';
import { DueRow } from './DueRow.tsx';
import { SpreadLine } from './SpreadLine.tsx';

/** So many at first. With more overdue than that one has been away. */
export const dueAtOnce = 5;

interface DueSectionProps {
  readonly due: DueNow;
  readonly onMore: () => void;
}

/** Who is due to hear from the agent, the longest due first; nothing where nobody is. */
export function DueSection({ due: { shown, count, overdue }, onMore }: DueSectionProps) {
  const id = useId();
  if (shown.length === 0) return null;
  const more = count - shown.length;
  return (
    <section aria-labelledby={id}>
      <h2 id={id} className={styles.heading}>
        Due to hear from you
      </h2>
      {overdue.length > dueAtOnce ? <SpreadLine overdue={overdue} /> : null}
      <ul>
        {shown.map((one) => (
          <li key={one.person.id}>
            <DueRow due={one} />
          </li>
        ))}
      </ul>
      {more > 0 ? (
        <div className={styles.rest}>
          <Chips label="More who are due">
            <Chip look="suggestion" onClick={onMore}>
              and {more} more
            </Chip>
          </Chips>
        </div>
      ) : null}
    </section>
  );
}
