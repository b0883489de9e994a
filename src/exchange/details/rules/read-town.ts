import { type Clause, findAll, normAt, normsBefore, type Span, spanText, wordsPattern } from '../clause.ts';
import type { TownFacts } from '../detail-facts.ts';
import { type Rule, spanToOffsets } from '../finding.ts';
import { readNameEnd } from '../name-tokens.ts';
import { toTitle } from '../to-title.ts';
import { isNegatedAt } from './possession.ts';

const isNew = wordsPattern(
  'new (?:in|to) (?:town|the (?:area|city|neighborhood|state)|this (?:area|town|city))|new (?:around )?here|new arrival|(?:just|recently) (?:moved|relocated|got here|got to town|got in from|came here|came from|came up|arrived|transferred)(?! (?:out|in with|on|into (?:a|the|his|her) (?:new|house|condo)|back from|off|a|the|up from the)\\b)|recien llegad[oa]s?|acaban? de (?:llegar|mudarse|venir)|nuev[oa]s? en (?:la ciudad|el barrio|el pueblo|la zona)|hace poco que (?:llego|vive)',
);
const isLong = wordsPattern(
  'born and raised(?: here)?|grew up (?:right )?here|lifelong(?: resident)?|(?:lived|been)(?: here| in \\w+| in town| around here)? (?:her|his|their) (?:whole|entire) li(?:fe|ves)|(?:lived|been)(?: here| in \\w+)? all (?:her|his|their) li(?:fe|ves)|(?:lived|been) here forever|nacid[oa] y criad[oa](?: aqui)?|(?:aqui|vivido|vecin[oa]|vive aqui) (?:de )?toda (?:la|su) vida|de toda (?:la|su) vida|toda (?:la|su) vida (?:ha vivido|aqui|en el barrio|viviendo aqui)|ha vivido aqui siempre|es de aqui|crecio aqui',
);
const moved = wordsPattern(
  '(?:moved|relocated|transferred|got here|came|comes|coming|came up|been)(?: (?:here|up|down|over|out|back|to town|all the way|up here|down here|in))* from|(?:moved|relocated) (?:here|to town|up here)|(?:originally|,) from|is (?:also )?(?:originally )?from|se (?:mudo|mudaron|vino|vinieron)(?: para aca| aqui)?(?: de| desde)?|(?:llego|llegaron|vino|vinieron|viene|vienen|llegar|mudarse|regreso|regresaron|volvio|llegad[oa]s?|venir)(?: aqui| aca)? (?:de|desde)|originari[oa] de|(?:llego|llegaron|vino|vinieron)(?= (?:hace|el ano|en))|(?:llego|llegaron|se vino|vino)|es (?:originari[oa] )?de',
);
const grewUp = wordsPattern('grew up in|raised in|crecio en|se crio en');
const fromBack = /^originally\b/;
const since = wordsPattern(
  '(?:since|as of|back in|in|desde|en|desde el ano) (?<when>(?:early |late |last |this )?(?:january|february|march|april|may|june|july|august|september|october|november|december|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre|the fall|the spring|the summer|last month|last year|last week|19\\d\\d|20\\d\\d))|(?<past>\\d+ (?:years?|months?|weeks?|days?)) ago|(?:a|one|un) (?<one>year|month|week) ago|hace (?<hace>\\d+ (?:anos|meses|semanas|dias))|hace (?<haceUno>un (?:ano|mes))|(?<span>(?:this|last) (?:year|month|week|summer|spring|fall|winter))|(?<esSpan>(?:el (?:ano|mes) pasado|este (?:ano|mes|verano|otono|invierno)|esta primavera|la semana pasada))|(?:for|here|here now|been here) (?<years>\\d+ years)|lived (?:here|in \\w+)(?: for)? (?<lived>\\d+ years)|(?:here|there) (?:for )?(?<hereYears>\\d+ years)|llevan? (?:aqui )?(?<lleva>\\d+ anos)',
);
const stays =
  /\b(?:been (?:up |down )?here|estan? (?:aqui|en \w+) desde|lived here|been in \w+ since|lived in \w+ since|been in \w+ (?:for )?\d+ years|here (?:for )?\d+ years|llevan? (?:aqui )?\d+ anos|vive(?:n)? aqui|viviendo aqui|has lived in \w+ since|been here|aqui)\b/;
const fewYears = 2;
const manyYears = 5;

