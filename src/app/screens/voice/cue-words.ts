import type { DetailKind } from '../../../domain/detail-kinds.ts';
import type { Person } from '../../../domain/person.ts';

/** What to say something about; the same for everybody. */
const cues: readonly { readonly kind: DetailKind; readonly words: string }[] = [
  { kind: 'work', words: 'Work?' },
  { kind: 'home', words: 'Home?' },
  { kind: 'town', words: 'How long in town?' },
  { kind: 'partner', words: 'Partner?' },
  { kind: 'kids', words: 'Kids?' },
  { kind: 'pets', words: 'Pets?' },
  { kind: 'restaurant', words: 'Favorite restaurant?' },
  { kind: 'common', words: 'In common?' },
  { kind: 'wants', words: 'Plans?' },
];

/** What is not known about somebody yet, nor was `heard` just now; everything about nobody. */
export function listCueWords(
  person: Person | undefined,
  heard: ReadonlySet<DetailKind> = new Set(),
): readonly string[] {
  const known = new Set<string>([...heard, ...(person?.details.map(({ kind }) => kind) ?? [])]);
  if (person !== undefined && person.company !== '' && person.title !== '') known.add('work');
  return cues.filter(({ kind }) => !known.has(kind)).map(({ words }) => words);
}
