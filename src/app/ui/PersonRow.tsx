import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { personLabel } from '../../domain/person.ts';
import type { PersonMet } from '../../store/queries/people.ts';
import { MiniTag } from './MiniTag.tsx';
import styles from './PersonRow.module.css';

interface PersonRowProps extends PersonMet {
  readonly detail: ReactNode;
  readonly isHere?: boolean;
  readonly aside?: ReactNode;
}

/** Somebody in a list: a small tag, the name, and one line about them. */
export function PersonRow({ person, occasion, detail, isHere = false, aside }: PersonRowProps) {
  const label = personLabel(person);
  return (
    <div className={isHere ? `${styles.row} ${styles.here}` : styles.row}>
      <Link href={`/people/${person.id}`} className={styles.link} aria-current={isHere ? 'page' : undefined}>
        <MiniTag label={label} colour={occasion?.colour} />
        <span className={styles.words}>
          <span className={styles.name}>{label}</span>
          <span className={styles.detail}>{detail}</span>
        </span>
      </Link>
      {aside}
    </div>
  );
}

/** Where somebody was met and what they do, in one line. */
export function aboutPerson({ person, occasion }: PersonMet): string {
  const contact = person.phones[0]?.typed ?? person.emails[0]?.typed ?? person.handles[0]?.typed;
  const known = [person.company, occasion?.name].filter(Boolean).join(', ');
  return known || (contact === personLabel(person) ? '' : contact) || 'Nothing else is known yet';
}
