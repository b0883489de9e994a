import { hasLegalForm, isSmallWord, isTitleWord, isTradeWord } from './card-vocabulary.ts';
import { ownerAgreement } from './domain.ts';
import { nameAgreement, withUmlauts } from './name-agreement.ts';
import type { CardLine } from './words-to-lines.ts';

export interface FoundLine {
  readonly text: string;
  readonly lines: readonly CardLine[];
  readonly sure: number;
}

export interface Clues {
  /** The parts of e-mail addresses before the @. */
  readonly mailboxes: readonly string[];
  /** Of domains: `smithrealty`. */
  readonly owners: readonly string[];
}

export interface Person {
  readonly name: FoundLine | undefined;
  readonly title: FoundLine | undefined;
  readonly company: FoundLine | undefined;
}

/** Who, what they do, and where, of the lines that are nothing else. What two lines could be is left out. */
export function findPerson(lines: readonly CardLine[], clues: Clues): Person {
  const company = findCompany(lines, clues);
  const others = lines.filter((line) => company?.lines.includes(line) !== true);
  const name = findName(others, clues, company !== undefined);
  const left = others.filter((line) => name?.lines.includes(line) !== true);
  return { name, title: findTitle(left, name), company };
}

function findCompany(lines: readonly CardLine[], { owners, mailboxes }: Clues): FoundLine | undefined {
  const candidates = lines.flatMap((line) => {
    const isBegun = companySure([line], owners, mailboxes) >= 0.6;
    const joined = joinBelow(line, lines, isBegun ? isCompanyTail : isLegalTail);
    const whole = joined.filter((group) => !isBetterWithoutFirst(group, owners));
    return whole.map((group) => ({ group, sure: companySure(group, owners, mailboxes) }));
  });
  const [best, next] = candidates.sort(bySure);
  if (best === undefined || best.sure < 0.6) return undefined;
  const isRival = next !== undefined && next.sure > best.sure - 0.1 && !overlaps(best.group, next.group);
  if (isRival && groupText(next.group) !== groupText(best.group)) return undefined;
  return toFound(best.group, best.sure, tidyCompany);
}

/** A line above that has nothing to do with the domain, over one that has all of it. */
function isBetterWithoutFirst(group: readonly CardLine[], owners: readonly string[]): boolean {
  const agreement = (lines: readonly CardLine[]) =>
    Math.max(0, ...owners.map((owner) => ownerAgreement(owner, wordsOf(lines))));
  const rest = agreement(group.slice(1));
  return group.length > 1 && rest >= 0.55 && agreement(group) <= rest;
}

function companySure(
  group: readonly CardLine[],
  owners: readonly string[],
  mailboxes: readonly string[],
): number {
  const words = wordsOf(group);
  if (words.length > 7 || !/\p{L}{2}/u.test(groupText(group))) return 0;
  const agreement = Math.max(0, ...owners.map((owner) => ownerAgreement(owner, words)));
  const hasTrade = words.some(isTradeWord);
  const isLegal = hasLegalForm(groupText(group));
  const isTitle = words.some(isTitleWord) && !isLegal;
  const isName = mailboxes.some((mailbox) => nameAgreement(words, mailbox) >= 0.8);
  const isSaying = words.filter(isSmallWord).length > 1;
  if (isSaying && agreement < 0.9) return 0;
  const base = Math.max(
    agreement >= 0.55 ? 0.55 + agreement * 0.4 : 0,
    isLegal ? 0.8 : 0,
    hasTrade && !isTitle ? 0.62 : 0,
  );
  if (base === 0) return 0;
  const doubts = (isTitle ? 0.35 : 0) + (isName && !isLegal && !hasTrade ? 0.3 : 0);
  // Of two lines and of one, the longer that agrees as well is the whole.
  const more = Math.min(0.04, 0.015 * words.length) + (hasTrade ? 0.05 : 0) + (isLegal ? 0.05 : 0);
  return Math.max(0, base + more - doubts);
}

