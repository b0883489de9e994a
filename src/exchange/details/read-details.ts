import { detailKinds } from '../../domain/detail-kinds.ts';
import { applyCorrections } from './apply-corrections.ts';
import type { Clause } from './clause.ts';
import { factsToText } from './describe/facts-to-text.ts';
import type { DetailContext, DetailSuggestion } from './detail-suggestion.ts';
import { detectLanguage } from './detect-language.ts';
import { dropFillers } from './drop-fillers.ts';
import { englishWords } from './english-words.ts';
import type { Finding, Rule } from './finding.ts';
import { mergeFindings } from './merge-findings.ts';
import { type NoteToken, noteToSentences } from './note-tokens.ts';
import { readNumbers } from './read-numbers.ts';
import { readAddress } from './rules/read-address.ts';
import { readCommon } from './rules/read-common.ts';
import { readHome } from './rules/read-home.ts';
import { readKids } from './rules/read-kids.ts';
import { readKnows } from './rules/read-knows.ts';
import { readPartner } from './rules/read-partner.ts';
import { readPets } from './rules/read-pets.ts';
import { readRestaurant } from './rules/read-restaurant.ts';
import { readTouch } from './rules/read-touch.ts';
import { readTown } from './rules/read-town.ts';
import { readWants } from './rules/read-wants.ts';
import { readWork } from './rules/read-work.ts';
import { spanishWords } from './spanish-words.ts';
import { splitClauses } from './split-clauses.ts';

const rules: readonly Rule[] = [
  readPartner,
  readKids,
  readPets,
  readWork,
  readTown,
  readHome,
  readRestaurant,
  readCommon,
  readWants,
  readKnows,
  readTouch,
  readAddress,
];

/**
 * Suggests details about the person whom a note is on, spoken or typed, in English or Spanish. What is doubted, asked,
 * past, or said of somebody else is left out. In the order of the note; never throws, whatever the text.
 */
export function readDetails(text: string, context: DetailContext): readonly DetailSuggestion[] {
  const sentences = noteToSentences(text);
  const tokens = sentences.flatMap((sentence) => sentence.tokens);
  const language = detectLanguage(tokens, context.language);
  const words = language === 'en' ? englishWords : spanishWords;
  const toLanguage = (token: NoteToken) =>
    language === 'es' && token.norm === 'once' ? { ...token, norm: '11' } : token;
  const clauses = sentences.flatMap((sentence) => {
    const said = applyCorrections(dropFillers(sentence.tokens.map(toLanguage), words), words);
    return splitClauses({ ...sentence, tokens: said }, words);
  });
  const found = clauses.flatMap((clause) => readClause(clause, context));
  const merged = mergeFindings([...found, ...readNumbers(text, clauses, context)]);
  return merged.map((finding) => toSuggestion(finding, language)).sort(inOrder);
}

function readClause(clause: Clause, context: DetailContext): Finding[] {
  return clause.isDoubtful ? [] : rules.flatMap((rule) => rule(clause, context));
}

function toSuggestion(
  { kind, facts, text, on, way, start, end }: Finding,
  language: 'en' | 'es',
): DetailSuggestion {
  return {
    kind,
    text: text ?? (facts === undefined ? '' : factsToText(facts, language)),
    from: { start, end },
    ...(on === undefined ? {} : { on }),
    ...(way === undefined ? {} : { way }),
    ...(facts === undefined ? {} : { facts }),
  };
}

function inOrder(a: DetailSuggestion, b: DetailSuggestion): number {
  return (
    a.from.start - b.from.start ||
    a.from.end - b.from.end ||
    detailKinds.indexOf(a.kind) - detailKinds.indexOf(b.kind)
  );
}
