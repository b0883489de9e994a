import { decodeVcardBytes } from '../../../../device/decode-vcard-bytes.ts';
import { maxFileBytes } from '../../../../domain/limits.ts';
import type { ReadVcard } from '../../../../exchange/vcard/read-card.ts';
import { readVcards, type VcardFault } from '../../../../exchange/vcard/read-vcards.ts';
import type { KnownPeople } from './known-people.ts';

/** `place`: among all that the text holds, from 0; two cards may say the same. */
export type FreshCard = ReadVcard & { readonly place: number };

export interface CardsFound {
  /** How many people the text is about. */
  readonly count: number;
  /** Those who are not here yet. */
  readonly fresh: readonly FreshCard[];
  /** Names of those who are. */
  readonly known: readonly string[];
  readonly faults: readonly Pick<VcardFault, 'words' | 'lines'>[];
  /** All of them, those who are here too. */
  readonly cards: readonly ReadVcard[];
}

/** Who is in a text of vCards; the same person twice in it counts as here the second time. */
export function findCards(text: string, people: KnownPeople): CardsFound {
  const { cards, faults } = readVcards(text);
  const fresh: FreshCard[] = [];
  const known: string[] = [];
  for (const [place, card] of cards.entries()) {
    if (people.isKnown(card.contact, card.rest)) known.push(cardLabel(card));
    else fresh.push({ ...card, place });
    people.add(card.contact, card.rest);
  }
  return { count: cards.length, fresh, known, faults, cards };
}

export function cardLabel({ contact: { name, phones, emails, company } }: ReadVcard): string {
  return name || phones[0]?.text || emails[0]?.text || company || 'Somebody';
}

/** The text of the files that somebody chose, one after the other. */
export async function readFiles(files: readonly File[]): Promise<string> {
  const texts: string[] = [];
  for (const file of files) {
    if (file.size > maxFileBytes) continue;
    texts.push(decodeVcardBytes(new Uint8Array(await file.arrayBuffer())));
  }
  return texts.join('\r\n');
}
