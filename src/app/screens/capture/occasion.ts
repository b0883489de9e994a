import { nextTagColour } from '../../../domain/occasion.ts';
import type { TagColour } from '../../../domain/table-words.ts';
import { searchableText } from '../../../domain/text.ts';
import type { RecentOccasion } from '../../../store/queries/occasions.ts';

/** So long after the last handshake an occasion is taken to go on; later it is only offered. */
const occasionLastsMs = 12 * 3_600_000;

/** The last occasion's name while it goes on: to its end, where somebody said one; empty otherwise. */
export function keptOccasion(occasions: readonly RecentOccasion[], nowMs: number): string {
  const last = occasions[0];
  if (last === undefined) return '';
  const lastMetMs = Date.parse(last.lastMetAt);
  const untilMs = Date.parse(last.until ?? '');
  const endMs = untilMs > lastMetMs ? untilMs : lastMetMs + occasionLastsMs;
  return nowMs < endMs ? last.name : '';
}

/** The occasion of that name, however it is written. */
export function findOccasion(name: string, occasions: readonly RecentOccasion[]): RecentOccasion | undefined {
  return occasions.find((occasion) => searchableText(occasion.name) === searchableText(name.trim()));
}

/** The colour that saving under this name will give. */
export function occasionColour(name: string, occasions: readonly RecentOccasion[]): TagColour {
  return findOccasion(name, occasions)?.colour ?? nextTagColour(occasions.map((occasion) => occasion.colour));
}
