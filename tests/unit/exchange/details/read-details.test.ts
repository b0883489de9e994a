import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { DetailContext } from '../../../../src/exchange/details/detail-suggestion.ts';
import { readDetails } from '../../../../src/exchange/details/read-details.ts';
import { detailCases, heldBackCases, openedCases } from '../details-cases.ts';
import type { DetailTrap } from './detail-case.ts';
import { isSameDetail } from './is-same-detail.ts';
import { addScores, precisionOf, readCase, recallOf, scoreCase } from './score-details.ts';
import { suggestionToKey } from './suggestion-to-key.ts';

const context: DetailContext = { writtenAt: '2026-11-26T18:05', region: 'US' };

function readKeys(note: string, more: Partial<DetailContext> = {}): string[] {
  return readDetails(note, { ...context, ...more }).map((one) => `${one.kind} ${suggestionToKey(one)}`);
}

describe('a note yields what was written down for it', () => {
  test.each(detailCases.map((one) => [one.note, one] as const))('%s', (_, one) => {
    const { wrong, missing } = scoreCase(one);
    expect({ wrong, missing }).toEqual({ wrong: [], missing: [] });
  });
});

describe('of the notes that were held back and opened', () => {
  // "does not own the salon, she just works there"; "Nina" that reads as "niña".
  const mostMissing = 2;
  const mostWrong = 1;

  test('all but a known few come out right', () => {
    const { wrong, missing } = addScores(openedCases.map(scoreCase));
    expect({ isWrong: wrong > mostWrong, isMissing: missing > mostMissing }).toEqual({
      isWrong: false,
      isMissing: false,
    });
  });
});

describe('of the notes held back', () => {
  const scores = heldBackCases.map(scoreCase);

  test('97 of 100 suggestions are right', () => {
    expect(precisionOf(addScores(scores))).toBeGreaterThanOrEqual(97);
  });

  test('85 of 100 details are found', () => {
    expect(recallOf(addScores(scores))).toBeGreaterThanOrEqual(85);
  });
});

describe('the notes to measure by', () => {
  const all = [...detailCases, ...openedCases, ...heldBackCases];
  const traps: readonly DetailTrap[] = [
    'negation',
    'third person',
    'agent',
    'hedge',
    'correction',
    'homonym',
    'question',
    'past',
    'other date',
  ];

  test('are at least 330, a hundred of them held back, each once', () => {
    expect(new Set(all.map(({ note }) => note)).size).toBe(all.length);
    expect(all.length).toBeGreaterThanOrEqual(330);
    expect(heldBackCases.length).toBeGreaterThanOrEqual(100);
  });

  test('mislead in half of them', () => {
    const misleading = all.filter((one) => one.traps !== undefined);
    expect(misleading.length / all.length).toBeGreaterThan(0.45);
  });

  test.each(traps)('have %s among them', (trap) => {
    expect(all.filter((one) => one.traps?.includes(trap)).length).toBeGreaterThanOrEqual(9);
  });
});

describe('a suggestion', () => {
  const arbitraryNote = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 120 }),
    fc
      .array(fc.constantFrom(...detailCases.flatMap(({ note }) => note.split(/(?<= )/))), { maxLength: 40 })
      .map((words) => words.join('')),
    fc
      .array(
        fc.constantFrom(
          'her ',
          'two ',
          'kids',
          ', ',
          'no ',
          'wait ',
          'dog ',
          '. ',
          'é',
          '😀',
          "'s ",
          'call ',
          'lease ',
          '¿',
          '\n',
        ),
      )
      .map((parts) => parts.join('')),
  );

  test('stands in the note, has a text, and comes in order, whatever the note', () => {
    void fc.assert(
      fc.property(arbitraryNote, fc.constantFrom('en', 'es', undefined), (note, language) => {
        const suggestions = readDetails(note, language === undefined ? context : { ...context, language });
        let last = 0;
        for (const { from, text, kind, on } of suggestions) {
          expect(from.start).toBeGreaterThanOrEqual(last);
          expect(from.end).toBeLessThanOrEqual(note.length);
          expect(note.slice(from.start, from.end).trim()).not.toBe('');
          expect(text.trim()).not.toBe('');
          if (kind === 'touch') expect(on).toMatch(/^\d{4}-\d\d-\d\d$/);
          last = from.start;
        }
      }),
      { numRuns: 2_000 },
    );
  });

  test('is the same each time', () => {
    for (const one of detailCases) expect(readCase(one)).toEqual(readCase(one));
  });

  test('is of the kinds that are one only once', () => {
    for (const one of [...detailCases, ...openedCases, ...heldBackCases]) {
      for (const kind of ['partner', 'kids', 'town', 'home']) {
        expect(readCase(one).filter((suggestion) => suggestion.kind === kind).length).toBeLessThanOrEqual(1);
      }
    }
  });

  test.each([
    'kids ',
    'no wait ',
    'her sister ',
    'I think ',
    'two ',
    'call her ',
    'and ',
    'a dog, ',
    '1 Oak St ',
    'que ',
  ])('comes of a long note of %j in time', (unit) => {
    expect(() => readDetails(unit.repeat(10_000 / unit.length), context)).not.toThrow();
  });
});

