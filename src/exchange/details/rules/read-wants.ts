import { type Clause, findAll, normAt, normsBefore, type Span, spanText, wordsPattern } from '../clause.ts';
import { type Finding, type Rule, spanToOffsets } from '../finding.ts';
import { toSentence } from '../to-title.ts';
import { isNegatedAt, isPastAt } from './possession.ts';

const english = wordsPattern(
  '(?:wants?|would (?:love|like)|really wants?)(?: to)?|(?:is |are )?(?:looking|hoping|planning|aiming)(?: (?:to|for|on))|(?:is|are) ready (?:to|for)|(?:is |are )?(?:thinking|dreaming) (?:of|about)|plans (?:to|on)|hopes (?:to|for)|needs|interested in|saving(?: up)? for|dreams (?:of|about)',
);
const spanish = wordsPattern(
  'quieren?|quisieran?|(?:esta |estan |anda |andan )?buscando|buscan?|necesitan?|(?:le|les) gustaria|piensan?(?= \\w+[aei]r(?:se)? )|(?:esta |estan )?pensando en|planean?|suenan? con|esperan?(?= \\w+[aei]r(?:se)? )|(?:le|les) urge|tienen? ganas de|(?:lo|la) quieren?(?= \\w+r )',
);
/** What follows these is no wish for a place to live or the like. */
const notWished =
  /^(?:to know|to say|to hear|to meet me|to see me|to go|to leave|to talk|coffee|lunch|me|us|her|him|them|you|it|help|nothing|none of|no|none|forward|back|that|at|great|good|tired|like|after|more time|que|saber|decir|hablar conmigo|ir|nada|a su|mucho|irse|preguntar|de )/;
/** Where a wish ends: something new begins. */
const ends =
  /^(?:and|y|e) (?:is|has|she|he|they|we|i|works|owns|rents|lives|knows|his|her|their|loves|no|a (?:dog|cat)|es|tiene|vive|trabaja|conoce|su|sus|ella|renta)\b/;
const starts =
  /^(?:touch base|call|text|email|follow up|check|remind|works|owns|husband|wife|single|married|divorced|llamar\w*|hablarle|mandar\w*|loves|knows|wants|tiene|trabaja|es|esta|he|she|they|his|her|i|ella)\b/;
const goesOn = new Set(
  'by before in next with near close that once when because since after so like and or at until for from que antes para el por con cerca en de'.split(
    ' ',
  ),
);
const longest = 14;

/** What the person wants, needs or plans, in their words: "Wants a yard by spring". */
export const readWants: Rule = (clause) => {
  if (clause.subject !== 'person') return [];
  const expression = clause.words.language === 'en' ? english : spanish;
  return findAll(clause, expression).flatMap((found, index, all) => {
    if (index > 0 && found.first < (all[index - 1]?.next ?? 0) + 2) return [];
    return readOne(clause, found);
  });
};

function readOne(clause: Clause, { first, next }: Span): Finding[] {
  if (
    isNegatedAt(clause, first) ||
    isPastAt(clause, first) ||
    clause.words.mine.has(normAt(clause, first - 1))
  )
    return [];
  if (
    /\b(?:not|no|ya no|que|i|if|si|a|the|who)$/.test(normsBefore(clause, first, 1)) &&
    !/^(?:looking|hoping|thinking)/.test(normAt(clause, first))
  )
    return [];
  const rest = restFlat(clause, next - (normAt(clause, next - 1) === 'to' ? 1 : 0));
  if (notWished.test(rest) || notWished.test(rest.replace(/^to /, ''))) return [];
  if (isErrand(clause, first, rest)) return [];
  const end = findEnd(clause, next);
  if (end === next) return [];
  const text = toSentence(sayWish(clause, first, end));
  return [{ kind: 'wants', text, ...spanToOffsets(clause, { first, next: end }) }];
}

/** "needs to call the county", "looking for his keys": done by tomorrow, and nothing to keep. */
function isErrand(clause: Clause, first: number, rest: string): boolean {
  if (/^(?:a ride|(?:his|her|their|my) (?:keys|phone|glasses|dog|cat)|work|aventon) /.test(rest)) return true;
  if (!/^(?:needs?|necesitan?)$/.test(normAt(clause, first))) return false;
  const lasting =
    /^(?:to )?(?:sell|buy|move|find|list|rent|downsize|upsize|relocate|be|get out|refinance|build|remodel|live|have|vender|comprar|mudarse|encontrar|rentar|cambiarse|estar|vivir) /;
  return /^(?:to |\w+(?:ar|er|ir) )/.test(rest) && !lasting.test(rest);
}

function sayWish(clause: Clause, first: number, end: number): string {
  const isLed = /^(?:is|are|esta|estan|anda|andan|lo|really)$/.test(normAt(clause, first));
  return spanText(clause.tokens, {
    first: isLed && normAt(clause, first) !== 'lo' ? first + 1 : first,
    next: end,
  });
}

function restFlat(clause: Clause, index: number): string {
  return clause.tokens
    .slice(index, index + 5)
    .map(({ norm }) => `${norm} `)
    .join('');
}

/** Beyond the clause where the next one hangs on it: "once they have a fence". */
function findEnd(clause: Clause, next: number): number {
  const limit = Math.min(clause.next, next + longest);
  let end = next;
  while (end < limit) {
    const norm = normAt(clause, end);
    if (norm === ',' && !isListed(clause, end)) break;
    if (end > next && ends.test(restFlat(clause, end))) break;
    if (
      end > next + 1 &&
      starts.test(restFlat(clause, end)) &&
      !goesOn.has(normAt(clause, end - 1)) &&
      !/^(?:his|her|their)$/.test(norm)
    )
      break;
    end++;
  }
  while (
    end > next &&
    /^(?:and|y|,|but|so|because|the|a|now|e|or|o|pero|ya|el|la|dice|she|he)$/.test(normAt(clause, end - 1))
  )
    end--;
  return end;
}

function isListed(clause: Clause, index: number): boolean {
  return /^(?:by|before|with|near|antes|para|cerca|con) /.test(restFlat(clause, index + 1));
}
