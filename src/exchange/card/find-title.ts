import { isShouted, toCapital } from './capitals.ts';
import { hasLegalForm, isTitleWord, isTradeWord } from './card-vocabulary.ts';
import {
  type FoundLine,
  groupText,
  isBelow,
  isSameSize,
  joinBelow,
  toFound,
  wordsOf,
} from './line-groups.ts';
import type { CardLine } from './words-to-lines.ts';

/** By a word of what people do, near the name. */
export function findTitle(
  lines: readonly CardLine[],
  name: FoundLine | undefined,
  hasCompany: boolean,
): FoundLine | undefined {
  const titles = lines.filter((line) => wordsOf([line]).some(isTitleWord) && !/[\d@]/.test(line.text));
  const last = name?.lines[name.lines.length - 1];
  const near = last === undefined ? undefined : titles.find((line) => isBelow(last, line, 3));
  const line = near ?? (titles.length === 1 ? titles[0] : undefined);
  if (line === undefined || line.confidence < 40) return undefined;
  const head = last === undefined ? line : titleStart(line, last, lines);
  const wrapped = joinBelow(head, lines, (above, below) => isTitleTail(above, below, hasCompany));
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

/** Where the company is another line, what sounds like one goes on with the title: "Commercial / Property Services". */
function isTitleTail(group: readonly CardLine[], below: CardLine, hasCompany: boolean): boolean {
  const words = wordsOf(group);
  const next = wordsOf([below]);
  if (/[\d@]/.test(below.text) || hasLegalForm(below.text)) return false;
  const isOpen = /(?:\b(?:of|and|for|und|de|et|y)|[,&])$/i.test(groupText(group));
  const isOther = !hasCompany && next.slice(1).some(isTradeWord);
  return isOpen || (words.length >= 3 && next.length <= 4 && !isOther);
}

function tidyTitle(text: string): string {
  const bare = text.replace(/^[^\p{L}]+/u, '').replace(/[^\p{L}.)]+$/u, '');
  return isShouted(bare) ? bare.split(' ').map(toCapital).join(' ') : bare;
}
