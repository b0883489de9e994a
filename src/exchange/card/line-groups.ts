import type { CardLine } from './words-to-lines.ts';

/** What one or more lines below each other say together. */
export interface FoundLine {
  readonly text: string;
  readonly lines: readonly CardLine[];
  readonly sure: number;
}

export type Tail = (group: readonly CardLine[], below: CardLine) => boolean;

/** The line alone, and with each further line below that goes on with it. */
export function joinBelow(
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

export function isBelow(above: CardLine, below: CardLine, heights: number): boolean {
  const size = Math.max(above.height, below.height);
  const gap = below.box.top - above.box.bottom;
  const overlap = Math.min(above.box.right, below.box.right) - Math.max(above.box.left, below.box.left);
  return above !== below && gap > -size * 0.4 && gap < size * heights && overlap > -size;
}

export function isSameSize(one: CardLine, other: CardLine): boolean {
  return Math.abs(one.height - other.height) <= Math.max(one.height, other.height) * 0.3;
}

export function overlaps(one: readonly CardLine[], other: readonly CardLine[]): boolean {
  return one.some((line) => other.includes(line));
}

export function bySure(one: { readonly sure: number }, other: { readonly sure: number }): number {
  return other.sure - one.sure;
}

export function wordsOf(group: readonly CardLine[]): readonly string[] {
  return group
    .flatMap(({ words }) => words.map(({ text }) => text))
    .filter((word) => /[\p{L}\d&]/u.test(word));
}

export function groupText(group: readonly CardLine[]): string {
  return group.map(({ text }) => text).join(' ');
}

export function toFound(group: readonly CardLine[], sure: number, tidy: (text: string) => string): FoundLine {
  return { text: tidy(groupText(group)), lines: group, sure: Math.min(0.99, sure) };
}
