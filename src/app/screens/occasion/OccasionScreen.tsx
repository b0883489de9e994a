import { useLiveQuery } from 'dexie-react-hooks';
import { useState } from 'react';
import { Link } from 'wouter';
import type { TagColour } from '../../../domain/table-words.ts';
import type { MetThere } from '../../../store/queries/occasion-page.ts';
import { occasionQueries } from '../../../store/queries/occasion-page.ts';
import { Button } from '../../ui/Button.tsx';
import { Gone } from '../../ui/Gone.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { Screen } from '../../ui/Screen.tsx';
import { capitalise, count } from '../../ui/status-words.ts';
import { TagCard } from '../../ui/TagCard.tsx';
import { dayInWords } from '../../ui/time-words.ts';
import { useApp } from '../../ui/use-app.ts';
import { useFreshAgenda } from '../../ui/use-fresh-agenda.ts';
import { AgainRow } from './AgainRow.tsx';
import styles from './OccasionScreen.module.css';
import { PersonThere } from './PersonThere.tsx';
import { Questions } from './Questions.tsx';

/** Before the next occasion: who was met there and what they told, and what to ask. On one page, also on paper. */
export function OccasionScreen({ occasionId }: { readonly occasionId: string }) {
  const app = useApp();
  useFreshAgenda();
  const queries = app.part(occasionQueries);
  const [limit, setLimit] = useState(peopleAtFirst);
  const page = useLiveQuery(
    async () => (await queries.readOccasion(occasionId, limit)) ?? null,
    [queries, occasionId, limit],
  );
  const back = (
    <Link href="/today" className={styles.back}>
      <Icon name="back" size={20} />
      Today
    </Link>
  );
  if (page === undefined) return <Screen title={back}>{null}</Screen>;
  if (page === null) {
    return (
      <Screen title={back}>
        <h1 className="visually-hidden">Not here</h1>
        <Gone>This occasion is not on this phone.</Gone>
      </Screen>
    );
  }
  const { occasion, people, met } = page;
  const [lastTime, ...before] = groupByDay(people, app.nowMs());
  return (
    <Screen title={back} name={occasion.name}>
      <TagCard colour={occasion.colour} title="Before the next time">
        <div className={styles.head}>
          <h1>{occasion.name}</h1>
          <p>{metWords(met)}</p>
        </div>
        <AgainRow occasion={occasion} />
      </TagCard>
      {lastTime === undefined ? null : (
        <Day {...lastTime} words={`Last time, ${lastTime.words}`} colour={occasion.colour} />
      )}
      <Questions />
      {before.map((day) => (
        <Day key={day.words} {...day} words={capitalise(day.words)} colour={occasion.colour} />
      ))}
      {met > people.length ? (
        <Button className={styles.more ?? ''} onClick={() => setLimit(limit * 2)}>
          Show earlier people
        </Button>
      ) : null}
      <Button look="quiet" className={styles.print ?? ''} onClick={() => print()}>
        Print this page
      </Button>
    </Screen>
  );
}

/** More are shown when they are asked for: who knows thousands from one place opens this page as fast. */
const peopleAtFirst = 60;

function metWords(met: number): string {
  if (met === 0) return 'Nobody you met there is on this phone yet.';
  return `${count(met, 'person', 'people')} you met there.`;
}

interface DayThere {
  readonly words: string;
  readonly there: readonly MetThere[];
}

function Day({ words, there, colour }: DayThere & { readonly colour: TagColour }) {
  return (
    <section className={styles.day}>
      <h2>{words}</h2>
      <ul>
        {there.map((one) => (
          <li key={one.person.id}>
            <PersonThere {...one} colour={colour} />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** People come latest first. */
function groupByDay(people: readonly MetThere[], nowMs: number): DayThere[] {
  const days: { readonly words: string; readonly there: MetThere[] }[] = [];
  for (const one of people) {
    const words = dayInWords(one.person.metAt, nowMs);
    const last = days.at(-1);
    if (last?.words === words) last.there.push(one);
    else days.push({ words, there: [one] });
  }
  return days;
}
