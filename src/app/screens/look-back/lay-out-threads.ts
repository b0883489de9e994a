import {
  type OccasionThen,
  type PersonThen,
  type Soonness,
  soonness,
  soonnessOf,
} from '../../../domain/look-back.ts';
import { hashText } from '../../../domain/recall/seeded-order.ts';
import type { TagColour } from '../../../domain/table-words.ts';

export interface HungTag {
  readonly id: string;
  readonly colour: TagColour | undefined;
  /** Of its middle. */
  readonly x: number;
  readonly y: number;
  readonly tilt: number;
}

/** One of the threads that hang from the line: who heard that soon. Where nobody did, none hangs. */
export interface Thread {
  readonly soonness: Soonness;
  readonly x: number;
  /** Where it is tied to the line, and where it ends. */
  readonly top: number;
  readonly bottom: number;
  readonly tags: readonly HungTag[];
  readonly count: number;
}

export interface LaidThreads {
  readonly width: number;
  readonly height: number;
  readonly tag: { readonly width: number; readonly height: number };
  readonly threads: readonly Thread[];
}

const sag = 26;
const lead = 16;
const longest = 210;
const roomiest = 29;
const tightest = 9;
const columnsAtMost = 4;

/** Hangs everybody who has heard from the agent on a line, the soonest at the left. */
export function layOutThreads(occasions: readonly OccasionThen[], width: number): LaidThreads {
  const heard = new Map<Soonness, { person: PersonThen; colour: TagColour | undefined }[]>();
  for (const { occasion, people } of occasions) {
    for (const person of people) {
      if (person.heardAfter === undefined) continue;
      const which = soonnessOf(person.heardAfter);
      heard.set(which, [...(heard.get(which) ?? []), { person, colour: occasion?.colour }]);
    }
  }
  const most = Math.max(1, ...[...heard.values()].map((people) => people.length));
  const columns = Math.min(columnsAtMost, Math.ceil((most * tightest) / longest));
  const rows = Math.min(Math.ceil(most / columns), Math.floor(longest / tightest));
  const pitch = Math.min(roomiest, longest / rows);
  const room = width / soonness.length;
  const tagWidth = Math.min(38, (room - 10) / columns - 3);
  const threads = soonness.flatMap((which, place): Thread[] => {
    const people = heard.get(which) ?? [];
    if (people.length === 0) return [];
    const x = room * (place + 0.5);
    const top = lineAt(x, width);
    const shown = people.slice(0, rows * columns);
    const tags = shown.map(({ person, colour }, at) => ({
      id: person.id,
      colour,
      x: x + ((at % columns) - (columns - 1) / 2) * (tagWidth + 3),
      y: top + lead + (Math.floor(at / columns) + 0.5) * pitch,
      tilt: ((hashText(`${person.id} hung`) % 1000) / 1000 - 0.5) * 12,
    }));
    const bottom = top + lead + Math.ceil(shown.length / columns) * pitch;
    return [{ soonness: which, x, top, bottom, tags, count: people.length }];
  });
  const height = Math.max(...threads.map(({ bottom }) => bottom)) + 44;
  return { width, height, tag: { width: tagWidth, height: pitch * 0.82 }, threads };
}

/** How low the line hangs there: a parabola, tied at both ends. */
function lineAt(x: number, width: number): number {
  const from = x / width;
  return 4 + 4 * sag * from * (1 - from);
}

/** The same line as an SVG path. */
export function linePath(width: number): string {
  return `M0 4Q${width / 2} ${4 + 2 * sag} ${width} 4`;
}
