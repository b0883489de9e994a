import type { DetailCase } from './details/detail-case.ts';
import { englishCases } from './details/english-cases.ts';
import { englishTrapCases } from './details/english-trap-cases.ts';
import { heldBackEnglishCases } from './details/held-back-english-cases.ts';
import { heldBackSpanishCases } from './details/held-back-spanish-cases.ts';
import { heldBackLaterCases } from './details/held-back-later-cases.ts';
import { laterCases } from './details/later-cases.ts';
import { openedEnglishCases } from './details/opened-english-cases.ts';
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
 * Written before the rules and held back until they stood; opened then. When they were first read, 95.4 of 100
 * suggestions were right and 93.1 of 100 details found; before they were opened it was 94.9 and 92.6.
 */
export const openedCases: readonly DetailCase[] = [...openedEnglishCases, ...openedSpanishCases];

/** Written when the rules stood and kept from tuning: what the rules are worth with notes that they have not met. */
export const heldBackCases: readonly DetailCase[] = [
  ...heldBackLaterCases,
  ...heldBackEnglishCases,
  ...heldBackSpanishCases,
];
