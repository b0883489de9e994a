import { useLiveQuery } from 'dexie-react-hooks';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { mergeActions } from '../../../store/actions/merge-people.ts';
import { mergeQueries, type PutTogether as Put } from '../../../store/queries/merges.ts';
import { Button } from '../../ui/Button.tsx';
import { Gone } from '../../ui/Gone.tsx';
import { dayInWords } from '../../ui/time-words.ts';
import { useApp } from '../../ui/use-app.ts';
import { useAttempt } from '../../ui/use-attempt.ts';
import styles from './Household.module.css';

/** Who was put into this person, and the way back. */
export function PutTogether({ personId }: { readonly personId: string }) {
  const { part, nowMs } = useApp();
  const queries = part(mergeQueries);
  const all = useLiveQuery(() => queries.listPutInto(personId), [queries, personId]) ?? [];
  return all.map((one) => (
    <section key={one.id} className={styles.household} aria-label={`Put together with ${one.label}`}>
      <p>{togetherInWords(one, nowMs())}</p>
      <TakeApart put={one} />
    </section>
  ));
}

/** In the place of somebody who was put into another: whom they are now. Otherwise what is within. */
export function PutInto({ personId, children }: { readonly personId: string; readonly children: ReactNode }) {
  const { part, nowMs } = useApp();
  const queries = part(mergeQueries);
  const put = useLiveQuery(async () => (await queries.readPutInto(personId)) ?? null, [queries, personId]);
  if (put === undefined) return null;
  if (put === null) return children;
  return (
    <Gone>
      <p>
        {put.label} is <Link href={`/people/${put.into}`}>{put.intoLabel}</Link>, put together{' '}
        {onDay(put.at, nowMs())}.
      </p>
      <TakeApart put={put} />
    </Gone>
  );
}

function TakeApart({ put }: { readonly put: Put }) {
  const { part } = useApp();
  const attempt = useAttempt();
  return (
    <Button
      look="quiet"
      aria-label={`Take ${put.label} apart`}
      onClick={() => attempt(() => part(mergeActions).unmergePeople(put.id))}
    >
      Take apart
    </Button>
  );
}

/** "Put together with Dana R. on 3 Mar" */
function togetherInWords({ label, at }: Put, nowMs: number): string {
  return `Put together with ${label} ${onDay(at, nowMs)}`;
}

function onDay(at: string, nowMs: number): string {
  const day = dayInWords(at, nowMs);
  return /^[a-z]/.test(day) ? day : `on ${day}`;
}
