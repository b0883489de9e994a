import { Link } from 'wouter';
import { personLabel } from '../../../domain/person.ts';
import { agendaQueries } from '../../../store/queries/agenda.ts';
import { recordingQueries } from '../../../store/queries/recordings.ts';
import { createKeptQuery, useKeptQuery } from '../../ui/kept-query.ts';
import { MiniTag } from '../../ui/MiniTag.tsx';
import { useFreshAgenda } from '../../ui/use-fresh-agenda.ts';
import { usePeopleMetToday } from '../../ui/use-people-met-today.ts';
import { cardInWords } from './card-words.ts';
import styles from './ReviewCard.module.css';

const tagsShown = 5;

/** Whom nobody has looked at, and of how many nothing was noted. */
export const unreviewed = createKeptQuery(async ({ part }) => {
  const people = await part(agendaQueries).listUnreviewed();
  const silent = await part(recordingQueries).listWithoutNotes(people.map(({ person }) => person.id));
  return { people, silent: silent.size };
});

/** Who was met today, and the way to look at them while one remembers. Nothing until the device has answered. */
export function ReviewCard() {
  const met = usePeopleMetToday();
  const isStale = useFreshAgenda();
  const open = useKeptQuery(unreviewed);
  if (met === undefined || open === undefined) return null;
  const ids = new Set(met.map(({ person }) => person.id));
  const before = open.people.filter(({ person }) => !ids.has(person.id));
  // The agenda comes a moment after what was just saved.
  const openIds = new Set(
    [...open.people, ...met.filter(({ person }) => person.lookedAt === null)].map(({ person }) => person.id),
  );
  const words = cardInWords({
    met: met.length,
    before: before.length,
    open: openIds.size,
    silent: open.silent,
  });
  const shown = [...met].reverse().concat(before.map(({ person, occasion }) => ({ person, occasion })));
  return (
    <section className={styles.card} aria-busy={isStale}>
      <h2>{words.title}</h2>
      {shown.length === 0 ? null : (
        <div className={styles.tags}>
          {shown.slice(0, tagsShown).map(({ person, occasion }) => (
            <MiniTag key={person.id} label={personLabel(person)} colour={occasion?.colour} />
          ))}
          {shown.length > tagsShown ? <span className={styles.more}>+{shown.length - tagsShown}</span> : null}
        </div>
      )}
      <p>{words.detail}</p>
      {openIds.size === 0 ? null : (
        <Link href="/review" className={styles.primary}>
          Review the day
        </Link>
      )}
    </section>
  );
}
