import { useEffect, useEffectEvent, useState } from 'react';
import { draftFileActions } from '../../../../store/actions/draft-files.ts';
import { captureDraft, type DraftFields } from '../../../../store/actions/drafts.ts';
import { type SharedDraft, sharedActions } from '../../../../store/actions/shared.ts';
import { useApp } from '../../../ui/use-app.ts';
import type { DraftHandle } from '../../../ui/use-draft.ts';
import { fillFields, takeBack, withPlace } from '../fill-fields.ts';
import { isHandedOver } from '../ways/hand-over-fields.ts';
import type { WayProps } from '../ways/way.ts';
import { sharedToWords, takeIn } from './take-in.ts';

/** Contact cards that wait to be looked at. */
interface SharedCards {
  readonly id: string;
  /** A text of vCards. */
  readonly text: string;
  /** Of the draft that they would fill in. */
  readonly draftId: string;
}

interface Shared {
  readonly cards: SharedCards | undefined;
  /** Takes one of them into the tag. */
  readonly fillFromCards: WayProps['onRead'];
  /** They were dealt with. */
  readonly forgetCards: () => void;
  /** Nobody wants them; undone from the toast. */
  readonly leaveCards: () => void;
}

/** A picture that no draft holds may be on its way into one; after a day it is not. */
const unheldMs = 24 * 3_600_000;
const lostMark = 'share=lost';

/** Takes in what other apps shared, once it is known what the draft holds and the phone is not in other hands. */
export function useShared(draft: DraftHandle, place: string): Shared {
  const { part, openDraft, toast } = useApp();
  const [waiting, setWaiting] = useState<readonly SharedCards[]>([]);
  const isReady = draft.isLoaded && !isHandedOver(draft.fields);

  const take = (sharedId: string, draftId: string, filled: DraftFields, words: string) => {
    const before = draft.readLatest();
    // In sight first: what goes wrong now leaves it twice rather than never. Nothing is awaited between the two, so
    // that no key comes between.
    draft.replaceFields(filled);
    const stored = part(sharedActions).takeShared(sharedId, draftId, filled);
    toast.set({ words, undo: () => draft.replaceFields(takeBack(draft.readLatest(), before, filled)) });
    return stored;
  };
  const takeOne = useEffectEvent(({ id, fields }: SharedDraft, draftId: string) =>
    take(id, draftId, takeIn(draft.readLatest(), fields, place), sharedToWords(fields)),
  );
  const takeAll = useEffectEvent(async () => {
    sayWhatWasLost(toast.set);
    const found = await part(sharedActions).listShared();
    const draftId = await openDraft(captureDraft);
    for (const shared of found) if (shared.fields['cards'] === undefined) await takeOne(shared, draftId);
    setWaiting(
      found.flatMap(({ id, fields: { cards } }) =>
        cards === undefined ? [] : [{ id, text: cards, draftId }],
      ),
    );
    await part(draftFileActions).dropUnheldFiles(unheldMs);
  });
  useEffect(() => {
    if (isReady) void takeAll().catch(() => undefined);
  }, [isReady]);

  const [first, ...others] = waiting;
  const forgetCards = () => {
    if (first === undefined) return;
    setWaiting(others);
    void part(sharedActions)
      .dropShared(first.id)
      .catch(() => undefined);
  };
  return {
    cards: first,
    fillFromCards(reading, from, besides) {
      if (first === undefined) return;
      const filled = withPlace(fillFields(draft.readLatest(), reading, besides), place);
      void take(first.id, first.draftId, filled, `Filled in ${from}.`).catch(() => undefined);
    },
    forgetCards,
    leaveCards() {
      forgetCards();
      if (first === undefined) return;
      const bringBack = async () => {
        await part(sharedActions).keepShared([{ cards: first.text }]);
        await takeAll();
      };
      toast.set({ words: 'The contacts that you shared are left out.', undo: () => void bringBack() });
    },
  };
}

/** The service worker was not there yet, or the phone had no room for it. */
function sayWhatWasLost(say: (toast: { readonly words: string }) => void): void {
  if (!location.search.includes(lostMark)) return;
  history.replaceState(history.state, '', location.pathname);
  say({ words: 'What you shared did not get here. The app was not ready: please share it once more.' });
}
