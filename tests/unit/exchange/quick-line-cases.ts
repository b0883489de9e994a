import { dictatedCases } from './quick-line/dictated-cases.ts';
import { handleCases } from './quick-line/handle-cases.ts';
import { laterCases } from './quick-line/later-cases.ts';
import { lookAlikeCases } from './quick-line/look-alike-cases.ts';
import { nameCases } from './quick-line/name-cases.ts';
import { pastedCases } from './quick-line/pasted-cases.ts';
import type { QuickLineCase } from './quick-line/quick-line-case.ts';
import { regionCases } from './quick-line/region-cases.ts';
import { typedCases } from './quick-line/typed-cases.ts';

/** Lines as people say, type and paste them, and what should come out; all but the last written before the reader was. */
export const quickLineCases: readonly QuickLineCase[] = [
  ...typedCases,
  ...dictatedCases,
  ...pastedCases,
  ...handleCases,
  ...nameCases,
  ...lookAlikeCases,
  ...regionCases,
  ...laterCases,
];
