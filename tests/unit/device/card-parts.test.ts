import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import * as z from 'zod/mini';
import { projectRoot } from '../../../scripts/project-root.mjs';
import { cardParts, cardPartsFolder } from '../../../src/device/card-parts.ts';

const packageSchema = z.object({ version: z.string() });

test.each(['tesseract.js', 'tesseract.js-core'])(
  'the folder of the parts is named after the version of %s',
  (name) => {
    const file = join(projectRoot, 'node_modules', name, 'package.json');
    const { version } = packageSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
    expect(cardPartsFolder).toBe(`/engines/ocr/${version}/`);
  },
);

test.each(Object.entries(cardParts))('%s is where the build takes it from', (_name, path) => {
  expect(existsSync(join(projectRoot, 'node_modules', path))).toBe(true);
});