describe('the text for the card', () => {
  test.each([
    ['her husband is Mike', 'Married to Mike'],
    ["two kids, Ana who's four and Luis who's seven", 'Two kids: Ana (4) and Luis (7)'],
    ['has a beagle called Biscuit', 'Beagle called Biscuit'],
    ['she owns ruiz bakery', 'Owns Ruiz Bakery'],
    ['just moved here from Austin in March', 'New in town, from Austin, since March'],
    ['rents, lease is up in May', 'Rents, lease up in May'],
    ['she wants a yard by spring', 'Wants a yard by spring'],
    ['no kids', 'No kids'],
    ['call her next Tuesday', 'Call on Tuesday, December 1'],
    ['está casada con Miguel', 'Casada con Miguel'],
    ['no tiene hijos', 'Sin hijos'],
    ['tiene dos gatos', 'Dos gatos'],
    ['llámala el martes', 'Llamar el martes 1 de diciembre'],
  ])('of "%s" is "%s"', (note, text) => {
    expect(readDetails(note, context).map((one) => one.text)).toContain(text);
  });
});

describe('the words that a suggestion came from', () => {
  test.each([
    ['so um she has a beagle called biscuit and a yard', 'a beagle called biscuit'],
    ['works at the library', 'works at the library'],
    ['call her next Tuesday about the condo', 'call her next Tuesday'],
  ])('of "%s" are "%s"', (note, words) => {
    const [first] = readDetails(note, context);
    expect(note.slice(first?.from.start, first?.from.end)).toBe(words);
  });
});

describe('a day to be in touch', () => {
  const onOf = (note: string, writtenAt = context.writtenAt) =>
    readDetails(note, { ...context, writtenAt })[0]?.on;

  test.each([
    ['call her tomorrow', '2026-11-27'],
    ['call her Monday', '2026-11-30'],
    ['call her next Thursday', '2026-12-03'],
    ['call her next week', '2026-11-30'],
    ['call her in ten days', '2026-12-06'],
    ['call her next month', '2026-12-01'],
    ['call her at the end of the month', '2026-11-30'],
    ['call her this weekend', '2026-11-28'],
    ['call her after Christmas', '2026-12-28'],
    ['call her after the holidays', '2027-01-04'],
    ['call her in the new year', '2027-01-04'],
    ['call her on January 12', '2027-01-12'],
    ['call her on 12/15', '2026-12-15'],
    ['call her in May', '2027-05-03'],
    ['llamarle mañana', '2026-11-27'],
    ['llamarle pasado mañana', '2026-11-28'],
    ['llamarle el lunes que viene', '2026-11-30'],
    ['llamarle en quince días', '2026-12-11'],
    ['llamarle el 12 de enero', '2027-01-12'],
    ['llamarle después de Reyes', '2027-01-07'],
    ['llamarle después de las fiestas', '2027-01-04'],
  ])('of "%s" is %s', (note, on) => {
    expect(onOf(note)).toBe(on);
  });

  test('is counted from when the note was written, not from now', () => {
    expect(onOf('call her on Friday', '2024-02-28T23:59')).toBe('2024-03-01');
    expect(onOf('call her tomorrow', '2024-02-28T00:00')).toBe('2024-02-29');
    expect(onOf('call her after the holidays', '2026-01-02T08:00')).toBe('2027-01-04');
  });

  test('of a weekday that it is already is in a week', () => {
    expect(onOf('call her Thursday')).toBe('2026-12-03');
  });

  test('is not suggested without a day', () => {
    expect(readKeys('call her about the condo')).toEqual([]);
  });
});

describe('the language', () => {
  test('is that of the note', () => {
    expect(readKeys('tiene dos hijos', { language: 'en-US' })).toEqual(['kids 2']);
    expect(readKeys('she has two kids', { language: 'es-MX' })).toEqual(['kids 2']);
  });

  test("is the agent's where the note does not tell", () => {
    const [suggestion] = readDetails('beagle, Max', { ...context, language: 'es' });
    expect(suggestion?.text).toBe('Beagle: Max');
  });
});

describe('the comparison that the figures stand on', () => {
  test('takes no other number, name or age for the same', () => {
    expect(isSameDetail('kids', '2: Ana 4, Luis 7', '2: luis 7, ana 4')).toBe(true);
    expect(isSameDetail('kids', '2: Ana 4, Luis 7', '2: ana 4, luis 8')).toBe(false);
    expect(isSameDetail('kids', '2: Ana 4', '3: ana 4')).toBe(false);
    expect(isSameDetail('pets', 'beagle Biscuit', 'beagle')).toBe(false);
    expect(isSameDetail('touch', '2026-12-01 call', '2026-12-01')).toBe(false);
  });

  test('takes free words for the same that say all of it and hardly more', () => {
    expect(isSameDetail('wants', 'a yard by spring', 'wants a yard by spring')).toBe(true);
    expect(isSameDetail('wants', 'a yard by spring', 'wants a yard')).toBe(false);
    expect(isSameDetail('wants', 'a yard', 'wants a yard and her cell phone back')).toBe(false);
  });
});
