import type { ReadVcard } from '../../../../exchange/vcard/read-card.ts';
import type { App } from '../../../ports/app.ts';
import { fillFields } from '../fill-fields.ts';
import { readCapture } from '../read-capture.ts';
import { keepBesides } from './keep-card.ts';
import { cardLabel } from './read-cards.ts';

export interface Added {
  /** Of those who are saved, in their order. */
  readonly ids: readonly string[];
  /** What did not fit, by whose it is. */
  readonly leftOut: readonly string[];
  /** True when the phone stored no more: the cards behind `ids` are not saved. */
  readonly hasStopped: boolean;
}

/** Saves one person after the other, each with everything that came along. Never rejects. */
export async function addPeople(
  app: App,
  cards: readonly ReadVcard[],
  onProgress: (count: number) => void,
): Promise<Added> {
  const ids: string[] = [];
  const leftOut: string[] = [];
  try {
    for (const card of cards) {
      const kept = await keepBesides(app, card);
      const fields = fillFields({}, card.contact, kept.besides);
      const capture = { ...(await readCapture(app, fields, [])), isImported: true } as const;
      ids.push(await app.store.savePerson(capture, undefined));
      if (kept.leftOut.length > 0) leftOut.push(cardLabel(card));
      onProgress(ids.length);
    }
    return { ids, leftOut, hasStopped: false };
  } catch {
    return { ids, leftOut, hasStopped: true };
  }
}
