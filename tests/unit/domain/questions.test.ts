import { expect, test } from 'vitest';
import { listQuestions, startingQuestions } from '../../../src/domain/questions.ts';
import { findFieldProblems } from '../../../src/domain/tables.ts';

const texts = (chosen: Parameters<typeof listQuestions>[0]) => listQuestions(chosen).map(({ text }) => text);

test('the starting set asks nobody about family, marital status, faith, or where they come from', () => {
  const barred =
    /famil|married|single|kid|child|wife|husband|partner|spouse|church|faith|relig|where are you from|old are you/i;
  expect(startingQuestions.filter(({ text }) => barred.test(text))).toEqual([]);
  expect(startingQuestions.length).toBeGreaterThan(2);
});

test('a starter is put in other words, or taken away, and stays in its place; one’s own come behind', () => {
  const [first, second] = startingQuestions;
  const chosen = [
    { id: 'own000001', text: 'What do you sing?' },
    { id: first?.id ?? '', text: 'What brought you?' },
    { id: second?.id ?? '', text: ' ' },
    { id: 'own000002', text: '' },
  ];
  const shown = texts(chosen);
  expect(shown[0]).toBe('What brought you?');
  expect(shown).not.toContain(second?.text);
  expect(shown.at(-1)).toBe('What do you sing?');
  expect(shown).toHaveLength(startingQuestions.length);
});

test('every starter’s id is one that a row may hold, each once', () => {
  const values = Object.fromEntries(startingQuestions.map(({ id, text }) => [`question/${id}`, { text }]));
  expect(Object.keys(values)).toHaveLength(startingQuestions.length);
  expect(findFieldProblems('preference', values)).toEqual([]);
});
