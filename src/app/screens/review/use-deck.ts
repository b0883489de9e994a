import { useLiveQuery } from 'dexie-react-hooks';
import { useEffect, useEffectEvent, useState } from 'react';
import { agendaQueries } from '../../../store/queries/agenda.ts';
import { type DeckTag, reviewQueries } from '../../../store/queries/review.ts';
import { useApp, useSignal } from '../../ui/use-app.ts';
import { useAttempt } from '../../ui/use-attempt.ts';
import { useDraft } from '../../ui/use-draft.ts';
import { useFreshAgenda } from '../../ui/use-fresh-agenda.ts';
import { beginDeck } from './begin-deck.ts';
import { useConfirmedAt } from './use-confirmed-at.ts';

export interface Deck {
  readonly tags: readonly DeckTag[];
  /** Left for the next review. */
  readonly later: ReadonlySet<string>;
  /** When the last word about them reached the contact database, milliseconds since 1970, where that was seen here. */
  readonly confirmedAtMs: number | undefined;
  /** Its place; undefined once all are done or left for later. */
  readonly here: number | undefined;
  readonly done: () => void;
  readonly leave: () => void;
  /** Shows the one before, or the one behind, as it is; nothing at the ends. */
  readonly step: (by: -1 | 1) => void;
  /** The review is over: the next one begins anew. */
  readonly forget: () => void;
}

/**
 * Whom nobody has looked at, fixed when the review begins. Who is done is done in their own row, and which they are is a
 * draft: the review goes on where it stood after a killed browser too. Undefined until the device has answered.
 */
export function useDeck(): Deck | undefined {
  const app = useApp();
  const today = useSignal(app.today);
  const attempt = useAttempt();
  useFreshAgenda();
  const draft = useDraft('review');
  const [hasBegun, setHasBegun] = useState(false);
  const known = useLiveQuery(async () => {
    const queries = app.part(agendaQueries);
    const isStale = (await queries.countStale()) > 0;
    return { isStale, people: (await queries.listUnreviewed()).map(({ person }) => person.id) };
  }, [app]);
  const begin = useEffectEvent((people: readonly string[]) => {
    draft.replaceFields(beginDeck(draft.readLatest(), people, String(today)));
    setHasBegun(true);
  });
  const isReady = draft.isLoaded && known !== undefined && !known.isStale;
  useEffect(() => {
    if (isReady && !hasBegun) begin(known.people);
  }, [isReady, hasBegun, known]);

  const { ids = '', later = '', here: chosen = '' } = draft.fields;
  const listed = useLiveQuery(
    async () => ({ ids, tags: await app.part(reviewQueries).listDeck(listIds(ids)) }),
    [app, ids],
  );
  const confirmedAtMs = useConfirmedAt(listed?.tags);
  if (!hasBegun || listed === undefined || listed.ids !== ids) return undefined;

  const { tags } = listed;
  const left = new Set(listIds(later));
  const isOpen = ({ person, isDone }: DeckTag) => !isDone && !left.has(person.id);
  const placeOf = (found: number) => (found === -1 ? undefined : found);
  const here =
    placeOf(tags.findIndex(({ person }) => person.id === chosen)) ?? placeOf(tags.findIndex(isOpen));
  const go = (place: number | undefined, laters: string) => {
    // What it speaks of is behind us.
    app.toast.set(undefined);
    draft.replaceFields({
      ...draft.readLatest(),
      later: laters,
      here: (place === undefined ? undefined : tags[place]?.person.id) ?? '',
    });
  };
  const nextOpen = (from: number) =>
    placeOf(tags.findIndex((tag, place) => place > from && isOpen(tag))) ??
    placeOf(tags.findIndex((tag, place) => place !== from && isOpen(tag)));
  const personId = here === undefined ? undefined : tags[here]?.person.id;
  return {
    tags,
    later: left,
    confirmedAtMs,
    here,
    done() {
      if (here === undefined || personId === undefined) return;
      attempt(async () => {
        await app.store.setLookedAt(personId, true);
        go(nextOpen(here), without(later, personId));
      });
    },
    leave() {
      if (here === undefined || personId === undefined) return;
      attempt(async () => {
        if (tags[here]?.isDone) await app.store.setLookedAt(personId, false);
        go(nextOpen(here), `${without(later, personId)} ${personId}`.trim());
      });
    },
    step(by) {
      const place = (here ?? tags.length) + by;
      if (tags[place] !== undefined) go(place, later);
    },
    forget: () => draft.clear(),
  };
}

function listIds(text: string): string[] {
  return text.split(' ').filter(Boolean);
}

function without(text: string, id: string): string {
  return listIds(text)
    .filter((one) => one !== id)
    .join(' ');
}
