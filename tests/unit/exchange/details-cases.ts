import type { DetailCase } from './details/detail-case.ts';
import { englishCases } from './details/english-cases.ts';
import { englishTrapCases } from './details/english-trap-cases.ts';
import { heldBackEnglishCases } from './details/held-back-english-cases.ts';
import { heldBackSpanishCases } from './details/held-back-spanish-cases.ts';
import { laterCases } from './details/later-cases.ts';
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

/** Kept from tuning, so that they show what the rules are worth with notes that they have not met. */
export const heldBackCases: readonly DetailCase[] = [...heldBackEnglishCases, ...heldBackSpanishCases];