function findName(
  lines: readonly CardLine[],
  { mailboxes }: Clues,
  hasCompany: boolean,
): FoundLine | undefined {
  const tallest = Math.max(1, ...lines.map(({ height }) => height));
  const candidates = lines.flatMap((line) =>
    joinBelow(line, lines, isNameTail).map((group) => ({
      group,
      sure: nameSure(group, lines, mailboxes, tallest, hasCompany),
    })),
  );
  const [best, next] = candidates.sort(bySure);
  if (best === undefined || best.sure < 0.6) return undefined;
  if (next !== undefined && next.sure > best.sure - 0.1 && !overlaps(best.group, next.group))
    return undefined;
  return toFound(best.group, best.sure, (text) => withUmlauts(tidyName(text), mailboxes));
}

function nameSure(
  group: readonly CardLine[],
  lines: readonly CardLine[],
  mailboxes: readonly string[],
  tallest: number,
  hasCompany: boolean,
): number {
  const words = wordsOf(group).filter((word) => !/^(?:mr|mrs|ms|dr|prof|ing|lic|arq|dipl)\.?$/i.test(word));
  if (!isNameLike(words)) return 0;
  const agreement = Math.max(0, ...mailboxes.map((mailbox) => nameAgreement(words, mailbox)));
  const last = group[group.length - 1];
  const isAboveTitle =
    last !== undefined && lines.some((line) => isBelow(last, line, 2.2) && wordsOf([line]).some(isTitleWord));
  const size = Math.max(...group.map(({ height }) => height)) / tallest;
  const words2 = words.length >= 2 ? 0 : -0.4;
  const least = Math.min(...group.map(({ confidence }) => confidence));
  const doubt = agreement >= 0.7 ? 0 : Math.max(0, 75 - least) / 100;
  // Where nothing else is left, nothing else can be the name.
  const isAlone = lines.length === group.length && words.length >= 2;
  const clues =
    (isAboveTitle ? 0.2 : 0) + (size > 0.85 ? 0.15 : 0) + (hasCompany ? 0.1 : 0) + (isAlone ? 0.2 : 0);
  const sure = 0.3 + agreement * 0.5 + clues;
  return Math.min(0.99, sure + words2 - doubt - (words.some(isTitleWord) ? 0.3 : 0));
}

