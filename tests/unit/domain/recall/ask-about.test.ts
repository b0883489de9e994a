import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Person } from '../../../../src/domain/person.ts';
import { askAbout } from '../../../../src/domain/recall/ask-about.ts';
import { met } from '../../app/people.ts';

function told(name: string, ...texts: readonly (string | readonly [string, string])[]): Person {
  const details = texts.map((one, place) => {
    const [kind, text] = typeof one === 'string' ? ['other', one] : one;
    return { id: `detail${place}`, kind: kind ?? '', text: text ?? '' };
  });
  return met({ id: `id of ${name}`, name, details }).person;
}

const priya = told('Priya Venkat', 'Two cats', 'Restores old radios', 'Rents on Oak');
const luis = told('Luis Garza', 'Coaches soccer');
const jo = told('Jo Kowalski', 'A beagle');
const textsOf = (question: ReturnType<typeof askAbout>) => question?.choices.map(({ text }) => text) ?? [];

describe('from the details to the name', () => {
  test('shows what was told and three first names, in an order that the seed gives', () => {
    const question = askAbout(priya, [luis, jo], 'one', true);
    expect(question).toMatchObject({ kind: 'name', shown: 'Two cats. Restores old radios. Rents on Oak.' });
    expect(textsOf(question).sort()).toEqual(['Jo', 'Luis', 'Priya']);
    expect(question?.choices.find(({ id }) => id === question.rightId)?.text).toBe('Priya');
    expect(askAbout(priya, [luis, jo], 'one', true)).toEqual(question);
    const orders = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j'].map((seed) =>
      textsOf(askAbout(priya, [luis, jo], seed, true)).join(),
    );
    expect(new Set(orders).size).toBeGreaterThan(2);
  });

  test('never offers another of that name, nor one name twice', () => {
    const near = [told('priya Shah', 'x'), told('Luis B'), luis, jo];
    expect(textsOf(askAbout(priya, near, 'one', true)).sort()).toEqual(['Jo', 'Luis', 'Priya']);
  });

  test('never offers somebody of whom all that is shown is true as well', () => {
    const [twin, cats] = [told('Ana', 'Rents', 'two CATS'), told('Maya', 'Two cats')];
    expect(textsOf(askAbout(told('Priya', 'Two cats'), [twin, cats, jo], 'one', true)).sort()).toEqual([
      'Jo',
      'Priya',
    ]);
  });

  test('leaves out what would give the name away, and what is on the tag', () => {
    const own = told(
      'Priya Venkat',
      'Priya’s cats',
      'Venkat Radios',
      ['phone', '555'],
      ['touch', 'Call her'],
      'Rents on Oak',
    );
    expect(askAbout(own, [luis], 'one', true)?.shown).toBe('Rents on Oak.');
  });
});

describe('from the name to a detail', () => {
  test('offers one of theirs, and two that others told, of the same kind first', () => {
    const own = told('Priya Venkat', ['pets', 'Two cats']);
    const near = [told('A', ['work', 'Baker'], ['town', 'New here']), told('B', ['pets', 'A beagle'])];
    const question = askAbout(own, near, 'one', false);
    expect(question).toMatchObject({ kind: 'detail', shown: 'Priya Venkat' });
    expect(textsOf(question).sort()).toEqual(['A beagle', 'Baker', 'Two cats']);
  });

  test('never offers what is true of them, too', () => {
    const own = told('Priya', 'Two cats', 'Has a beagle');
    const question = askAbout(own, [told('A', 'Beagle', 'two cats'), told('B', 'Sails')], 'one', false);
    expect(textsOf(question)).toHaveLength(2);
    expect(textsOf(question)).toContain('Sails');
  });
});

describe('asks nothing', () => {
  test.each([
    ['of nobody with details', told('Priya'), [luis, jo]],
    ['of somebody without a name', told('', 'Two cats'), [luis, jo]],
    ['where there is nobody else', priya, []],
    ['where the others have no name and told nothing', priya, [told(''), told(' ')]],
  ])('%s', (_, person, near) => {
    expect(askAbout(person, near, 'one', true)).toBeUndefined();
    expect(askAbout(person, near, 'one', false)).toBeUndefined();
  });

  test('but in the other direction where one alone can be asked', () => {
    expect(askAbout(told('Otis', 'Otis sings'), [luis, jo], 'one', true)?.kind).toBe('detail');
    expect(askAbout(priya, [told('Luis')], 'one', false)?.kind).toBe('name');
  });
});

test('whoever is met: one choice is right, no two read the same, and every device asks the same', () => {
  const name = fc.constantFrom('Ana', 'ana Lee', 'José', 'Jose B', 'Priya Venkat', '', 'Wei Chen', '李');
  const text = fc.constantFrom(
    'Two cats',
    'two cats ',
    'Cats',
    'A beagle',
    'Ana’s boat',
    'Rents',
    '',
    'Ramen!',
  );
  const person = fc
    .tuple(name, fc.array(text, { maxLength: 4 }), fc.uuid())
    .map(([called, texts, id]) => ({ ...told(called, ...texts), id }));
  fc.assert(
    fc.property(
      person,
      fc.array(person, { maxLength: 6 }),
      fc.string(),
      fc.boolean(),
      (one, near, seed, first) => {
        const question = askAbout(one, near, seed, first);
        if (question === undefined) return;
        const words = question.choices.map(({ text }) => text.normalize('NFKD').toLowerCase().trim());
        expect(new Set(words).size).toBe(words.length);
        expect(words.length).toBeGreaterThan(1);
        expect(question.choices.filter(({ id }) => id === question.rightId)).toHaveLength(1);
        if (question.kind === 'detail') {
          const own = one.details.map((detail) => detail.text.trim());
          expect(question.choices.filter(({ text }) => own.includes(text))).toHaveLength(1);
        }
        expect(askAbout(one, near, seed, first)).toEqual(question);
      },
    ),
  );
});
