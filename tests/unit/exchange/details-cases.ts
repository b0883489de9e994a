import type { DetailCase } from './details/detail-case.ts';
import { englishCases } from './details/english-cases.ts';
import { englishTrapCases } from './details/english-trap-cases.ts';
import { heldBackEnglishCases } from './details/held-back-english-cases.ts';
import { heldBackLaterCases } from './details/held-back-later-cases.ts';
import { heldBackSpanishCases } from './details/held-back-spanish-cases.ts';
import { laterCases } from './details/later-cases.ts';
import { openedEnglishCases } from './details/opened-english-cases.ts';
import { openedLaterEnglishCases } from './details/opened-later-english-cases.ts';
import { openedLaterSpanishCases } from './details/opened-later-spanish-cases.ts';
import { openedSpanishCases } from './details/opened-spanish-cases.ts';
import { spanishCases } from './details/spanish-cases.ts';
import { spanishTrapCases } from './details/spanish-trap-cases.ts';

/** The notes that the rules were tuned on. */
export const detailCases: readonly DetailCase[] = [
  ...englishCases,
  ...englishTrapCases,
  ...spanishCases,
  ...spanishTrapCases,
  ...laterCases,
];

/**
 * Held back until they were read for the first time, and opened then. Of the first two, written before the rules, 95.4
 * of 100 suggestions were right and 93.1 of 100 details found; of the later two 91.9 and 88.7.
 */
export const openedCases: readonly DetailCase[] = [
  ...openedEnglishCases,
  ...openedSpanishCases,
  ...openedLaterEnglishCases,
  ...openedLaterSpanishCases,
];

/** Written when the rules stood and kept from tuning: what the rules are worth with notes that they have not met. */
export const heldBackCases: readonly DetailCase[] = [
  ...heldBackLaterCases,
  ...heldBackEnglishCases,
  ...heldBackSpanishCases,
];
