import { type Clause, normAt } from '../clause.ts';
import type { Kid } from '../detail-facts.ts';
import { findNameStart, isNameAt, type NameLead, readName } from './read-names.ts';

interface KidList {
  readonly kids: Kid[];
  readonly next: number;
}

/**
 * Names and ages after a word for kids: "Ana who's four and Luis who's seven", "are 8, 10 and 13", "de cuatro años".
 * Reads beyond the clause's end ("he is twelve"), not beyond the sentence's. `count` undefined is any number.
 */
export function readKidList(clause: Clause, index: number, count: number | undefined): KidList {
  const most = count ?? 9;
  const kids: Kid[] = [];
  let end = index;
  let { at, lead } = startOfList(clause, index);
  while (at < clause.tokens.length) {
    const isFurther = kids.at(-1)?.age !== undefined;
    const read = readKid(clause, at, lead, isFurther);
    if (read === undefined || !hasRoom(kids.length, most, read.kid)) break;
    kids.push(read.kid);
    end = read.next;
    at = skipAnd(clause, end);
    if (at === end) break;
    if (lead === 'is') lead = 'beside';
  }
  return { kids: joinAges(kids), next: end };
}

/** Of "two girls" two names, and as many ages after them. */
function hasRoom(known: number, most: number, { name }: Kid): boolean {
  if (known < most) return true;
  return most > 1 && name === undefined && known < 2 * most;
}

function startOfList(clause: Clause, index: number): { at: number; lead: NameLead } {
  const at = skipBetween(clause, index);
  const start = findNameStart(clause, at);
  const isLed = start.index > at || start.lead === 'called';
  return { at: isLed ? start.index : at, lead: start.lead };
}

/** "Aiden and Ella, eleven and thirteen": as many ages as names, in the same order. */
function joinAges(kids: readonly Kid[]): Kid[] {
  const named = kids.filter(({ name }) => name !== undefined);
  const aged = kids.filter(({ name }) => name === undefined);
  // "Zuri, eight and eleven": the last name seems to have the first age.
  const last = named.at(-1);
  const ages = last?.age === undefined ? aged : [{ age: last.age }, ...aged];
  const isPlain = named.every(({ age }, index) => age === undefined || index === named.length - 1);
  if (named.length < 2 || aged.length === 0 || !isPlain || ages.length !== named.length) return [...kids];
  return named.map((kid, index) => ({ ...kid, ...ages[index] }));
}

/** "at home", "ya grandes", "la mayor": what may stand before a name. */
function skipBetween(clause: Clause, index: number): number {
  let at = index;
  const said = (from: number, count: number) =>
    clause.tokens
      .slice(from, from + count)
      .map(({ norm }) => norm)
      .join(' ');
  if (/^at home(?: |$)/.test(said(at, 3))) at += 2;
  if (/^(?:mayor|menor|grande|chico|chica)$/.test(said(at, 1))) at++;
  if (
    /^(?:on (?:her|his|their) own|all (?:boys|girls)|all together|at home still|still at home)/.test(
      said(at, 3),
    ) &&
    normAt(clause, at + (said(at, 1) === 'all' ? 2 : 3)) === ','
  )
    at += said(at, 1) === 'all' ? 2 : 3;
  if (/^, (?:the oldest|the youngest|la mayor|el mayor|la menor|el menor)$/.test(said(at, 3))) at += 3;
  return at;
}

function skipAnd(clause: Clause, index: number): number {
  let at = index;
  if (normAt(clause, at) === ',') at++;
  if (clause.words.ands.has(normAt(clause, at))) at++;
  return at;
}

function readKid(
  clause: Clause,
  index: number,
  lead: NameLead,
  isFurther: boolean,
): { kid: Kid; next: number } | undefined {
  const plainAge = readAge(clause, index, isFurther);
  if (plainAge !== undefined) {
    const named = findNameStart(clause, plainAge.next);
    if (named.index > plainAge.next && named.lead !== 'is' && isNameAt(clause, named.index, named.lead)) {
      const { name, next } = readName(clause, named.index);
      return { kid: { name, age: plainAge.age }, next };
    }
    return { kid: { age: plainAge.age }, next: plainAge.next };
  }
  if (!isNameAt(clause, index, lead)) return undefined;
  const { name, next } = readName(clause, index);
  const age = readAge(clause, isAgeSaidOn(clause, next) ? next + 1 : next);
  return age === undefined ? { kid: { name }, next } : { kid: { name, age: age.age }, next: age.next };
}

/** "que se llama Marcos y tiene siete", "Noah and he is eight" */
function isAgeSaidOn(clause: Clause, index: number): boolean {
  const said = clause.tokens
    .slice(index, index + 4)
    .map(({ norm }) => norm)
    .join(' ');
  return /^(?:y tiene|and (?:he|she) is|and is) \d/.test(said) || /^y tiene \d/.test(said);
}

/** "who is 4", ", 7", "de 4 años", "is 12", "8 year old": years, or months with their word. */
function readAge(
  clause: Clause,
  index: number,
  isFurther = false,
): { readonly age: string; readonly next: number } | undefined {
  let at = index;
  if (normAt(clause, at) === ',') at++;
  while (
    /^(?:who|is|are|aged|age|ages|she|he|they|de|tiene|tienen|turns|cumple|cumplen|que|just|turned|ella|él)$/.test(
      normAt(clause, at),
    )
  )
    at++;
  const figure = normAt(clause, at);
  if (!/^\d{1,2}$/.test(figure)) return undefined;
  const unit = normAt(clause, at + 1);
  if (/^(?:months?|meses|mes)$/.test(unit))
    return { age: `${figure} ${unit}`, next: skipOld(clause, at + 2) };
  if (/^(?:years?|anos?|yrs?)$/.test(unit)) return { age: figure, next: skipOld(clause, at + 2) };
  const isEnd =
    unit === '' ||
    unit === ',' ||
    clause.words.ands.has(unit) ||
    clause.words.pronouns.has(unit) ||
    clause.words.theirs.has(unit);
  const isCounted = /s$/.test(unit) || /^(?:bedroom|bath|acre|story|\d+)$/.test(unit);
  const isListed =
    isEnd ||
    (isFurther && !isCounted) ||
    clause.words.verbs.has(unit) ||
    /^(?:el|la|su|que|who|now|already|ya)$/.test(unit) ||
    isNameAt(clause, at + 1, 'beside');
  return isListed ? { age: figure, next: at + 1 } : undefined;
}

function skipOld(clause: Clause, index: number): number {
  return normAt(clause, index) === 'old' ? index + 1 : index;
}
