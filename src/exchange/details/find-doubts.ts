import type { ClauseStretch, Subject } from './clause.ts';
import type { LanguageWords } from './language-words.ts';

/**
 * Which clauses are asked, wondered about or only believed: "not sure if he rents", "I think she has two kids".
 * A hedge that ends its clause doubts the next one; one that a sentence ends with, the one before.
 */
export function markDoubts(
  stretches: readonly ClauseStretch[],
  subjects: readonly Subject[],
  isQuestion: boolean,
  words: LanguageWords,
): boolean[] {
  const doubts = stretches.map(() => isQuestion);
  for (const [index, { flat }] of stretches.entries()) {
    const hedge = words.hedges.exec(flat);
    if (hedge !== null) markHedge(stretches, index, hedge, doubts, words);
    if (startsWithIf(flat, words)) markOn(stretches, index, doubts, words);
    if (isAsked(flat, words) || (index === 0 && /^(?:or|o) /.test(flat))) doubts[index] = true;
    if (subjects[index] === 'agent' && /^(?:do|does|did|are|is) you /.test(flat)) doubts[index] = true;
  }
  return doubts;
}

function startsWithIf(flat: string, words: LanguageWords): boolean {
  return words.ifs.has(flat.split(' ', 1)[0] ?? '');
}

function isAsked(flat: string, words: LanguageWords): boolean {
  return words.language === 'en'
    ? /\b(?:asked|wondered|asking) (?:me )?(?:about|how|what|where|who|if|whether) /.test(flat) ||
        /^(?:(?:and|so) )?(?:do|does|did|is|are|has) (?:she|he|they|you) /.test(flat)
    : /\b(?:pregunto|preguntaron) (?:por|cuant\w+|que|como|donde) /.test(flat);
}

function markHedge(
  stretches: readonly ClauseStretch[],
  index: number,
  hedge: RegExpExecArray,
  doubts: boolean[],
  words: LanguageWords,
): void {
  const flat = stretches[index]?.flat ?? '';
  doubts[index] = true;
  const isLast = index === stretches.length - 1 || isContrast(stretches[index + 1]?.flat, words);
  const isTrailing = words.trailingHedges.test(flat) && (isLast || /, $/.test(flat));
  if (isTrailing && index > 0) doubts[index - 1] = true;
  const rest = flat.slice(hedge.index + hedge[0].length).trim();
  if (/^(?:that|que|,|and|y|if|si|like)?$/.test(rest) && !isTrailing)
    markOn(stretches, index + 1, doubts, words);
}

/** The clause, and what goes on without anything new. */
function markOn(
  stretches: readonly ClauseStretch[],
  index: number,
  doubts: boolean[],
  words: LanguageWords,
): void {
  if (index >= stretches.length || isContrast(stretches[index]?.flat, words)) return;
  doubts[index] = true;
  const ends = /(?:and|or|y|o) $/.test(stretches[index]?.flat ?? '');
  const next = stretches[index + 1]?.flat;
  if (ends && next !== undefined && (startsWithIf(next, words) || words.hedges.test(next)))
    markOn(stretches, index + 1, doubts, words);
}

function isContrast(flat: string | undefined, words: LanguageWords): boolean {
  return flat !== undefined && words.contrasts.has(flat.split(' ', 1)[0] ?? '');
}
