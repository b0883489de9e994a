import { personFirstName } from '../../../domain/person.ts';
import type { DeckTag } from '../../../store/queries/review.ts';
import type { SyncStatus } from '../../../sync/status.ts';
import { count } from '../../ui/status-words.ts';
import { momentInWords } from '../../ui/time-words.ts';
import type { Deck } from './use-deck.ts';

export interface EndWords {
  readonly title: string;
  readonly detail: string;
  /** The contact database has confirmed every word of it. */
  readonly isSafe: boolean;
}

interface Clock {
  readonly nowMs: number;
  /** By how much this device's clock is ahead of the contact database's, as far as is known. */
  readonly aheadMs: number;
}

/**
 * Where the people of a review are: what the corner knows of everything, said of these. Times are of the contact
 * database's clock.
 */
export function endInWords(
  { tags, confirmedAtMs }: Pick<Deck, 'tags' | 'confirmedAtMs'>,
  status: SyncStatus,
  { nowMs, aheadMs }: Clock,
): EndWords {
  const all = count(tags.length, 'person', 'people');
  const are = tags.length === 1 ? 'is' : 'are';
  if (status.kind === 'on-device') {
    return {
      title: `${all} ${are} kept on this phone`,
      detail: 'No contact database knows of them yet.',
      isSafe: false,
    };
  }
  const waiting = tags.filter((tag) => tag.waiting > 0);
  if (waiting.length === 0) {
    const title = `${all} ${are} in your contact database`;
    const sinceMs = status.kind === 'in-database' ? status.sinceMs : confirmedAtMs;
    if (sinceMs === undefined) return { title, detail: 'Every word of it.', isSafe: true };
    const since = momentInWords(new Date(sinceMs - aheadMs).toISOString(), nowMs - aheadMs);
    return { title, detail: `Confirmed ${since}.`, isSafe: true };
  }
  const there = tags.length - waiting.length;
  const who = there === 0 && tags.length > 1 ? 'They' : listNames(waiting);
  const detail = `${who} ${waitInWords(status, waiting.length > 1)}.`;
  if (there === 0) return { title: `${all} ${are} kept on this phone`, detail, isSafe: false };
  return {
    title: `${there} of ${all} ${there === 1 ? 'is' : 'are'} in your contact database`,
    detail,
    isSafe: false,
  };
}

/** "waits for a signal", "are on the way". */
function waitInWords(status: SyncStatus, areMany: boolean): string {
  const wait = areMany ? 'wait' : 'waits';
  switch (status.kind) {
    case 'signed-out':
      return `${wait} until you sign in again`;
    case 'outdated':
      return `${wait} until the app is updated`;
    case 'database-full':
      return `${wait} until your contact database has room again`;
    case 'refused':
      return `${areMany ? 'need' : 'needs'} a look in Settings`;
    case 'waiting':
      if (!status.isOnline) return `${wait} for a signal`;
      return `${areMany ? 'are' : 'is'} on the way`;
    default:
      return `${areMany ? 'are' : 'is'} on the way`;
  }
}

/** "Dana", "Dana and Luis", "Dana, Luis and 2 others" */
export function listNames(tags: readonly Pick<DeckTag, 'person'>[]): string {
  const names = tags.map(({ person }) => personFirstName(person));
  const [first = '', second, third] = names;
  if (second === undefined) return first;
  if (third === undefined) return `${first} and ${second}`;
  return names.length === 3
    ? `${first}, ${second} and ${third}`
    : `${first}, ${second} and ${names.length - 2} others`;
}
