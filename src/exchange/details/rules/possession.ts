import { type Clause, normAt, normsBefore } from '../clause.ts';
import { englishVerbs } from '../english-words.ts';
import { spanishVerbs } from '../spanish-words.ts';
import { listWords } from '../word-list.ts';

/** So many words back a verb may still be the one. */
const farthest = 40;
/** Before what belongs to something else: "of two dogs". */
const pointing = /^(?:of|to|for|at|in|on|about|like|de|por|para|a|al|from|by|as|como|hers?|than|en)$/;
const having = listWords(
  'has have got with keeps raises raised raising adopted rescued tiene tienen tener con crio crian adopto adoptaron cria',
);
/** Of these, the object is not the person's, or no longer. */
const notHaving = listWords(`
want wants wanted perdieron need needs like likes liked love loves loved hate hates met meet saw sees see walk walks walked walking lost looking look feed feeds watch
watches sits sat had tenia tenian quiere quieren busca buscan gusta gustaria gustan necesita perdio paseaba cuida cuidaba getting get gets buy buying comprar
about thinking sobre pidio ordered order ate eat comimos sells vende teaches coaches allergic alergica alergico scared hear heard`);
/** Pass by these on the way to the verb: they belong to what was said of another thing that is had. */
const linking = listWords('is are s llama llaman called named who que es son se');
const negations =
  /\b(?:no|not|never|without|neither|nor|sin|nunca|tampoco|ni)(?: (?:a|an|any|un|una|ningun|ninguna|have|has|had|been|tiene|tienen|tuvo|is|are|esta|estan|estaba|son|se|ha|han|yet|even|really|exactly|es|the))*$/;

export function isNegatedAt(clause: Clause, index: number): boolean {
  return negations.test(normsBefore(clause, index, 5));
}

/** "used to", "was", "antes era": it held once. */
export function isPastAt(clause: Clause, index: number): boolean {
  return /\b(?:used to(?: \w+)?|formerly(?: a| an)?|was(?: \w+)?|were|had been|had(?: a| an)?|ex|once|solia(?: \w+)?|antes(?: \w+)?|era|estuvo|fue|tenia|former)$/.test(
    normsBefore(clause, index, 3),
  );
}

/** Whether what is named from `index` on is what the clause's subject has: "she has a dog", "two kids, a dog". */
export function isHadAt(clause: Clause, index: number): boolean {
  const before = index > clause.first ? normAt(clause, index - 1) : '';
  if (/^(?:with|con)$/.test(before) && isOfAnother(clause, index - 1)) return false;
  if (having.has(before)) return !/\bnot have$/.test(normsBefore(clause, index, 2));
  if (notHaving.has(before) || pointing.test(before)) return false;
  const verb = nearestVerb(clause, index);
  if (verb === undefined || isNowSince(clause, verb.index, index)) return true;
  if (having.has(verb.norm)) return !isPastAt(clause, verb.index);
  return !notHaving.has(verb.norm) && isApartFrom(clause, verb.index, index);
}

/** What is named stands by itself: after a comma, or with its number and no verb directly before. */
function isApartFrom(clause: Clause, verb: number, index: number): boolean {
  const before = index > clause.first ? normAt(clause, index - 1) : '';
  if (before === ',') return true;
  if (isAnd(before)) return verb < index - 4;
  return verb < index - 1 && !isVerb(before) && /^\d/.test(normAt(clause, index));
}

/** "a friend named Carla with two kids" */
function isOfAnother(clause: Clause, index: number): boolean {
  for (let at = index - 1; at >= Math.max(clause.first, index - 4); at--) {
    const norm = normAt(clause, at);
    if (norm === ',' || clause.words.ands.has(norm)) return false;
    if (clause.words.relations.get(norm)?.who === 'other') return true;
  }
  return false;
}

/** "used to have horses, now it is just one old dog" */
function isNowSince(clause: Clause, verb: number, index: number): boolean {
  return normsBefore(clause, index, index - verb)
    .split(' ')
    .some((norm) => norm === 'now' || norm === 'ahora');
}

function isAnd(norm: string): boolean {
  return /^(?:and|plus|y|e|ni|tambien|also)$/.test(norm);
}

function isVerb(norm: string): boolean {
  return englishVerbs.has(norm) || spanishVerbs.has(norm) || notHaving.has(norm);
}

function nearestVerb(
  clause: Clause,
  index: number,
): { readonly norm: string; readonly index: number } | undefined {
  for (let at = index - 1; at >= Math.max(clause.first, index - farthest); at--) {
    const norm = normAt(clause, at);
    if (linking.has(norm)) continue;
    if (having.has(norm) || isVerb(norm)) return { norm, index: at };
  }
  return undefined;
}
