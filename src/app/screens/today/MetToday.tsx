import { useId } from 'react';
import { Link } from 'wouter';
import { personLabel } from '../../../domain/person.ts';
import type { PersonMet } from '../../../store/queries/people.ts';
import { recordingQueries } from '../../../store/queries/recordings.ts';
import { Icon } from '../../ui/Icon.tsx';
import { createKeptQuery, useKeptQuery } from '../../ui/kept-query.ts';
import { aboutPerson, PersonRow } from '../../ui/PersonRow.tsx';
import { useApp } from '../../ui/use-app.ts';
import { useAttempt } from '../../ui/use-attempt.ts';
import styles from './TodayScreen.module.css';

interface MetProps {
  readonly met: readonly PersonMet[];
}

/** Each of them, looked at or not yet; nothing where there is nobody. */
export function MetToday({ met }: MetProps) {
  const id = useId();
  const silent = useSilent(met);
  if (met.length === 0) return null;
  return (
    <section aria-labelledby={id}>
      <h2 id={id} className={styles.heading}>
        Met today
      </h2>
      <ul>
        {met.map((one) => (
          <li key={one.person.id}>
            <PersonRow
              {...one}
              detail={aboutPerson(one)}
              aside={<Asides met={one} needsWords={silent.has(one.person.id)} />}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}

export const withoutNotes = createKeptQuery(({ part }, ids: string) =>
  part(recordingQueries).listWithoutNotes(ids.split(' ')),
);
const noIds: ReadonlySet<string> = new Set();

/** Of those, the people about whom nothing was noted: they need a few words. */
function useSilent(met: readonly PersonMet[]): ReadonlySet<string> {
  return useKeptQuery(withoutNotes, met.map(({ person }) => person.id).join(' ')) ?? noIds;
}

function Asides({ met, needsWords }: { readonly met: PersonMet; readonly needsWords: boolean }) {
  const label = personLabel(met.person);
  return (
    <span className={styles.asides}>
      {needsWords ? (
        <Link
          href={`/voice/${met.person.id}`}
          className={styles.say}
          aria-label={`Say a few words about ${label}`}
        >
          <Icon name="mic" size={20} />
        </Link>
      ) : null}
      <LookedAt met={met} />
    </span>
  );
}

function LookedAt({ met: { person } }: { readonly met: PersonMet }) {
  const { store } = useApp();
  const attempt = useAttempt();
  const isLookedAt = person.lookedAt !== null;
  return (
    <button
      type="button"
      className={isLookedAt ? styles.looked : styles.notYet}
      aria-pressed={isLookedAt}
      aria-label={`Looked at ${personLabel(person)}`}
      onClick={() => attempt(() => store.setLookedAt(person.id, !isLookedAt))}
    >
      {isLookedAt ? <Icon name="check" size={18} /> : null}
      {isLookedAt ? 'Looked at' : 'Not yet'}
    </button>
  );
}
