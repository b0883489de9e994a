import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { projectRoot } from '../../../scripts/project-root.mjs';

const rules = [...read('docs/sync.md').matchAll(/^- \*\*(S-\d+)\*\* /gm)].map(([, id]) => id ?? '');

test('each rule of syncing has a number of its own, and none is missing between them', () => {
  const numbers = rules.map((id) => Number(id.slice(2))).sort((a, b) => a - b);
  expect(numbers).toEqual(Array.from({ length: rules.length }, (_, index) => index + 1));
});

test('each rule of syncing is held by a test that carries its number, and no test names a rule that is none', () => {
  const named = new Set(testNames().flatMap((name) => name.match(/\bS-\d+\b/g) ?? []));
  expect([...rules].filter((id) => !named.has(id))).toEqual([]);
  expect([...named].filter((id) => !rules.includes(id))).toEqual([]);
});

/** The names of all tests, as they are written. */
function testNames(): string[] {
  const files = readdirSync(join(projectRoot, 'tests'), { recursive: true, encoding: 'utf8' });
  const sources = files.filter((file) => /\.tsx?$/.test(file)).map((file) => read(join('tests', file)));
  const call =
    /\b(?:test|it)(?:\.each[\s\S]{0,2000}?\)|\.each<[^>]*>[\s\S]{0,2000}?\))?\(\s*(['"`])((?:(?!\1)[\s\S])*)\1/g;
  return sources.flatMap((source) => [...source.matchAll(call)].map(([, , name]) => name ?? ''));
}

function read(path: string): string {
  return readFileSync(join(projectRoot, path), 'utf8');
}
