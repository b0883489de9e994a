import type { CardLine } from './words-to-lines.ts';

export interface FoundAddress {
  readonly text: string;
  readonly lines: readonly CardLine[];
  readonly sure: number;
}

const states =
  'AL AK AZ AR CA CO CT DE FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK OR PA RI SC SD TN TX UT VT VA WA WV WI WY DC PR'.split(
    ' ',
  );
const usTown = new RegExp(`\\p{L}{2}[.,]? (?:${states.join('|')})\\.? \\d{5}(?:-\\d{4})?$`, 'u');
const ukTown = /\b[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}$/;
const canadianTown = /\b[A-Z]\d[A-Z] ?\d[A-Z]\d$/;
/** A code of four or five digits and a town: most of Europe and Latin America. */
const codeFirst = /^(?:[A-Z]{1,2}-|C\.?P\.? ?)?\d{4,5} \p{Lu}\p{L}+/u;
const streetWord =
  /\b(?:street|st|avenue|ave|av|road|rd|drive|dr|boulevard|blvd|lane|ln|court|ct|place|pl|way|highway|hwy|parkway|pkwy|circle|cir|terrace|square|sq|trail|turnpike|broadway|rue|quai|allée|cours|impasse|calle|calzada|avenida|carrera|paseo|suite|ste|floor|unit|gate|row|close|gardens|mews|hill|bishopsgate)\b/i;
const germanStreet =
  /(?:straße|strasse|str\.|weg|allee|platz|ufer|gasse|ring|damm|markt|chaussee) ?\d+ ?[a-z]?\b/i;
const boxOffice = /^p\.? ?o\.? box \d+/i;

/** Postal addresses in one line each: a street, and the town below or behind it. Half of one is left out. */
export function findAddresses(lines: readonly CardLine[]): readonly FoundAddress[] {
  return lines.flatMap((line): FoundAddress[] => {
    const town = repairTown(line.text);
    if (!isTown(town)) return [];
    if (hasBoth(town)) return [{ text: town, lines: [line], sure: sureOf([line]) }];
    const above = lines.filter((other) => isRightAbove(other, line));
    const street = above.find(({ text }) => isStreet(text)) ?? above.find(({ text }) => /\d/.test(text));
    if (street === undefined) return [];
    return [
      {
        text: `${repairTown(street.text).replace(/,$/, '')}, ${town}`,
        lines: [street, line],
        sure: sureOf([street, line]),
      },
    ];
  });
}

/** A state of two letters is known by the code behind it, however well it was read. */
function sureOf(lines: readonly CardLine[]): number {
  const words = lines.flatMap((line) => line.words).filter(({ text }) => text.length > 2);
  return Math.min(...words.map(({ confidence }) => confidence)) / 100;
}

/** Whether a line is of an address, even of one that is left out. */
export function isAboutAddress({ text }: CardLine): boolean {
  return isTown(repairTown(text)) || isStreet(text);
}

/** "510 N. Main Street, Royal Oak, MI 48067" in one line. */
function hasBoth(text: string): boolean {
  const parts = text.split(/, | [·•|] /);
  return parts.some((part) => isStreet(part) && !hasCodeFirst(part)) && parts.length > 1;
}

function isTown(text: string): boolean {
  return usTown.test(text) || ukTown.test(text) || canadianTown.test(text) || hasCodeFirst(text);
}

function hasCodeFirst(text: string): boolean {
  // "1420 Woodward Avenue" has a number and a word as well.
  return text.split(', ').some((part) => codeFirst.test(part) && !streetWord.test(part));
}

function isStreet(text: string): boolean {
  if (germanStreet.test(text) || boxOffice.test(text)) return true;
  const hasNumber = /(?:^|\s)\d+[a-z]?\b/i.test(text);
  return hasNumber && (streetWord.test(text) || /^[1-9]\d* (?:[NSEW]\.? )?\p{Lu}/u.test(text));
}

/** "Bivd", "Ml 48226" and "EC2N 4A]": no street, no state and no code is written so. */
function repairTown(text: string): string {
  return text
    .replace(/\b[A-Z][a-z](?= \d{5}(?:-\d{4})?$)/, (state) => state.toUpperCase())
    .replace(/\bB[iI1|]vd\b/g, 'Blvd')
    .replace(/\bM[l|L1](?=\.? \d{5}\b)/, 'MI')
    .replace(/\b[I|l]L(?=\.? \d{5}\b)/, 'IL')
    .replace(/\b([I|l]N)(?=\.? \d{5}\b)/, 'IN')
    .replace(/(?<=\b[A-Z]{1,2}\d[A-Z\d]? ?\d)([A-Z])\]$/, '$1J')
    .replace(/(?<=\b[A-Z]{1,2}\d[A-Z\d]? )O(?=[A-Z]{2}$)/, '0');
}

function isRightAbove(above: CardLine, below: CardLine): boolean {
  const gap = below.box.top - above.box.bottom;
  const isNear = gap > -below.height * 0.5 && gap < below.height * 1.6;
  const overlap = Math.min(above.box.right, below.box.right) - Math.max(above.box.left, below.box.left);
  return isNear && overlap > 0;
}
