import fc from 'fast-check';
import { expect, test } from 'vitest';
import { joinWords, wordsNotIn } from '../../../src/domain/join-words.ts';

const sentences = [
  'Wants a yard.',
  'Two kids.',
  'Lease is up in May.',
  'Met Dr. Lee there!',
  'Met Dr. Kim there!',
  'Sees J. P. Hart Inc. on Monday.',
  '¿Tiene perro?',
  'Vive en la Av. Juárez.',
  'Wants 3.5 baths.',
  'So he said "Never."',
] as const;
const spaces = [' ', '  ', '\n', '\n\n'] as const;

const piece = fc.record({ said: fc.constantFrom(...sentences), space: fc.constantFrom(...spaces) });
const pieces = fc.array(piece, { maxLength: 8 });
type Piece = { readonly said: string; readonly space: string };
const toText = (all: readonly Piece[]) => all.map(({ said, space }) => said + space).join('');
const toSaid = (all: readonly Piece[]) => all.map(({ said }) => said);
/** A sentence may end behind that mark, without a space. */
const words = (text: string) =>
  text
    .replaceAll('。', '。 ')
    .split(/\s+/)
    .filter((word) => word !== '');
const anyText = fc.string({
  unit: fc.constantFrom('a', 'B', '.', '!', '?', ' ', '\n', '\t', 'é', '犬', '。', '😀', '1'),
});

test('what both texts say is said once, and what each adds is there', () => {
  expect(joinWords('Wants a yard. Two kids.', 'Wants a yard. Lease is up in May.')).toBe(
    'Wants a yard. Two kids.\nLease is up in May.',
  );
  expect(joinWords('Wants a yard.', 'Wants a\u00a0 yard. ')).toBe('Wants a yard.');
  expect(joinWords('', 'Two kids.')).toBe('Two kids.');
  expect(joinWords('Two kids.\n', '')).toBe('Two kids.');
});

test('all that either says is in the joined one in its order, but once where both begin alike or one has all of the other', () => {
  fc.assert(
    fc.property(pieces, pieces, (one, other) => {
      const [had, said] = [toSaid(one), toSaid(other)];
      const isWithin = had.some((_, start) => said.every((words, place) => words === had[start + place]));
      const news = isWithin ? [] : said.slice(said.findIndex((words, place) => words !== had[place]));
      const joined = joinWords(toText(one), toText(other));
      expect(words(joined)).toEqual(words([...toSaid(one), ...news].join(' ')));
      expect(joined.startsWith(toText(one).trimEnd())).toBe(true);
    }),
    { numRuns: 500 },
  );
});

test('of any two texts every word is in the joined one, those of the second in their order', () => {
  fc.assert(
    fc.property(anyText, anyText, (one, other) => {
      const joined = words(joinWords(one, other));
      for (const word of [...words(one), ...words(other)]) expect(joined).toContain(word);
      expect(joined.slice(0, words(one).length)).toEqual(words(one));
      const rest = words(other);
      for (const word of joined.slice(words(one).length)) {
        const place = rest.indexOf(word);
        expect(place).toBeGreaterThanOrEqual(0);
        rest.splice(0, place + 1);
      }
    }),
    { numRuns: 500 },
  );
});

test('half a sentence is none: an abbreviation, an initial or a number does not end one', () => {
  const one = 'Met Dr. Lee. Lives at 12 Main St. Louis is the son.';
  expect(wordsNotIn(one, 'Met Dr. Kim. Lives at 12 Main St. Paul is the son.')).toBe(
    'Met Dr. Kim. Lives at 12 Main St. Paul is the son.',
  );
  expect(wordsNotIn('See https://hart.example/?', 'See https://hart.example/?id=7')).toBe(
    'See https://hart.example/?id=7',
  );
  expect(wordsNotIn('Wants a yard.', 'Wants a yard, too. Wants a yard')).toBe(
    'Wants a yard, too. Wants a yard',
  );
});

test('a sentence that one text alone says twice stays twice', () => {
  expect(joinWords('Two kids.', 'Nice. Nice.')).toBe('Two kids.\nNice. Nice.');
});

test('without a segmenter whole lines are compared', () => {
  const join = (one: string, other: string) => joinWords(one, other, null);
  expect(join('Wants a yard.', 'Wants a yard. Two kids.')).toBe('Wants a yard.\nWants a yard. Two kids.');
});
