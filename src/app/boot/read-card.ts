import type { FoundCorners } from '../../exchange/card/find-corners.ts';
import type { Corners, GreyPicture } from '../../exchange/card/picture.ts';
import { secondOpinion } from '../../exchange/card/second-opinion.ts';
import { seeMarks } from '../../exchange/card/see-marks.ts';
import type { CardWord } from '../../exchange/card/word.ts';
import { type CardContact, wordsToContact } from '../../exchange/card/words-to-contact.ts';
import type { CardReader, CardReading, ReadOptions } from './card-reader.ts';
import { type FlatCard, type FlattenCard, flattenCard } from './flatten-card.ts';

/** Its lines of text run across already, most likely. */
const likelyTurns = [0, 2, 1, 3] as const;

export type PhotoReading =
  | ({
      readonly kind: 'read';
      readonly found: FoundCorners;
      readonly words: readonly CardWord[];
    } & CardContact)
  | Exclude<CardReading, { readonly kind: 'read' }>;

export interface PhotoOptions extends ReadOptions {
  /** Where this device is at home, ISO 3166-1 alpha-2: numbers are read by it. */
  readonly region: string;
  /** Where somebody says that the card lies, in pixels of `decodePicture`; otherwise it is looked for. */
  readonly corners?: Corners;
  /** Told before the words are read, which takes most of the time. */
  readonly onFound?: (
    found: FoundCorners,
    picture: { readonly width: number; readonly height: number },
  ) => void;
}

/**
 * Reads a photographed card: looks for its corners, makes it flat and evenly lit, turns it upright, reads its words
 * and puts them into fields, as suggestions. Nothing of it leaves the device. Never rejects.
 */
export async function readCard(
  reader: CardReader,
  photo: Blob,
  options: PhotoOptions,
  flatten: FlattenCard = flattenCard,
): Promise<PhotoReading> {
  try {
    const card = await flatten(photo, options.corners);
    options.onFound?.(card.found, card.size);
    return await readFlat(reader, card, options);
  } catch {
    return { kind: 'failed' };
  }
}

async function readFlat(reader: CardReader, flat: FlatCard, options: PhotoOptions): Promise<PhotoReading> {
  const upright = await readUpright(reader, flat, options);
  if (upright.kind !== 'read') return upright;
  const again = seeMarks(await upright.again, upright.card);
  const words = secondOpinion(seeMarks(upright.words, upright.card), again);
  return { kind: 'read', found: flat.found, words, ...wordsToContact(words, options.region, again) };
}

type UprightReading =
  | (Extract<CardReading, { readonly kind: 'read' }> & {
      /** What was read, upright. */
      readonly card: GreyPicture;
      /** By the second engine. */
      readonly again: Promise<readonly CardWord[]>;
    })
  | Exclude<CardReading, { readonly kind: 'read' }>;

/** What stands on its head or side is read as nothing, or as words that the engine itself doubts: then turned on. */
async function readUpright(
  reader: CardReader,
  flat: FlatCard,
  options: ReadOptions,
): Promise<UprightReading> {
  let best: { readonly reading: UprightReading; readonly letters: number } | undefined;
  for (const quarters of likelyTurns) {
    const { grey: card, picture } = await flat.turn(quarters);
    const again = reader.readAgain(picture);
    const reading = await reader.read(picture, options);
    if (reading.kind !== 'read') return reading;
    const upright = { ...reading, card, again };
    if (isReadable(reading.words)) return upright;
    const letters = countSureLetters(reading.words);
    if (best === undefined || letters > best.letters) best = { reading: upright, letters };
  }
  return best?.reading ?? { kind: 'failed' };
}

function isReadable(words: readonly CardWord[]): boolean {
  const letters = words.reduce((sum, { text }) => sum + text.length, 0);
  return countSureLetters(words) > Math.max(12, letters * 0.5);
}

/** Letters and digits of words that the engine believes. */
function countSureLetters(words: readonly CardWord[]): number {
  const sure = words.filter(({ confidence, text }) => confidence >= 70 && text.length >= 2);
  return sure.reduce((sum, { text }) => sum + text.replace(/[^\p{L}\d]/gu, '').length, 0);
}
