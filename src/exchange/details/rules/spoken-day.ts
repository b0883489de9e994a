import * as en from 'chrono-node/en';
import * as es from 'chrono-node/es';
import type { RuleContext } from '../finding.ts';
import {
  type DayNumber,
  dayNumberToIso,
  easterOf,
  isoToDayNumber,
  nextWorkingDay,
  nthWeekday,
  toDayNumber,
  toWorkingDay,
  weekdayOf,
} from './working-days.ts';

const months = 'january february march april may june july august september october november december'.split(
  ' ',
);
const meses =
  'enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre'.split(' ');
const weekdays = 'sunday monday tuesday wednesday thursday friday saturday'.split(' ');
const dias = 'domingo lunes martes miercoles jueves viernes sabado'.split(' ');
const monthSource = [...months, ...meses].join('|');
const weekdaySource = [...weekdays, ...dias].join('|');

export interface SpokenDay {
  readonly on: string;
  /** Offset into the text that was given, at the end of the words for the day. */
  readonly end: number;
}

interface DayRule {
  readonly expression: RegExp;
  readonly read: (match: RegExpExecArray, today: DayNumber) => DayNumber | undefined;
}

type Holiday = readonly [source: string, dayOf: (year: number) => DayNumber];

/** After these one is not in touch on the day itself, but on the first working day after. */
const holidays: readonly Holiday[] = [
  [
    "(?:the )?holidays|new year(?: 's)?(?: day)?|(?:las )?fiestas|ano nuevo|navidades|las vacaciones de (?:navidad|invierno)",
    (year) => toDayNumber(year, 1, 1),
  ],
  ['reyes', (year) => toDayNumber(year, 1, 6)],
  ['christmas|xmas|navidad', (year) => toDayNumber(year, 12, 25)],
  ['thanksgiving(?: weekend)?|accion de gracias', (year) => nthWeekday(year, 11, 4, 4) + 1],
  ['easter|semana santa|pascua', easterOf],
  ['(?:the )?(?:fourth|4th|4) of july|el 4 de julio', (year) => toDayNumber(year, 7, 4)],
  ['labor day', (year) => nthWeekday(year, 9, 1, 1)],
  ['memorial day', (year) => nthWeekday(year, 5, 1, -1)],
];

const rules: readonly DayRule[] = [
  ...holidays.map(
    ([source, dayOf]): DayRule => ({
      expression: new RegExp(`\\b(?:right )?(?:after|despues de|pasad[oa]s?) (?:${source})\\b`),
      read: (_, today) => nextWorkingDay(firstAfter(today, dayOf)),
    }),
  ),
  {
    expression: /\b(?:(?:in|early in) the new year|en el ano nuevo|el ano que viene|next year)\b/,
    read: (_, today) => nextWorkingDay(firstAfter(today, (year) => toDayNumber(year, 1, 1))),
  },
  {
    expression: /\b(?:later today|tonight|this (?:afternoon|evening)|hoy|today|esta (?:tarde|noche))\b/,
    read: (_, today) => today,
  },
  { expression: /\bpasado manana\b/, read: (_, today) => today + 2 },
  {
    expression: /\b(?:tomorrow|manana)\b(?! (?:is|es)\b)/,
    // "por la mañana" is the morning.
    read: ({ input, index }, today) => (/\bla $/.test(input.slice(0, index)) ? undefined : today + 1),
  },
  {
    expression:
      /\blater this week\b|\b(?:at the )?end of (?:the|this) week\b|\b(?:al )?fin de semana pasado\b/,
    read: (_, today) => today + Math.max(1, 5 - weekdayOf(today)),
  },
  {
    expression: /\b(?:this|next|the) weekend\b|\b(?:el|este|próximo) fin de semana\b/,
    read: (_, today) => nextWeekday(today, 6),
  },
  {
    expression:
      /\b(?:early |sometime )?next week\b(?! on)|\bla (?:semana que viene|proxima semana|semana proxima|otra semana)\b/,
    read: (_, today) => nextWeekday(today, 1),
  },
  {
    expression: /\bnext month\b|\bel (?:mes que viene|proximo mes|mes proximo)\b/,
    read: (_, today) => firstOfMonth(today, monthOf(today) + 1),
  },
  {
    expression: /\b(?:at the |by the )?end of (?:the|this) month\b|\b(?:a )?fin(?:es)? de mes\b/,
    read: (_, today) => endOfMonth(today),
  },
  {
    expression: /\bin (?:a couple of|a couple) (days|weeks|months)\b/,
    read: ([, unit], today) => addUnits(today, 2, unit),
  },
  {
    expression: /\bin a (?:few) (days|weeks)\b|\ben unos (dias)\b/,
    read: ([, unit, dia], today) => addUnits(today, 3, unit ?? dia),
  },
  {
    expression: /\bin (?:a|one) (week|month)\b|\ben una? (semana|mes)\b/,
    read: ([, unit, mes], today) => addUnits(today, 1, unit ?? mes),
  },
  {
    expression: /\b(?:in|en|dentro de) (\d+) (days?|weeks?|months?|dias?|semanas?|mes(?:es)?)\b/,
    read: ([, count, unit], today) => addUnits(today, Number(count), unit),
  },
  {
    expression: new RegExp(
      `\\bfirst week (?:of|in) (${months.join('|')})\\b|\\bprimera semana de (${meses.join('|')})\\b`,
    ),
    read: ([, month, mes], today) => firstOfMonth(today, toMonth(month ?? mes)),
  },
  {
    expression: new RegExp(
      `\\b(?:next|this coming|(?:el )?(?:proximo|siguiente)|this|on|el|este|for|by)? ?(${weekdaySource})(?: (?:que viene|proximo|next week|morning|afternoon|evening|por la manana|por la tarde|after next))?\\b(?! (?:\\d|the \\d|${monthSource})\\b)`,
    ),
    read: (match, today) => readWeekday(match, today),
  },
  {
    expression: new RegExp(
      `\\b(?:on )?the (\\d{1,2})(?:st|nd|rd|th)\\b(?! (?:of|${monthSource}|\\w+ of))|\\bel (?:dia )?(\\d{1,2})\\b(?! de)`,
    ),
    read: ([, date, dia], today) => nextDate(today, Number(date ?? dia)),
  },
  {
    expression: new RegExp(
      `\\b(?:in|early|sometime in|en|a principios de|early in|beginning of|first thing in) (${monthSource})\\b(?! \\d)`,
    ),
    read: ([, month], today) => firstOfMonth(today, toMonth(month)),
  },
];

