import { hasLegalForm, isSmallWord, isTitleWord, isTradeWord } from './card-vocabulary.ts';
import { ownerAgreement } from './domain.ts';
import {
  bySure,
  type FoundLine,
  groupText,
  joinBelow,
  overlaps,
  type Tail,
  toFound,
  wordsOf,
} from './line-groups.ts';
import { nameAgreement } from './name-agreement.ts';
import type { CardLine } from './words-to-lines.ts';

export interface Clues {
  /** The parts of e-mail addresses before the @. */
  readonly mailboxes: readonly string[];
  /** Of domains: `smithrealty`. */
  readonly owners: readonly string[];
}

/** An engine that is less sure than this of a word, 0 to 100, has guessed it. */
const guessed = 30;

/** By agreement with a domain, by its legal form or by its trade; undefined where two lines could be it. */
export function findCompany(lines: readonly CardLine[], { owners, mailboxes }: Clues): FoundLine | undefined {
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
  return toFound(best.group, best.sure, (text) => withoutLogo(tidyCompany(text), owners));
}

/** A line above that has nothing to do with the domain, over one that has all of it. */
function isBetterWithoutFirst(group: readonly CardLine[], owners: readonly string[]): boolean {
  const agreement = (lines: readonly CardLine[]) =>
    Math.max(0, ...owners.map((owner) => ownerAgreement(owner, wordsOf(lines))));
  const rest = agreement(group.slice(1));
  return group.length > 1 && rest >= 0.55 && agreement(group) <= rest;
}

/** "Smith LLC", not "SA" alone. */
function hasFormAndName(group: readonly CardLine[]): boolean {
  return wordsOf(group).length > 1 && hasLegalForm(groupText(group));
}

function companySure(
  group: readonly CardLine[],
  owners: readonly string[],
  mailboxes: readonly string[],
): number {
  const words = wordsOf(group);
  if (words.length > 7 || !/\p{L}{2}/u.test(groupText(group)) || /@|\bwww\b/i.test(groupText(group)))
    return 0;
  const agreement = Math.max(0, ...owners.map((owner) => ownerAgreement(owner, words)));
  const hasTrade = words.some(isTradeWord);
  const isLegal = hasFormAndName(group);
  const isTitle = words.some(isTitleWord) && !isLegal;
  const isName = mailboxes.some((mailbox) => nameAgreement(words, mailbox) >= 0.8);
  if (isSaying(words) && agreement < 0.9) return 0;
  const base = Math.max(
    agreement >= 0.55 ? 0.55 + agreement * 0.4 : 0,
    isLegal ? 0.8 : 0,
    hasTrade && !isTitle ? 0.62 : 0,
  );
  if (base === 0) return 0;
  const doubts = (isTitle ? 0.35 : 0) + (isName && !isLegal && !hasTrade ? 0.3 : 0);
  // Of two lines and of one, the longer that agrees as well is the whole.
  const more = Math.min(0.04, 0.015 * words.length) + (hasTrade ? 0.05 : 0) + (isLegal ? 0.05 : 0);
  return Math.max(0, base + more - doubts - guessDoubt(group, agreement));
}

function isSaying(words: readonly string[]): boolean {
  return words.filter(isSmallWord).length > 1;
}

/** What the engine guessed is no company's name, but where the domain says the same. */
function guessDoubt(group: readonly CardLine[], agreement: number): number {
  return agreement < 0.95 && group.some(({ confidence }) => confidence < guessed) ? 0.4 : 0;
}

const isCompanyTail: Tail = (_group, below) =>
  wordsOf([below]).length <= 3 &&
  wordsOf([below]).some((word) => isTradeWord(word) || hasLegalForm(` ${word}`));

const isLegalTail: Tail = (_group, below) => wordsOf([below]).length === 1 && hasLegalForm(` ${below.text}`);

function tidyCompany(text: string): string {
  return text.replace(/^[^\p{L}\d]+/u, '').replace(/[^\p{L}\d.!)]+$/u, '');
}

/** A round logo before the name is read as "O": the domain knows nothing of it. */
function withoutLogo(company: string, owners: readonly string[]): string {
  const [first = '', ...rest] = company.split(' ');
  if (first.length > 2 || rest.length === 0 || /^[a-z]?\.$/i.test(first)) return company;
  const agreement = (words: readonly string[]) =>
    Math.max(0, ...owners.map((owner) => ownerAgreement(owner, words)));
  const without = agreement(rest);
  return without >= 0.55 && without >= agreement([first, ...rest]) ? rest.join(' ') : company;
}
