import { useLiveQuery } from 'dexie-react-hooks';
import { Link } from 'wouter';
import { type Person, personLabel } from '../../../domain/person.ts';
import { knownPersonActions } from '../../../store/actions/known-person.ts';
import { knownPeopleQueries } from '../../../store/queries/known-people.ts';
import { Button } from '../../ui/Button.tsx';
import { useApp } from '../../ui/use-app.ts';
import { useAttempt } from '../../ui/use-attempt.ts';
import styles from './Household.module.css';

/** Who lives under one roof with somebody, as the agent said. */
export function Household({ person }: { readonly person: Person }) {
  const app = useApp();
  const attempt = useAttempt();
  const { id, household } = person;
  const others =
    useLiveQuery(() => app.part(knownPeopleQueries).listHousehold(id, household), [app, id, household]) ?? [];
  if (others.length === 0) return null;
  return (
    <section className={styles.household} aria-label="Same household">
      <p>
        Same household:{' '}
        {others.map((other, place) => (
          <span key={other.id}>
            {place === 0 ? '' : ', '}
            <Link href={`/people/${other.id}`}>{personLabel(other)}</Link>
          </span>
        ))}
      </p>
      <Button look="quiet" onClick={() => attempt(() => app.part(knownPersonActions).leaveHousehold(id))}>
        Not any more
      </Button>
    </section>
  );
}
