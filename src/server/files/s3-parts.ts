import type { StoredObject } from './s3-bucket.ts';

/** A part of a file that is arriving: `<file>.parts/<where it begins>-<bytes>`. */
export interface StoredPart extends StoredObject {
  readonly from: number;
}

interface ChainedPart extends StoredPart {
  /** Where it goes on after what is before it: somewhat behind `from` where they overlap. */
  readonly begins: number;
}

/** Its size is in its name: a shorter part never takes the place of a longer one. */
export function partKey(file: string, from: number, size: number): string {
  return `${file}.parts/${from}-${size}`;
}

export function toParts(objects: readonly StoredObject[], file: string): StoredPart[] {
  const prefix = `${file}.parts/`;
  const parts = objects.filter(({ key }) => key.startsWith(prefix));
  return parts.map((part) => ({ ...part, from: Number.parseInt(part.key.slice(prefix.length), 10) }));
}

/**
 * The parts that follow on each other from the beginning, without a gap. Two processes that took parts at the same
 * time may have stored some that overlap; one more part never makes what is here less.
 */
export function chainParts(parts: readonly StoredPart[]): ChainedPart[] {
  const chain: ChainedPart[] = [];
  let end = 0;
  for (const part of parts.toSorted((a, b) => a.from - b.from)) {
    if (part.from > end) break;
    if (part.from + part.size <= end) continue;
    chain.push({ ...part, begins: end });
    end = part.from + part.size;
  }
  return chain;
}

/** How many bytes the parts of a chain are together. */
export function lengthOf(chain: readonly ChainedPart[]): number {
  const last = chain.at(-1);
  return last === undefined ? 0 : last.from + last.size;
}
