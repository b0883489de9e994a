import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';
import { projectRoot } from '../project-root.mjs';

/** What workers run comes from bundles of their own, which the bundler's list of licences does not know. */
const packages = [
  'zxing-wasm',
  'tesseract.js',
  'tesseract.js-core',
  '@huggingface/transformers',
  '@huggingface/tokenizers',
  '@huggingface/jinja',
];

/** What was compiled into their WebAssembly. */
const compiledIn = [
  {
    name: 'zxing-cpp, in zxing-wasm',
    licence: 'Apache-2.0',
    words: 'Copyright the ZXing authors and the zxing-cpp authors. https://github.com/zxing-cpp/zxing-cpp',
  },
  {
    name: 'ONNX Runtime, in onnxruntime-web',
    licence: 'MIT',
    words: 'Copyright (c) Microsoft Corporation. https://github.com/microsoft/onnxruntime',
  },
  {
    name: 'Latin.traineddata of tessdata_fast, without its word list',
    licence: 'Apache-2.0',
    words: 'Copyright the Tesseract authors. https://github.com/tesseract-ocr/tessdata_fast',
  },
  {
    name: 'Tesseract and Leptonica, in tesseract.js-core',
    licence: 'Apache-2.0; BSD-2-Clause',
    words:
      'Copyright the Tesseract authors. https://github.com/tesseract-ocr\nCopyright 2001 Leptonica. http://www.leptonica.org',
  },
];

/** Adds the workers' packages to the list of licences. */
export function nameEngines(fileName: string): Plugin {
  return {
    name: 'name-engines',
    enforce: 'post',
    generateBundle: {
      order: 'post',
      handler(_, bundle) {
        const list = bundle[fileName];
        if (list?.type !== 'asset') throw new Error(`The build wrote no ${fileName}`);
        list.source = `${list.source}\n${[...packages.map(nameOne), ...compiledIn.map(nameCompiled)].join('\n')}`;
      },
    },
  };
}

function nameOne(name: string): string {
  const folder = join(projectRoot, 'node_modules', name);
  const { version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const text = readFileSync(join(folder, licenceFile(folder)), 'utf8').trim();
  return `## ${name} - ${version} (${license})\n\n${text}\n`;
}

function licenceFile(folder: string): string {
  const found = readdirSync(folder).find((name) => /^licen[cs]e(\.|$)/i.test(name));
  if (found === undefined) throw new Error(`${folder} has no licence`);
  return found;
}

function nameCompiled({ name, licence, words }: (typeof compiledIn)[number]): string {
  return `## ${name} (${licence})\n\n${words}\n`;
}
