import { toCapital } from './capitals.ts';
import { hasLegalForm, isSmallWord, isTitleWord, isTradeWord } from './card-vocabulary.ts';
import type { Clues } from './find-company.ts';
import {
  bySure,
  type FoundLine,
  isBelow,
  joinBelow,
  overlaps,
  type Tail,
  toFound,
  wordsOf,
} from './line-groups.ts';
import { isMisreading } from './looks-alike.ts';
import { nameAgreement, withUmlauts } from './name-agreement.ts';
import type { CardWord } from './word.ts';
import type { CardLine } from './words-to-lines.ts';

/** By agreement with a mailbox, by the title below it and by its size; undefined where two lines could be it. */
export function findName(
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
  const words = withoutEdges(wordsOf(group)).filter(
    (word) => !/^(?:mr|mrs|ms|dr|prof|ing|lic|arq|dipl)\.?$/i.test(word),
  );
  if (!isNameLike(words)) return 0;
  const isMisread = group.some((line) => line.words.some((word) => isMisreadIn(word, mailboxes)));
  const agreement = Math.max(
    isMisread ? 0.6 : 0,
    ...mailboxes.map((mailbox) => nameAgreement(words, mailbox)),
  );
  const last = group[group.length - 1];
  const isAboveTitle =
    last !== undefined && lines.some((line) => isBelow(last, line, 2.2) && wordsOf([line]).some(isTitleWord));
  const size = Math.max(...group.map(({ height }) => height)) / tallest;
  const words2 = words.length >= 2 ? 0 : -0.4;
  const least = Math.min(...group.map(({ confidence }) => confidence));
  const doubt = agreement >= 0.6 ? 0 : Math.max(0, 75 - least) / 100;
  // Where nothing else is left, nothing else can be the name.
  const isAlone = lines.length === group.length && words.length >= 2;
  const clues =
    (isAboveTitle ? 0.2 : 0) + (size > 0.85 ? 0.15 : 0) + (hasCompany ? 0.1 : 0) + (isAlone ? 0.2 : 0);
  const sure = 0.3 + agreement * 0.5 + clues;
  return Math.min(0.99, sure + words2 - doubt - (words.some(isTitleWord) ? 0.3 : 0));
}

function isMisreadIn(word: CardWord, mailboxes: readonly string[]): boolean {
  return mailboxes.some((mailbox) => mailbox.split(/[._+-]|\d+/).some((piece) => isMisreading(word, piece)));
}

/** "RAJ]": the edge of a letter is read as a bracket. */
function withoutEdges(words: readonly string[]): readonly string[] {
  return words.map((word) => word.replace(/[\][(){}|]+$/, ''));
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

const isNameTail: Tail = (group, below) => wordsOf(group).length === 1 && wordsOf([below]).length === 1;

/** "DANA SMITH" and small capitals read as "KowALSKI" are written as names are. */
function tidyName(text: string): string {
  const bare = text.replace(/^[^\p{L}]+/u, '').replace(/[^\p{L}.]+$/u, '');
  const words = withoutEdges(bare.split(' '));
  const isOdd = words.some(
    (word) => /\p{Lu}{2}/u.test(word.slice(1)) || /\p{Ll}\p{Lu}(?!\p{Ll})/u.test(word),
  );
  return isOdd ? words.map(toCapital).join(' ') : words.join(' ');
}