/** New in town or there for long, from where and since when. Facts of one clause; see `merge-town.ts`. */
export const readTown: Rule = (clause, { writtenAt }) => {
  if (clause.subject !== 'person') return [];
  const said = readTownWords(clause);
  const stay = toStay(said, writtenAt, clause);
  const { fresh, long, from, when } = said;
  if (stay === undefined && from === undefined) return [];
  const facts: TownFacts = {
    kind: 'town',
    ...(stay === undefined ? {} : { stay }),
    ...(from === undefined ? {} : { from: from.text }),
    ...(when === undefined ? {} : { since: when.text }),
  };
  const spans = [fresh, long, from, when].flatMap((one) =>
    one === undefined ? [] : [spanToOffsets(clause, one)],
  );
  const start = Math.min(...spans.map((one) => one.start));
  return [{ kind: 'town', facts, start, end: Math.max(...spans.map((one) => one.end)) }];
};

interface TownWords {
  readonly fresh: Span | undefined;
  readonly long: Span | undefined;
  readonly from: Said | undefined;
  readonly when: Said | undefined;
}

function readTownWords(clause: Clause): TownWords {
  const [fresh] = findAll(clause, isNew).filter((one) => !isNegatedAt(clause, one.first));
  const [long] = findAll(clause, isLong).filter((one) => !isNegatedAt(clause, one.first));
  const from = readFrom(clause);
  const isPlaced =
    fresh !== undefined || from !== undefined || stays.test(clause.flat) || movedHere.test(clause.flat);
  return { fresh, long, from, when: isPlaced ? readSince(clause) : undefined };
}

function toStay(
  { fresh, long, from, when }: TownWords,
  writtenAt: string,
  clause: Clause,
): TownFacts['stay'] {
  if (fresh !== undefined) return 'new';
  if (long !== undefined) return 'long';
  return from === undefined && when === undefined ? undefined : sinceToStay(when?.text, writtenAt, clause);
}

const movedHere =
  /\b(?:moved here|relocated here|moved to town|came here|llego|llegaron|se mudo|se vino|vino)\b/;

interface Said {
  readonly text: string;
  readonly first: number;
  readonly next: number;
}

function readFrom(clause: Clause): Said | undefined {
  const starts = [...findAll(clause, moved), ...findAll(clause, grewUp), ...readPlainFrom(clause)];
  for (const { first, next } of starts) {
    const last = normAt(clause, next - 1);
    if (!/^(?:from|in|de|desde|en)$/.test(last) || isNegatedAt(clause, first)) continue;
    if (
      /\b(?:is|es|also|tambien)\b/.test(normsBefore(clause, first, 1)) &&
      /\b(?:food|recipe|house|it)\b/.test(normsBefore(clause, first, 3))
    )
      continue;
    const end = readNameEnd(clause.tokens, next, clause.words);
    if (end === next || clause.words.theirs.has(normAt(clause, next))) continue;
    const text = toTitle(spanText(clause.tokens, { first: next, next: end }));
    return { text, first, next: end };
  }
  return undefined;
}

/** "from Toledo originally", "From Ohio": at the start of a remark. */
function readPlainFrom(clause: Clause): { first: number; next: number }[] {
  const found: { first: number; next: number }[] = [];
  for (let index = clause.first; index < clause.next - 1; index++) {
    if (normAt(clause, index) !== 'from') continue;
    const end = readNameEnd(clause.tokens, index + 1, clause.words);
    if (end === index + 1) continue;
    const isStart = index === clause.first || /^(?:,|and|is|town|area)$/.test(normAt(clause, index - 1));
    if (isStart || fromBack.test(normAt(clause, end))) found.push({ first: index, next: index + 1 });
  }
  return found;
}

function readSince(clause: Clause): Said | undefined {
  for (const { first, next, groups } of findAll(clause, since)) {
    const { when, past, one, hace, haceUno, span, esSpan, years, lived, hereYears, lleva } = groups;
    const said =
      when ?? past ?? one ?? hace ?? haceUno ?? span ?? esSpan ?? years ?? lived ?? hereYears ?? lleva;
    if (said === undefined) continue;
    const text = sayNumbers(clause, said);
    return { text: one === undefined ? text : `1 ${text}`, first, next };
  }
  return undefined;
}

function sayNumbers(clause: Clause, { first, next }: { first: number; next: number }): string {
  return clause.tokens
    .slice(first, next)
    .map(({ text, norm }) =>
      /^\d+$/.test(norm)
        ? norm
        : clause.words.months.has(norm) && clause.words.language === 'en'
          ? toTitle(text)
          : text,
    )
    .join(' ');
}

function sinceToStay(text: string | undefined, writtenAt: string, clause: Clause): TownFacts['stay'] {
  if (text === undefined) return /\bhace poco\b|\brecently\b/.test(clause.flat) ? 'new' : undefined;
  const year = /^(?:19|20)\d\d$/.test(text) ? Number(text) : undefined;
  const count = /^(\d+) (?:years?|a[nñ]os?)/.exec(text);
  const years =
    year !== undefined ? Number(writtenAt.slice(0, 4)) - year : count === null ? 0 : Number(count[1]);
  if (years <= fewYears) return 'new';
  return years >= manyYears ? 'long' : undefined;
}
