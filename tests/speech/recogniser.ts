import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { findSpeech } from '../../scripts/speech.mjs';
import { heard, type SpeechService, startSpeechService } from './speech-service.ts';

const execute = promisify(execFile);
const models = '/usr/share/pocketsphinx/model/en-us';

/** The phrases that the recogniser knows: useless for free speech, exact on these. */
export const phrases = [
  'call the garden office on friday',
  'two kids and a dog',
  'she rents near the river',
] as const;

/** Says a phrase, as a browser's recorder would have kept it: WebM with Opus. */
export async function speak(phrase: (typeof phrases)[number]): Promise<Uint8Array> {
  return inFolder(async (folder) => {
    const [spoken, packed] = [join(folder, 'spoken.wav'), join(folder, 'packed.webm')];
    await execute('espeak-ng', ['-v', 'en-us', '-s', '140', '-w', spoken, phrase]);
    await execute('ffmpeg', ['-v', 'error', '-i', spoken, '-c:a', 'libopus', '-b:a', '24k', packed]);
    return readFile(packed);
  });
}

/** A real recogniser behind the form of `/v1/audio/transcriptions`. Rejects with what to install where there is none. */
export async function startRecogniser(): Promise<SpeechService> {
  const search = findSpeech();
  if (search.kind === 'missing') throw new Error(search.sentence);
  return startSpeechService(async ({ bytes }) => heard(await recognise(bytes)));
}

async function recognise(bytes: Uint8Array): Promise<string> {
  return inFolder(async (folder) => {
    const [sent, plain, grammar] = ['sent', 'plain.wav', 'grammar.jsgf'].map((name) => join(folder, name));
    if (sent === undefined || plain === undefined || grammar === undefined) throw new Error('No names');
    await writeFile(sent, bytes);
    await writeFile(grammar, `#JSGF V1.0;\ngrammar notes;\npublic <note> = ${phrases.join(' | ')};\n`);
    await execute('ffmpeg', ['-v', 'error', '-i', sent, '-ar', '16000', '-ac', '1', plain]);
    const { stdout } = await execute('pocketsphinx_continuous', [
      ...['-infile', plain, '-jsgf', grammar, '-logfn', '/dev/null'],
      ...['-hmm', join(models, 'en-us'), '-dict', join(models, 'cmudict-en-us.dict')],
    ]);
    return stdout.trim();
  });
}

async function inFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'justmet-speech-'));
  try {
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
