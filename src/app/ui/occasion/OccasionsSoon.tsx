import { Link } from 'wouter';
import { addDays, dateIn } from '../../../domain/due/calendar-date.ts';
import { occasionQueries, type SoonOccasion } from '../../../store/queries/occasion-page.ts';
import { deviceZone } from '../device-zone.ts';
import { Icon } from '../Icon.tsx';
import { createKeptQuery, useKeptQuery } from '../kept-query.ts';
import { count } from '../status-words.ts';
import { useApp, useSignal } from '../use-app.ts';
import styles from './OccasionsSoon.module.css';

export const soonFrom = createKeptQuery(({ part }, today: string) =>
  part(occasionQueries).listSoon([today, addDays(today, 1)]),
);

interface OccasionsSoonProps {
  /** Not what is on today; said where it stands below that word. */
  readonly isTomorrowAlone?: boolean;
}

/** What is on again today or tomorrow, and how many people the agent met there before. Nothing otherwise. */
export function OccasionsSoon({ isTomorrowAlone = false }: OccasionsSoonProps) {
  const today = dateIn(deviceZone(), useSignal(useApp().today));
  const known = useKeptQuery(soonFrom, today) ?? [];
  const soon = isTomorrowAlone ? known.filter(({ occasion }) => occasion.again !== today) : known;
  if (soon.length === 0) return null;
  return (
    <ul className={styles.soon} aria-label="On again soon">
      {soon.map((one) => (
        <li key={one.occasion.id}>
          <Link href={`/occasion/${one.occasion.id}`} className={styles.tag} data-tag={one.occasion.colour}>
            <span>
              <b>
                {isTomorrowAlone ? '' : `${whenWords(one, today)}: `}
                {one.occasion.name}
              </b>
              <small>{peopleWords(one.people)}</small>
            </span>
            <Icon name="next" size={20} />
          </Link>
        </li>
      ))}
    </ul>
  );
}

/** Where people were last met there after five, it is an evening. */
function whenWords({ occasion, lastMetAt }: SoonOccasion, today: string): string {
  if (occasion.again !== today) return 'Tomorrow';
  return lastMetAt !== '' && new Date(lastMetAt).getHours() >= 17 ? 'Tonight' : 'Today';
}

function peopleWords(people: number): string {
  return people === 0 ? 'A few good questions to ask' : `${count(people, 'person', 'people')} you met there`;
}
