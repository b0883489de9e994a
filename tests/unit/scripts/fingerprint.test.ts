import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { fingerprintSources } from '../../../scripts/fingerprint.mjs';

let root: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'justmet-sources-'));
  mkdirSync(join(root, 'src/app'), { recursive: true });
  writeFileSync(join(root, 'src/app/main.tsx'), 'one');
  writeFileSync(join(root, 'package-lock.json'), '{}');
});

afterEach(() => rmSync(root, { recursive: true }));

test.each<[string, () => void]>([
  ['a changed source', () => writeFileSync(join(root, 'src/app/main.tsx'), 'two')],
  ['a new source', () => writeFileSync(join(root, 'src/app/more.ts'), '')],
  ['a renamed source', () => renameSync(join(root, 'src/app/main.tsx'), join(root, 'src/app/start.tsx'))],
  ['a removed source', () => rmSync(join(root, 'src/app/main.tsx'))],
  ['a changed lockfile', () => writeFileSync(join(root, 'package-lock.json'), '{ }')],
  ['a new build setting', () => writeFileSync(join(root, 'vite.config.ts'), '')],
])('%s changes the fingerprint', (_, change) => {
  const before = fingerprintSources(root);
  change();
  expect(fingerprintSources(root)).not.toBe(before);
});

test('files that the build is not made from leave it as it is', () => {
  const before = fingerprintSources(root);
  writeFileSync(join(root, 'README.md'), 'new');
  mkdirSync(join(root, 'dist'));
  writeFileSync(join(root, 'dist/main.js'), 'new');
  expect(fingerprintSources(root)).toBe(before);
});
