import { type Clause, findAll, normAt, normsBefore, spanText, wordsPattern } from '../clause.ts';
import type { HomeFacts } from '../detail-facts.ts';
import { type Finding, type Rule, spanToOffsets } from '../finding.ts';
import { toTitle } from '../to-title.ts';
import { isNegatedAt, isPastAt } from './possession.ts';

const home =
  '(?:house|home|condo|place|trailer|apartment|townhouse|townhome|ranch|duplex|loft|cabin|cottage|bungalow)';
const rents = wordsPattern(
  `rents?(?! (?:out|a car|a truck|a van|a chair|chair|a booth|a storage|an office|is|was|control|increase|went|them|it out|due|cars|tuxes|prices|a movie|movies)\\b)|renting(?! (?:out|a car|a truck|it|them)\\b)|renters?|in a rental|tenant|stop renting|tired of renting|(?:paying|pays?) rent|lease (?:is up|is over|ends|runs out|expires|goes until|runs until|runs through|comes up|up)|(?:out of|break|end|renew) (?:her|his|their) lease|lives in (?:an? )?(?:apartment complex|rental)|rentan?(?! (?:un carro|un coche|un local|carros|la casa de atras|casas|un puesto)\\b)|alquilan?(?! (?:un coche|un local)\\b)|arriendan?|(?:esta|estan|sigue|siguen) (?:rentando|alquilando)|inquilin[oa]s?|(?:vive|viven|esta|estan) de (?:alquiler|renta)|(?:paga|pagan|pagando|pagar) (?:la )?renta|pagan? \\d+ de renta|(?:pays?|paying) \\d+ (?:a month )?(?:in|for) rent|de alquiler|(?:se le|se les) (?:acaba|vence|termina) (?:el |la |su )?(?:contrato|renta)|(?:el )?contrato (?:se le |se les )?(?:vence|acaba|termina)|le suben la renta|harta de pagar renta|dejar de rentar`,
);
const owns = wordsPattern(
  `owns? (?:her|his|their|a|an|the)(?: own)?(?: \\w+){0,2}? ${home}|homeowners?(?! (?:insurance|association|exemption)\\b)|home owners?|(?:just )?(?:bought|purchased|closed on)(?: (?:a|an|the|their|her|his|that|in|last|this|on))*(?: \\w+)? (?:${home})(?! (?:for his|for her|for their)\\b)|bought (?:last|this|in) (?:fall|spring|summer|winter|year|month|\\w+ber)|(?:house|home|condo|place|mortgage) is paid (?:off|for)|(?:house|home) is (?:hers|his|theirs)|has the \\w+ house|(?:has|have) a mortgage|casa propia|(?:piso|departamento|depa) propio|duen[oa]s? de su (?:propia )?(?:casa|departamento|piso)|(?:compro|compraron|acaban? de comprar) (?:una? |la |su |el |un )?(?:casa|departamento|depa|piso|condominio)(?! para)|compro en (?:otono|primavera|verano|invierno)|(?:la casa|el departamento|el piso) (?:es|ya es) (?:suy[oa]|de ell[oa]s)|tienen? su (?:propia )?casa|paga(?:n)? hipoteca|es duen[oa](?= , compro)`,
);
const until = wordsPattern(
  '(?:lease (?:is |s )?(?:up|over|ends|runs out|expires|comes up|goes until|runs until|runs through)|renting|rents|in a rental|rental|rent|lease)(?: \\w+){0,3}? (?:in|at|until|till|til|through|by|to|on) (?<when>(?:the )?(?:end of |early |late |middle of |mid |beginning of )?(?:january|february|march|april|may|june|july|august|september|october|november|december|the year|next year|spring|summer|fall|winter|the month))|(?:contrato|acaba la renta|vence la renta)(?: se le| se les)?(?: \\w+){0,3}? (?:en|hasta|a|a finales de|hasta finales de) (?<cuando>(?:el mes de |fin de |finales de )?(?:enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre|ano|verano|primavera))|(?:renta|rentan|rentando|alquila|alquilan)(?: \\w+){0,3}? hasta (?<hasta>(?:fin de |finales de )?(?:enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre|ano|verano))',
);
const notSold =
  /\b(?:to|wants?|want to|can not|could|sold|looking to|hoping to|quiere|quieren|comprar|dreams of|almost|nearly|never|too|tax|la declaracion de la|declarar la|high)$/;

