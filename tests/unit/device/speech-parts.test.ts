import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import * as z from 'zod/mini';
import { projectRoot } from '../../../scripts/project-root.mjs';
import {
  type SpeechEngineName,
  speechEngines,
  speechParts,
  speechPartsFolder,
} from '../../../src/device/speech-parts.ts';

const modules = join(projectRoot, 'node_modules');

test('the folder of the engine is named after its version', () => {
  const file = join(modules, 'onnxruntime-web', 'package.json');
  const { version } = z.object({ version: z.string() }).parse(JSON.parse(readFileSync(file, 'utf8')));
  expect(speechPartsFolder).toBe(`/engines/ort/${version}/`);
});

test.each(Object.keys(speechEngines) as SpeechEngineName[])('%s takes as much as people are told', (name) => {
  const { module, wasm, sentBytes, keptBytes } = speechEngines[name];
  const parts = [module, wasm].map((part) => readFileSync(join(modules, speechParts[part] ?? '')));
  const sum = (contents: readonly Buffer[]) => contents.reduce((bytes, { length }) => bytes + length, 0);
  expect(sum(parts)).toBe(keptBytes);
  const sent = sum(parts.map((part) => gzipSync(part)));
  expect(Math.abs(sent - sentBytes) / sent).toBeLessThan(0.01);
});