/** Two to five words, each with a capital (or "de", "van"), no digits, nothing that only companies are called. */
function isNameLike(words: readonly string[]): boolean {
  if (words.length < 1 || words.length > 5) return false;
  const text = words.join(' ');
  if (/[^\p{L}\p{M}.'’, -]/u.test(text) || hasLegalForm(text)) return false;
  if (words.some((word) => isTradeWord(word) || isSmallWord(word))) return false;
  return words.every(
    (word) => /^\p{Lu}/u.test(word) || /^(?:de|del|la|van|von|der|den|di|da|du|le|y)$/.test(word),
  );
}

function findTitle(lines: readonly CardLine[], name: FoundLine | undefined): FoundLine | undefined {
  const titles = lines.filter((line) => wordsOf([line]).some(isTitleWord) && !/[\d@]/.test(line.text));
  const last = name?.lines[name.lines.length - 1];
  const near = last === undefined ? undefined : titles.find((line) => isBelow(last, line, 3));
  const line = near ?? (titles.length === 1 ? titles[0] : undefined);
  if (line === undefined || line.confidence < 40) return undefined;
  const head = last === undefined ? line : titleStart(line, last, lines);
  const wrapped = joinBelow(head, lines, isTitleTail);
  const group = wrapped[wrapped.length - 1] ?? [head];
  return toFound(
    group,
    (near === undefined ? 0.7 : 0.9) * (0.6 + Math.min(...group.map(({ confidence }) => confidence)) / 250),
    tidyTitle,
  );
}

/** A long title may have its known word only in its second line. */
function titleStart(line: CardLine, name: CardLine, lines: readonly CardLine[]): CardLine {
  const above = lines.find(
    (other) =>
      isBelow(other, line, 1) &&
      isBelow(name, other, 2.2) &&
      isSameSize(other, line) &&
      !/[\d@]/.test(other.text),
  );
  return above !== undefined && wordsOf([above]).length >= 3 ? above : line;
}

type Tail = (group: readonly CardLine[], below: CardLine) => boolean;

/** The line alone, and with each further line below that goes on with it. */
function joinBelow(
  line: CardLine,
  lines: readonly CardLine[],
  isTail: Tail,
): readonly (readonly CardLine[])[] {
  const groups: (readonly CardLine[])[] = [[line]];
  let group: readonly CardLine[] = [line];
  for (let more = 0; more < 2; more += 1) {
    const end = group[group.length - 1];
    const below = lines.find(
      (other) => end !== undefined && isBelow(end, other, 1.1) && isSameSize(end, other),
    );
    if (below === undefined || !isTail(group, below)) break;
    group = [...group, below];
    groups.push(group);
  }
  return groups;
}

const isCompanyTail: Tail = (_group, below) =>
  wordsOf([below]).length <= 3 &&
  wordsOf([below]).some((word) => isTradeWord(word) || hasLegalForm(` ${word}`));

const isLegalTail: Tail = (_group, below) => wordsOf([below]).length === 1 && hasLegalForm(` ${below.text}`);

const isNameTail: Tail = (group, below) => wordsOf(group).length === 1 && wordsOf([below]).length === 1;

const isTitleTail: Tail = (group, below) => {
  const words = wordsOf(group);
  const next = wordsOf([below]);
  if (/[\d@]/.test(below.text) || hasLegalForm(below.text)) return false;
  const isOpen = /(?:\b(?:of|and|for|und|de|et|y)|[,&])$/i.test(groupText(group));
  return isOpen || (words.length >= 3 && next.length <= 4 && !next.slice(1).some(isTradeWord));
};

function isBelow(above: CardLine, below: CardLine, heights: number): boolean {
  const size = Math.max(above.height, below.height);
  const gap = below.box.top - above.box.bottom;
  const overlap = Math.min(above.box.right, below.box.right) - Math.max(above.box.left, below.box.left);
  return above !== below && gap > -size * 0.4 && gap < size * heights && overlap > -size;
}

function isSameSize(one: CardLine, other: CardLine): boolean {
  return Math.abs(one.height - other.height) <= Math.max(one.height, other.height) * 0.3;
}

function overlaps(one: readonly CardLine[], other: readonly CardLine[]): boolean {
  return one.some((line) => other.includes(line));
}

function bySure(one: { readonly sure: number }, other: { readonly sure: number }): number {
  return other.sure - one.sure;
}

function wordsOf(group: readonly CardLine[]): readonly string[] {
  return group
    .flatMap(({ words }) => words.map(({ text }) => text))
    .filter((word) => /[\p{L}\d&]/u.test(word));
}

function groupText(group: readonly CardLine[]): string {
  return group.map(({ text }) => text).join(' ');
}

function toFound(group: readonly CardLine[], sure: number, tidy: (text: string) => string): FoundLine {
  return { text: tidy(groupText(group)), lines: group, sure: Math.min(0.99, sure) };
}

function tidyCompany(text: string): string {
  return text.replace(/^[^\p{L}\d]+/u, '').replace(/[^\p{L}\d.!)]+$/u, '');
}

function tidyTitle(text: string): string {
  const bare = text.replace(/^[^\p{L}]+/u, '').replace(/[^\p{L}.)]+$/u, '');
  return isShouted(bare) ? bare.split(' ').map(toCapital).join(' ') : bare;
}

/** "DANA SMITH" and small capitals read as "KowALSKI" are written as names are. */
function tidyName(text: string): string {
  const words = text
    .replace(/^[^\p{L}]+/u, '')
    .replace(/[^\p{L}.]+$/u, '')
    .split(' ');
  const isOdd = words.some(
    (word) => /\p{Lu}{2}/u.test(word.slice(1)) || /\p{Ll}\p{Lu}(?!\p{Ll})/u.test(word),
  );
  return isOdd ? words.map(toCapital).join(' ') : words.join(' ');
}

function isShouted(text: string): boolean {
  const small = text.replace(/[^\p{Ll}]/gu, '').length;
  const large = text.replace(/[^\p{Lu}]/gu, '').length;
  return large > small * 1.5 && large > 4;
}

function toCapital(word: string): string {
  if (word.length <= 2 && /^\p{Lu}\.?$/u.test(word)) return word;
  return word
    .toLowerCase()
    .replace(/(^|[-'’])(\p{Ll})/gu, (_all, before: string, letter: string) => before + letter.toUpperCase())
    .replace(/^Mc(\p{Ll})/u, (_all, letter: string) => `Mc${letter.toUpperCase()}`);
}
