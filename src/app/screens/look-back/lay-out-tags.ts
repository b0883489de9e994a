import type { OccasionThen, PersonThen } from '../../../domain/look-back.ts';
import { hashText } from '../../../domain/recall/seeded-order.ts';
import type { TagColour } from '../../../domain/table-words.ts';

/** How large a tag is, in units of the picture, and what is written on it. */
export interface TagSize {
  readonly width: number;
  readonly height: number;
  readonly words: 'name' | 'initials' | 'none';
}

export interface LaidTag {
  readonly person: PersonThen;
  readonly colour: TagColour | undefined;
  /** Of its upper left corner. */
  readonly x: number;
  readonly y: number;
  /** Degrees: nobody lays name tags straight. */
  readonly tilt: number;
}

export interface LaidOccasion {
  readonly key: string;
  readonly name: string;
  readonly colour: TagColour | undefined;
  readonly x: number;
  readonly y: number;
  /** That its name may take. */
  readonly width: number;
  readonly tags: readonly LaidTag[];
  /** Who finds no place in the picture. */
  readonly more: number;
}

export interface LaidPicture {
  readonly size: TagSize;
  readonly height: number;
  readonly occasions: readonly LaidOccasion[];
}

const sizes: readonly { readonly upTo: number; readonly size: TagSize; readonly gap: number }[] = [
  { upTo: 14, size: { width: 106, height: 72, words: 'name' }, gap: 14 },
  { upTo: 48, size: { width: 78, height: 56, words: 'name' }, gap: 10 },
  { upTo: 160, size: { width: 48, height: 38, words: 'initials' }, gap: 8 },
  { upTo: Number.POSITIVE_INFINITY, size: { width: 21, height: 17, words: 'none' }, gap: 6 },
];
/** More shapes than that a phone draws slowly, and nobody sees. */
const tagsAtMost = 480;
const nameHeight = 34;
const between = 12;
/** An occasion's name wants room, even where one person was met there. */
const narrowest = 160;

/** Places everybody's tag on a board of that width, those of one occasion together. The same people lie the same. */
export function layOutTags(occasions: readonly OccasionThen[], width: number, noName: string): LaidPicture {
  const all = occasions.reduce((sum, { people }) => sum + people.length, 0);
  const { size, gap } = sizes.find(({ upTo }) => all <= upTo) ?? { size: sizes[0]?.size ?? noSize, gap: 8 };
  const share = Math.min(1, tagsAtMost / Math.max(1, all));
  const columns = Math.max(1, Math.floor((width + gap) / (size.width + gap)));
  const [cell, step] = [size.width + gap, size.height + gap + 2];
  const laid: LaidOccasion[] = [];
  let [left, top, lowest] = [0, 0, 0];
  for (const { occasion, people } of occasions) {
    const shown = people.slice(0, Math.max(1, Math.round(people.length * share)));
    const across = Math.min(columns, shown.length);
    const taken = Math.min(width, Math.max(narrowest, across * cell - gap));
    if (left > 0 && left + taken > width) [left, top] = [0, lowest + between];
    const [x, y] = [left, top];
    const tags = shown.map((person, place) => ({
      person,
      colour: occasion?.colour,
      x: x + (place % across) * cell + nudge(person.id, 'x', size),
      y: y + nameHeight + Math.floor(place / across) * step + nudge(person.id, 'y', size),
      tilt: ((hashText(`${person.id} tilt`) % 1000) / 1000 - 0.5) * (size.words === 'none' ? 10 : 7),
    }));
    laid.push({
      key: occasion?.id ?? '',
      name: occasion?.name ?? noName,
      colour: occasion?.colour,
      x,
      y,
      width: taken,
      tags,
      more: people.length - shown.length,
    });
    lowest = Math.max(lowest, y + nameHeight + Math.ceil(shown.length / across) * step);
    left += taken + gap + 8;
  }
  return { size, height: lowest, occasions: laid };
}

const noSize: TagSize = { width: 48, height: 38, words: 'initials' };

function nudge(id: string, axis: string, { width }: TagSize): number {
  return ((hashText(`${id} ${axis}`) % 1000) / 1000 - 0.5) * Math.min(5, width / 12);
}
