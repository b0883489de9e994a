import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fillTemplate } from '../../../src/exchange/fill-template.ts';
import { helloTemplates } from '../../../src/exchange/hello-templates.ts';

const everything = {
  firstName: 'Dana',
  occasion: 'the Chamber mixer',
  myName: 'Sam',
  signature: '– Sam Lee, Lee Homes',
};

describe('a hello with everything known', () => {
  test.each([
    [
      'Hello {first name}! Nice to meet you at {occasion}.',
      'Hello Dana! Nice to meet you at the Chamber mixer.',
    ],
    ["Hi {First Name}, it's {my name}.", "Hi Dana, it's Sam."],
    ['Hola {nombre}, soy {mi nombre}. {firma}', 'Hola Dana, soy Sam. – Sam Lee, Lee Homes'],
  ])('%s', (template, said) => {
    expect(fillTemplate(template, everything)).toBe(said);
  });

  test('takes the words as they are, also with braces and dollar signs', () => {
    expect(fillTemplate('Hi {first name}!', { firstName: '{occasion} $& $1' })).toBe('Hi {occasion} $& $1!');
  });
});

describe('a hello with nothing known reads well', () => {
  test.each([
    ['Hello {first name}! Nice to meet you at {occasion}.', 'Hello! Nice to meet you.'],
    ['Hello, {first name}! Nice to meet you!', 'Hello! Nice to meet you!'],
    ['{first name}, nice to meet you!', 'Nice to meet you!'],
    ['Hi! {first name}, nice to meet you.', 'Hi! Nice to meet you.'],
    ["Hi, it's {my name}.", 'Hi.'],
    ["It's {my name}. We met at {occasion}, right?", 'We met, right?'],
    ['Nice to meet you {first name} at {occasion} today', 'Nice to meet you today'],
    ['Nice to meet you – {my name}', 'Nice to meet you'],
    ['Nice to meet you! {signature}', 'Nice to meet you!'],
    ['Nice to meet you!\n\n{signature}', 'Nice to meet you!'],
    ['Hello {first name},\n\nnice to meet you.\n{my name}\nBye', 'Hello,\n\nnice to meet you.\n\nBye'],
    ['¡Hola, {first name}! Fue un gusto conocerte en {occasion}.', '¡Hola! Fue un gusto conocerte.'],
    ['¡{first name}! ¿Qué tal?', '¿Qué tal?'],
    ['Dana says hi ({my name}). Bye', 'Dana says hi. Bye'],
    ['Hello {nickname}! {unknown}', 'Hello!'],
    ['{first name}{occasion}', ''],
    ['', ''],
    ['Two  blanks stay {occasion}', 'Two  blanks stay'],
  ])('%j', (template, said) => {
    expect(fillTemplate(template, {})).toBe(said);
  });
});

test('the words to begin with are "Hello! Nice to meet you!"', () => {
  const [first, named] = helloTemplates.en;
  expect(fillTemplate(first?.body ?? '', {})).toBe('Hello! Nice to meet you!');
  expect(fillTemplate(named?.body ?? '', {})).toBe('Hello! Nice to meet you!');
  expect(fillTemplate(named?.body ?? '', { firstName: 'Dana' })).toBe('Hello Dana! Nice to meet you!');
});

test('all templates of both languages read well with nothing known, and say everything that is', () => {
  const said = Object.values(helloTemplates).map((templates) =>
    templates.map(({ body }) => fillTemplate(body, {})),
  );
  expect(said).toEqual([
    [
      'Hello! Nice to meet you!',
      'Hello! Nice to meet you!',
      'Hello! Nice to meet you.',
      'Hello!\n\nNice to meet you.',
    ],
    [
      '¡Hola! ¡Mucho gusto!',
      '¡Hola! ¡Mucho gusto!',
      '¡Hola! Fue un gusto conocerte.',
      '¡Hola!\n\nFue un gusto conocerte.',
    ],
  ]);
  for (const { body } of Object.values(helloTemplates).flat()) {
    const filled = fillTemplate(body, everything);
    if (body.includes('{first name}')) expect(filled).toContain('Dana');
    if (body.includes('{occasion}')) expect(filled).toContain('the Chamber mixer');
    if (body.includes('{signature}')) expect(filled).toContain('– Sam Lee, Lee Homes');
  }
});

test('whatever the template, no placeholder is left in it and nothing hangs over', () => {
  const pieces = ['{first name}', '{occasion}', ' ', ',', '.', '!', '\n', 'at', 'Hello', '¡', '(', ')', '{}'];
  const filledOf = (all: readonly string[]) => fillTemplate(all.join(''), { firstName: 'Dana' });
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 12 }), (all) => {
      const filled = filledOf(all);
      expect(filled).toBe(filled.trim());
      expect(filled).not.toMatch(/[{}]/);
      expect(filled.split('Dana').length).toBe(all.filter((one) => one === '{first name}').length + 1);
      expect(filled.split('Hello').length).toBe(all.filter((one) => one === 'Hello').length + 1);
    }),
    { numRuns: 1_000 },
  );
  expect(filledOf(['{', '{}', '}', '{'])).toBe('{}{');
});
