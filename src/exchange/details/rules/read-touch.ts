import { type Clause, findAll, normAt, normsBefore, wordsPattern } from '../clause.ts';
import { dayToWords } from '../describe/day-to-words.ts';
import type { TouchWay } from '../detail-suggestion.ts';
import { type Finding, type Rule, type RuleContext, spanToOffsets } from '../finding.ts';
import { isNegatedAt } from './possession.ts';
import { readSpokenDay } from './spoken-day.ts';

const ways: readonly (readonly [TouchWay | undefined, RegExp])[] = [
  [
    'email',
    wordsPattern(
      '(?:email|e mail|send (?:her|him|them) an email)(?! (?:is|address|was)\\b)|(?:manda\\w*|mandar\\w*|envia\\w*|escrib\\w*) (?:un |por |el )?(?:correo|email|mail)',
    ),
  ],
  [
    'text',
    wordsPattern(
      'text(?! (?:is|was|from)\\b)|send (?:her|him|them) a (?:text|message)|message (?:her|him|them)|(?:manda|mandar|envia|enviar)\\w* (?:un |el )?(?:mensaje|mensajito|texto|whatsapp|whats)|escrib(?:ele|irle|eles|irles|e a)',
    ),
  ],
  [
    'call',
    wordsPattern(
      '(?:call|phone|ring)(?! (?:it|a|is|was|me|us|you|the (?!couple|family|office))\\b)|give (?:her|him|them) a (?:call|ring|shout)|llama(?:la|lo|le|les|los|las|r|rle|rla|rlo|rles)?(?! (?:la atencion|mucho)\\b)|(?:habla|hablar)(?:le|les)|marca(?:le|rle)|que (?:le|la|lo|les) (?:llame|hable|marque)|(?:le|la|lo|les) (?:llamo|hablo|marco)|volver a (?:hablar|llamar)',
    ),
  ],
  [
    undefined,
    wordsPattern(
      'reach out|follow up|check (?:back |in )?(?:in |back )?with|check in|check back|touch base|get back to|get in touch|talk to (?:her|him|them) again|catch up with|ping|drop (?:her|him|them) a line|circle back|contactar\\w*|volver a (?:ver|contactar)\\w*|darle seguimiento|buscarl[aeo]s?',
    ),
  ],
];
/** What may stand before a verb that tells oneself to do something; her own calls are none. */
const allowedBefore =
  /(?:^|\b(?:and|then|so|to|should|please|must|ought|better|just|y|luego|que|hay que|tengo que|debo|ok|okay|maybe|,|also|remember|recordar|dice|dijo|entonces|will|gonna|shall|can))$/;
const theirDoing =
  /\b(?:(?:has|have|had|going|needs|wants|want|used|got|tiene|tienen|va|van|quiere) (?:to|que|a)|(?:he|she|they|mom|sister|brother|boss) (?:will|would|can|should)|me|wants|quiere)$/;
const saidWays: readonly (readonly [TouchWay, RegExp])[] = [
  ['text', /\b(?:by|via|with a) (?:text|message)\b|\bpor (?:mensaje|whatsapp|texto)\b/],
  ['email', /\b(?:by|via|with an) e?mail\b|\bpor (?:correo|email|mail)\b/],
  ['call', /\b(?:by|on the) phone\b|\bpor telefono\b/],
];

/** Nobody says more of them without a pause; each costs a parse. */
const mostTries = 8;

/** When to be in touch, and how: "call her next Tuesday". Only where a day was said that is to come. */
export const readTouch: Rule = (clause, context) => {
  if (clause.subject === 'other' || clause.subject === 'kid' || clause.subject === 'partner') return [];
  for (const [way, expression] of ways) {
    for (const { first, next } of findAll(clause, expression).slice(0, mostTries)) {
      const finding = isMeant(clause, first) ? readOne(clause, first, next, way, context) : undefined;
      if (finding !== undefined) return [finding];
    }
  }
  return [];
};

