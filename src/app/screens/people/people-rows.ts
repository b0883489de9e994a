import type { PersonMet } from '../../../store/queries/people.ts';
import { makeOnce } from '../../ui/make-once.ts';
import { count } from '../../ui/status-words.ts';
import { dayInWords, startOfDay } from '../../ui/time-words.ts';
import type { SearchHit } from './search-index.ts';

/** Somebody in the list; with `findText` where a search brought them there. */
export type ListedPerson = PersonMet & Partial<Pick<SearchHit, 'findText'>>;

/** What the list shows, a heading or a person a row. */
export type ListRow =
  | { readonly kind: 'heading'; readonly key: string; readonly words: string }
  | { readonly kind: 'person'; readonly key: string; readonly hit: ListedPerson };

const weekMs = 7 * 86_400_000;
const month = makeOnce(() => new Intl.DateTimeFormat('en-US', { month: 'long', year: 'numeric' }));

/** Everybody by when you met, under a heading for each day, then for each month. */
export function groupByMeeting(people: readonly PersonMet[], nowMs: number): ListRow[] {
  const rows: ListRow[] = [];
  let last = '';
  for (const met of people) {
    const words = headingFor(met.person.metAt, nowMs);
    if (words !== last) rows.push({ kind: 'heading', key: `heading ${words}`, words });
    last = words;
    rows.push({ kind: 'person', key: met.person.id, hit: met });
  }
  return rows;
}

export function hitsToRows(hits: readonly SearchHit[]): ListRow[] {
  const words = hits.length === 0 ? 'Nobody found' : count(hits.length, 'person', 'people');
  return [
    { kind: 'heading', key: 'hits', words },
    ...hits.map((hit): ListRow => ({ kind: 'person', key: hit.person.id, hit })),
  ];
}

function headingFor(metAt: string, nowMs: number): string {
  const metMs = new Date(metAt).getTime();
  if (Number.isNaN(metMs)) return 'Met some day';
  if (startOfDay(nowMs) - startOfDay(metMs) >= weekMs) return month().format(metMs);
  const day = dayInWords(metAt, nowMs);
  return `Met ${/^\p{Lu}/u.test(day) ? `on ${day}` : day}`;
}
