import type { LabelledText } from '../../src/exchange/contact-reading.ts';
import { accented, type Place, places } from './places.ts';
import type { Seeded } from './seeded.ts';

export interface PrintedNumber extends LabelledText {
  /** What is printed before it: "Cell". */
  readonly label: string;
  readonly isFax: boolean;
}

/** Somebody made up, as their card tells of them. */
export interface CardPerson {
  readonly region: Place['region'];
  readonly name: string;
  readonly title: string;
  readonly longTitle: string;
  readonly company: string;
  readonly domain: string;
  readonly email: string;
  readonly site: string;
  readonly address: readonly string[];
  readonly mobile: PrintedNumber;
  readonly office: PrintedNumber;
  readonly direct: PrintedNumber;
  readonly fax: PrintedNumber;
  readonly slogan: string;
  readonly licence: string;
}

const slogans = [
  'Your home, our promise',
  'Built right the first time',
  'We answer the phone',
  'Local since 1987',
  'Moving you forward',
  'Good work, fair prices',
];

export function makePerson(random: Seeded, kind: string, index: number, isHeldBack: boolean): CardPerson {
  const place = kind === 'foreign' ? foreignPlace(random, index) : places.us;
  const part = <T>(list: readonly T[]) => random.pick(partOf(list, isHeldBack));
  const [given, family, mailbox] = personName(place, part, kind, index);
  const [company, domain] = part(place.companies);
  const labels = random.pick(place.labels);
  const number = (patterns: readonly string[], label: string, isFax = false): PrintedNumber => ({
    text: fillIn(random.pick(patterns), random),
    label,
    isFax,
  });
  return {
    region: place.region,
    name: `${given} ${family}`,
    title: part(place.titles),
    longTitle: part(place.longTitles),
    company,
    domain,
    email: `${mailboxOf(random, given, family, mailbox)}@${domain}`,
    site: random.pick([`www.${domain}`, domain, `www.${domain}`]),
    address: part(place.addresses),
    mobile: number(place.mobiles, labels[0]),
    office: number(place.phones, labels[1]),
    direct: number(place.phones, labels[2]),
    fax: number(place.phones, labels[3], true),
    slogan: part(slogans),
    licence: `Lic. # ${String(Math.floor(random.between(100_000, 999_999)))}`,
  };
}

function foreignPlace(random: Seeded, index: number): Place {
  const abroad = [places.gb, places.de, places.fr, places.mx];
  return abroad[index] ?? random.pick(abroad);
}

function personName(
  place: Place,
  part: <T>(list: readonly T[]) => T,
  kind: string,
  index: number,
): readonly [string, string, string | undefined] {
  if (kind !== 'accents') return [part(place.given), part(place.family), undefined];
  const [given, family, mailbox] = accented[index % accented.length] ?? ['', '', ''];
  return [given, family, mailbox];
}

function mailboxOf(random: Seeded, given: string, family: string, known: string | undefined): string {
  if (known !== undefined) return known;
  const [first, last] = [given.toLowerCase(), family.toLowerCase()];
  return random.pick([first, `${first}.${last}`, `${first.slice(0, 1)}${last}`, `${first}_${last}`, 'info']);
}

function partOf<T>(list: readonly T[], isHeldBack: boolean): readonly T[] {
  const seen = Math.max(1, Math.floor((list.length * 2) / 3));
  return isHeldBack && seen < list.length ? list.slice(seen) : list.slice(0, seen);
}

function fillIn(pattern: string, random: Seeded): string {
  return pattern
    .replace(/%/g, () => String(Math.floor(random.between(2, 10))))
    .replace(/#/g, () => String(Math.floor(random.between(0, 10))));
}
