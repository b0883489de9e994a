import { existsSync } from 'node:fs';
import { installPackages, isOnPath } from './system-packages.mjs';

/** @typedef {{ kind: 'found' } | { kind: 'missing', sentence: string }} SpeechSearch */

const programs = ['espeak-ng', 'ffmpeg', 'pocketsphinx_continuous'];
const model = '/usr/share/pocketsphinx/model/en-us/cmudict-en-us.dict';
const packages = { 'apt-get': ['espeak-ng', 'ffmpeg', 'pocketsphinx', 'pocketsphinx-en-us'] };

/**
 * The programs that speak a phrase, pack it as a browser does, and recognise it.
 * @returns {SpeechSearch}
 */
export function findSpeech() {
  const missing = [
    ...programs.filter((program) => !isOnPath(program)),
    ...(existsSync(model) ? [] : [model]),
  ];
  if (missing.length === 0) return { kind: 'found' };
  const sentence =
    `These tests need ${missing.join(', ')}, which is not here: ` +
    `install it (apt-get install ${packages['apt-get'].join(' ')}).`;
  return { kind: 'missing', sentence };
}

/**
 * Finds them, or else gets them from the system's package manager when it may.
 * @param {(line: string) => void} tell shows one short line of progress
 * @returns {Promise<SpeechSearch>}
 */
export async function ensureSpeech(tell) {
  const search = findSpeech();
  if (search.kind === 'found') return search;
  await installPackages(tell, 'a recogniser of speech', packages);
  return findSpeech();
}
