import type { Found } from './find-sites.ts';
import { sharedPart } from './shared-part.ts';
import type { CardLine } from './words-to-lines.ts';

/** What the second engine found, at the line where the first read something else. */
export function atLineOf<T extends Found>(found: T, lines: readonly CardLine[]): T {
  const line = lines.find(({ box }) => sharedPart(box, found.box) >= 0.6);
  return line === undefined ? found : { ...found, line };
}

/** Whether two engines found both in one place of the card. */
export function isSamePlace(one: Found, other: Found): boolean {
  return sharedPart(one.box, other.box) >= 0.6;
}