function isMeant(clause: Clause, first: number): boolean {
  const before = normsBefore(clause, first, 4);
  if (isNegatedAt(clause, first)) return false;
  if (
    /\b(?:i|we) (?:really |still )?(?:need|have|want|got|ought) to$/.test(before) ||
    /\b(?:remind|wants|asked|told|said for|likes) me to$/.test(before)
  )
    return true;
  if (
    /\b(?:i|we)(?: \w+)? (?:will|should|would|must|can)$/.test(before) ||
    /\b(?:said|says) to$/.test(before) ||
    /\b(?:remember|remembering|tengo que|hay que|need)(?: to)?$/.test(before)
  )
    return true;
  if (/^(?:llama|que (?:le|la|lo|les))/.test(normAt(clause, first)) && /\bque$/.test(before)) return true;
  if (
    isPlainOrder(clause, first) &&
    !theirDoing.test(before) &&
    !/(?:^|\b)(?:she|he|they|i|we|to|will|can|could|would|not|did|ella|él|que|a|de|puede|debe)$/.test(before)
  )
    return true;
  return allowedBefore.test(before) && !theirDoing.test(before) && !/^(?:she|he|they|i|we)\b/.test(before);
}

/** "call her assistant": it is somebody else who is called. */
function isOfRelation({ tokens, words }: Clause, index: number): boolean {
  return words.theirs.has(tokens[index]?.norm ?? '') && words.relations.has(tokens[index + 1]?.norm ?? '');
}

/** "call her", "llamarle": nobody else's doing, also in the middle of what is said without a pause. */
function isPlainOrder(clause: Clause, first: number): boolean {
  const said = normAt(clause, first);
  if (
    /^(?:llama|habla|escrib|manda|marca|envia)\w*(?:le|la|lo|les)$/.test(said) ||
    /^(?:le|la|lo|les)$/.test(said)
  )
    return true;
  const isOrder =
    /^(?:call|text|email|ring|phone|message|give|send)$/.test(said) &&
    /^(?:her|him|them)$/.test(normAt(clause, first + 1));
  return (
    isOrder ||
    /^(?:follow up|check (?:in|back)|reach out|touch base)$/.test(`${said} ${normAt(clause, first + 1)}`)
  );
}

function readOne(
  clause: Clause,
  first: number,
  next: number,
  way: TouchWay | undefined,
  context: RuleContext,
): Finding | undefined {
  const { language } = clause.words;
  const limit = Math.min(clause.tokens.length, next + 22);
  const after = norms(clause, next, limit);
  const withinClause = norms(clause, next, Math.min(clause.next, limit));
  if (
    /^(?:the (?!couple|family|office|team|first)|her (?:mom|sister|mother|boss)|his (?:mom|sister|mother|boss)|my |back me|al |a la (?!pareja|familia)|a (?:mi|su) )/.test(
      after,
    )
  )
    return undefined;
  if (isOfRelation(clause, next)) return undefined;
  const day = readSpokenDay(withinClause, context, language) ?? readBefore(clause, first, context);
  if (day === undefined) return undefined;
  const said = saidWays.find(([, expression]) => expression.test(after))?.[0] ?? way;
  const end = endToken(clause, next, day.end);
  return {
    kind: 'touch',
    text: dayToWords(day.on, said, language),
    on: day.on,
    ...(said === undefined ? {} : { way: said }),
    ...spanToOffsets(clause, { first, next: Math.max(next, end) }),
  };
}

function norms(clause: Clause, first: number, next: number): string {
  return clause.tokens
    .slice(first, next)
    .map(({ norm }) => norm)
    .join(' ');
}

/** "the week after next, call her" is rare; "tomorrow call her", "en enero llamarle" are not. */
function readBefore(clause: Clause, first: number, context: RuleContext) {
  const before = norms(clause, Math.max(clause.first, first - 4), first);
  const day = readSpokenDay(before, context, clause.words.language);
  return day === undefined ? undefined : { ...day, end: 0 };
}

function endToken(clause: Clause, next: number, end: number): number {
  let offset = 0;
  let index = next;
  while (offset < end && index < clause.next) {
    offset += (clause.tokens[index]?.norm.length ?? 0) + 1;
    index++;
  }
  return index;
}