/** Renter or homeowner, and when the lease is up. */
export const readHome: Rule = (clause) => {
  if (clause.subject !== 'person' && !isLeaseOnly(clause)) return [];
  return [...readOwned(clause), ...readRented(clause)];
};

function isLeaseOnly(clause: Clause): boolean {
  return clause.subject === 'agent' && /\b(?:her|his|their) lease\b/.test(clause.flat);
}

function readRented(clause: Clause): Finding[] {
  const [found] = findAll(clause, rents).filter((one) => isHeld(clause, one.first, one.next));
  if (found === undefined) return [];
  const [end] = findAll(clause, until);
  const said = end?.groups['when'] ?? end?.groups['cuando'] ?? end?.groups['hasta'];
  const text = said === undefined ? undefined : untilToText(clause, said.first, said.next);
  const facts: HomeFacts = { kind: 'home', tenure: 'rents', ...(text === undefined ? {} : { until: text }) };
  const next = Math.max(found.next, said?.next ?? 0);
  return [{ kind: 'home', facts, ...spanToOffsets(clause, { first: found.first, next }) }];
}

function untilToText(clause: Clause, first: number, next: number): string {
  const text = spanText(clause.tokens, { first, next });
  if (clause.words.language === 'es') return text;
  return text
    .split(' ')
    .map((word) =>
      /^(?:the|end|of|early|late|year|next|middle|mid|beginning|month|spring|summer|fall|winter)$/i.test(word)
        ? word
        : toTitle(word),
    )
    .join(' ');
}

function readOwned(clause: Clause): Finding[] {
  if (clause.subject !== 'person') return [];
  const [found] = findAll(clause, owns).filter(
    (one) => isHeld(clause, one.first, one.next) && !isBusinessPlace(clause, one.next),
  );
  if (found === undefined) return [];
  return [{ kind: 'home', facts: { kind: 'home', tenure: 'owns' }, ...spanToOffsets(clause, found) }];
}

/** "owns the taco place": the word before "place" says what it is. */
function isBusinessPlace(clause: Clause, next: number): boolean {
  const before = normAt(clause, next - 2);
  return (
    normAt(clause, next - 1) === 'place' &&
    !/^(?:her|his|their|own|a|the|that|little|big|new|first|nice)$/.test(before)
  );
}

function isHeld(clause: Clause, first: number, next: number): boolean {
  const before = normsBefore(clause, first, 2);
  const word = normAt(clause, first);
  if (clause.words.mine.has(normAt(clause, first - 1))) return false;
  if (notSold.test(before) && !/^(?:stop|out|break|end|dejar|tired)$/.test(word)) return false;
  if (
    /^(?:renta|rentan|alquila|alquilan)$/.test(word) &&
    normAt(clause, first - 1) === 'que' &&
    first > clause.first
  )
    return false;
  if (/^rent/.test(word) && /\b(?:the|por la)$/.test(before)) return false;
  if (/^(?:rent|renta)$/.test(word) && next - first === 1 && !isRentVerb(clause, first)) return false;
  return !isNegatedAt(clause, first) && !isPastAt(clause, first);
}

/** "they rent" and "Renta un depa", not "the rent" or "la renta". */
function isRentVerb(clause: Clause, first: number): boolean {
  const before = normAt(clause, first - 1);
  if (normAt(clause, first) === 'renta')
    return !/^(?:la|de|su|mucha|una)$/.test(first > clause.first ? before : '');
  return (
    first === clause.first || /^(?:they|also|both|still|and|,|just|husband|wife|kids|currently)$/.test(before)
  );
}