/**
 * The day that is said in `text`, which is in the form of norms; counted from the local day of `writtenAt`.
 * Undefined where none is said, or only one that is gone.
 */
export function readSpokenDay(
  text: string,
  { writtenAt, region }: RuleContext,
  language: 'en' | 'es',
): SpokenDay | undefined {
  const today = isoToDayNumber(writtenAt);
  if (
    /\b(?:last|past) (?:week|month|monday|tuesday|wednesday|thursday|friday|saturday|sunday)|\byesterday|\bayer\b|\bpasad[oa]\b(?! manana)/.test(
      text,
    )
  )
    return undefined;
  for (const { expression, read } of rules) {
    const match = expression.exec(text);
    const day = match === null ? undefined : read(match, today);
    if (match !== null && day !== undefined && day >= today)
      return { on: dayNumberToIso(day), end: match.index + match[0].length };
  }
  const english = region === 'US' ? en.casual : en.GB;
  return readByLibrary(text, today, language === 'es' ? es.casual : english);
}

/** Dates with a month or in figures: chrono-node knows their many forms. */
function readByLibrary(text: string, today: DayNumber, parser: typeof en.casual): SpokenDay | undefined {
  const reference = { instant: new Date(today * 86_400_000 + 43_200_000), timezone: 0 };
  for (const { start, index, text: said } of parser.parse(text, reference, { forwardDate: true })) {
    if (!start.isCertain('day') || !(start.isCertain('month') || /\d/.test(said))) continue;
    const [year, month, date] = [start.get('year'), start.get('month'), start.get('day')];
    if (year === null || month === null || date === null) continue;
    const day = toDayNumber(year, month, date);
    if (day >= today) return { on: dayNumberToIso(day), end: index + said.length };
  }
  return undefined;
}

function firstAfter(today: DayNumber, dayOf: (year: number) => DayNumber): DayNumber {
  const year = yearOf(today);
  const day = dayOf(year);
  return day >= today ? day : dayOf(year + 1);
}

function readWeekday([all, name = '']: RegExpExecArray, today: DayNumber): DayNumber {
  const weekday = Math.max(weekdays.indexOf(name), dias.indexOf(name));
  const day = nextWeekday(today, weekday);
  const isNextWeek = /^next /.test(all.trim()) || /next week$/.test(all);
  const monday = nextWeekday(today, 1);
  if (isNextWeek && day < monday) return day + 7;
  return /after next$/.test(all) ? day + 7 : day;
}

function nextWeekday(today: DayNumber, weekday: number): DayNumber {
  return today + (((weekday - weekdayOf(today) + 6) % 7) + 1);
}

function addUnits(today: DayNumber, count: number, unit = ''): DayNumber {
  if (/^week|^semana/.test(unit)) return today + 7 * count;
  if (!/^mon|^mes/.test(unit)) return today + count;
  return toDayNumber(yearOf(today), monthOf(today) + count, Number(dayNumberToIso(today).slice(8)));
}

function firstOfMonth(today: DayNumber, month: number): DayNumber | undefined {
  if (month < 1) return undefined;
  const day = toDayNumber(yearOf(today), month, 1);
  const first = day <= today && month <= 12 ? toDayNumber(yearOf(today) + 1, month, 1) : day;
  const working = toWorkingDay(first);
  return /-01-01$/.test(dayNumberToIso(first)) ? nextWorkingDay(first) : working;
}

/** The next day with that date, which some months have not. */
function nextDate(today: DayNumber, date: number): DayNumber | undefined {
  for (let day = today + 1; day <= today + 62; day++) {
    if (Number(dayNumberToIso(day).slice(8)) === date) return day;
  }
  return undefined;
}

function endOfMonth(today: DayNumber): DayNumber {
  const last = toDayNumber(yearOf(today), monthOf(today) + 1, 0);
  const weekday = weekdayOf(last);
  return Math.max(today, weekday === 0 ? last - 2 : weekday === 6 ? last - 1 : last);
}

function toMonth(name = ''): number {
  return Math.max(months.indexOf(name), meses.indexOf(name)) + 1;
}

function yearOf(day: DayNumber): number {
  return Number(dayNumberToIso(day).slice(0, 4));
}

function monthOf(day: DayNumber): number {
  return Number(dayNumberToIso(day).slice(5, 7));
}
