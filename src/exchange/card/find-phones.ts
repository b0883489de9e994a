import { readPhone } from '../phone.ts';
import { phoneInGroups } from '../phone-in-groups.ts';
import type { Found } from './find-sites.ts';
import { labelToKind, type PhoneKind } from './phone-labels.ts';
import type { CardWord } from './word.ts';
import { boxAround, type CardLine, wordsToText } from './words-to-lines.ts';

export interface FoundPhone extends Found {
  readonly kind: PhoneKind | undefined;
}

/** Regions (ISO 3166-1 alpha-2): where this device is at home, and what the card itself tells of its own. */
export interface Regions {
  readonly home: string;
  readonly card: string | undefined;
}

interface Run {
  readonly before: readonly CardWord[];
  readonly digits: readonly CardWord[];
  readonly after: readonly CardWord[];
}

const piece = /^[+([]?[\d().\-–/+]*\d[\d().\-–/]*[,;]?$/;
const isNoPhone =
  /\b(?:lic(?:en[cs]e)?|nmls|dre|mls|cert|reg|id|no|vat|ust|siret|rfc|ein|iban|bic|konto)\b|#/i;

/**
 * Numbers to call, as printed; in international form where the card is from another region than the device, since
 * nobody could call them otherwise. One that is in use nowhere was misread, and is left out. Faxes come last.
 */
export function findPhones(lines: readonly CardLine[], regions: Regions): readonly FoundPhone[] {
  const found = lines.flatMap((line) =>
    toRuns(line.words).flatMap((run) => runToPhone(run, line, regions) ?? []),
  );
  return [...found.filter(({ kind }) => kind !== 'fax'), ...found.filter(({ kind }) => kind === 'fax')];
}

/** The calling code that a number on the card says it is from: `+49` makes the others German as well. */
export function regionOfCodes(lines: readonly CardLine[]): string | undefined {
  const codes = [
    [/\+\s?44\b|\+44/, 'GB'],
    [/\+\s?49\b|\+49/, 'DE'],
    [/\+\s?33\b|\+33/, 'FR'],
    [/\+\s?52\b|\+52/, 'MX'],
    [/\+\s?34\b|\+34/, 'ES'],
    [/\+\s?39\b|\+39/, 'IT'],
    [/\+\s?41\b|\+41/, 'CH'],
    [/\+\s?43\b|\+43/, 'AT'],
    [/\+\s?31\b|\+31/, 'NL'],
    [/\+\s?61\b|\+61/, 'AU'],
  ] as const;
  return codes.find(([code]) => lines.some(({ text }) => code.test(text)))?.[1];
}

function toRuns(words: readonly CardWord[]): readonly Run[] {
  const runs: { before: CardWord[]; digits: CardWord[]; after: CardWord[] }[] = [];
  let label: CardWord[] = [];
  let isOpen = false;
  for (const word of words.flatMap(withoutLabel)) {
    const last = runs[runs.length - 1];
    const text = digitsRepaired(word.text);
    if (piece.test(text)) {
      const digit = { ...word, text: text.replace(/[,;]$/, '').replace(/^\[/, '(') };
      if (isOpen) last?.digits.push(digit);
      else runs.push({ before: label, digits: [digit], after: [] });
      isOpen = true;
      continue;
    }
    if (isOpen) label = [];
    isOpen = false;
    label.push(word);
    last?.after.push(word);
  }
  return runs;
}

/** "T0131": a label of one letter is read as one with its number. O, I and l may be digits themselves. */
function withoutLabel(word: CardWord): readonly CardWord[] {
  const [, label, number] = /^([a-hjkmnp-z][.:]?|[oil][.:])([+(]?\d[\d().\-–/]*)$/i.exec(word.text) ?? [];
  if (label === undefined || number === undefined || number.replace(/\D/g, '').length < 3) return [word];
  return [
    { ...word, text: label },
    { ...word, text: number },
  ];
}

/** Letters inside of a number are digits: a number has none. A word of letters alone stays what it is. */
function digitsRepaired(text: string): string {
  const digits = text.replace(/[^\d]/g, '').length;
  const letters = text.replace(/[^a-z]/gi, '').length;
  if (letters === 0 || digits < 2 || letters > digits / 2) return text;
  return text.replace(/[Oo]/g, '0').replace(/[lI|]/g, '1');
}

function runToPhone(run: Run, line: CardLine, regions: Regions): FoundPhone | undefined {
  if (isNoPhone.test(wordsToText(run.before))) return undefined;
  const whole = readRun(run.digits, regions);
  const [first, ...rest] = run.digits;
  // "O 586 573 9293": the label was taken for a digit.
  const isLabelDigit = whole === undefined && /^[0]\.?$/.test(first?.text ?? '') && run.before.length === 0;
  const text = isLabelDigit ? readRun(rest, regions) : whole;
  if (text === undefined) return undefined;
  const label = isLabelDigit ? 'o' : wordsToText(run.before);
  const kind = labelToKind(label) ?? labelToKind(wordsToText(run.after.slice(0, 1)).replace(/[()]/g, ''));
  const confidence = Math.min(...run.digits.map((word) => word.confidence));
  const box = boxAround(isLabelDigit ? rest : run.digits);
  return { text, line, box, read: confidence / 100, sure: confidence / 100, kind };
}

function readRun(words: readonly CardWord[], { home, card }: Regions): string | undefined {
  const text = wordsToText(words).replace(/\(0\)/, ' ').replace(/\s+/g, ' ').trim();
  const digits = text.replace(/\D/g, '').length;
  if (digits < 7 || digits > 15) return undefined;
  if (text.startsWith('+')) return readPhone(text, home).e164 === undefined ? undefined : text;
  const abroad = card === undefined || card === home ? undefined : readPhone(text, card).e164;
  if (abroad !== undefined) return phoneInGroups(abroad);
  return readPhone(text, home).e164 === undefined ? undefined : text;
}
