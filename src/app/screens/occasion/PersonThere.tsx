import { Link } from 'wouter';
import { daysLate } from '../../../domain/due/find-due.ts';
import { personLabel } from '../../../domain/person.ts';
import { memorableDetails } from '../../../domain/recall/ask-about.ts';
import type { TagColour } from '../../../domain/table-words.ts';
import type { MetThere } from '../../../store/queries/occasion-page.ts';
import { MiniTag } from '../../ui/MiniTag.tsx';
import { useApp } from '../../ui/use-app.ts';
import { dueWords } from './due-words.ts';
import styles from './OccasionScreen.module.css';

/** Somebody who was met there, and all that helps to go on from where the two of you left off. */
export function PersonThere({ person, notes, plan, colour }: MetThere & { readonly colour: TagColour }) {
  const { nowMs } = useApp();
  const label = personLabel(person);
  const details = memorableDetails(person);
  const { dueOn, way = '', zone = 'UTC' } = plan ?? {};
  const work = [person.title, person.company].filter(Boolean).join(', ');
  const [first] = notes;
  return (
    <Link href={`/people/${person.id}`} className={styles.person}>
      <MiniTag label={label} colour={colour} />
      <span className={styles.about}>
        <b>{label}</b>
        {work === '' ? null : <span className={styles.soft}>{work}</span>}
        {details.length === 0 ? null : (
          <span className={styles.details}>
            {details.map(({ id, text }) => (
              <span key={id}>{text}</span>
            ))}
          </span>
        )}
        {first === undefined ? null : <span className={styles.note}>{first.text}</span>}
        {details.length === 0 && first === undefined ? (
          <span className={styles.soft}>Nothing noted yet: something to ask.</span>
        ) : null}
        {dueOn === undefined ? null : (
          <span className={styles.due}>{dueWords(dueOn, way, daysLate(dueOn, zone, nowMs()), nowMs())}</span>
        )}
      </span>
    </Link>
  );
}
