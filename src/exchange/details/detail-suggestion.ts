import type { DetailKind } from '../../domain/detail-kinds.ts';
import type { DetailFacts } from './detail-facts.ts';

export interface DetailContext {
  /** Local wall-clock time of the note, ISO 8601 without zone: "2026-11-26T18:05". Dates are counted from it. */
  readonly writtenAt: string;
  /** BCP 47: taken where the note itself does not show its language. */
  readonly language?: string;
  /** ISO 3166-1 alpha-2, for numbers. */
  readonly region: string;
}

export type TouchWay = 'call' | 'text' | 'email';

export interface DetailSuggestion {
  readonly kind: DetailKind;
  /** What would be kept, in a few words of the note's language, as one writes it on a card: "Married to Mike". */
  readonly text: string;
  /** What was read, where the agent has put the very same right before: `text` is as they spelled it. */
  readonly heard?: string;
  /** UTF-16 offsets of the words in the note that it came from; `end` exclusive, never empty. */
  readonly from: { readonly start: number; readonly end: number };
  /** Only of a 'touch': the day to be in touch, "YYYY-MM-DD". */
  readonly on?: string;
  readonly way?: TouchWay;
  /** What the text says, in parts that can be compared. */
  readonly facts?: DetailFacts;
}
