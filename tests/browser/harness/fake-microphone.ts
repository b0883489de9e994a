import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { findSpeech } from '../../../scripts/speech.mjs';

const run = promisify(execFile);

/** A microphone of Chromium's own into which a sentence is spoken over and over. Without `grantPermissions` it is refused. */
export async function fakeMicrophone(
  folder: string,
  sentence: string,
): Promise<{ readonly args: readonly string[] }> {
  const search = findSpeech();
  if (search.kind === 'missing') throw new Error(search.sentence);
  const file = join(folder, 'spoken.wav');
  await run('espeak-ng', ['-s', '150', '-w', file, sentence]);
  return { args: ['--use-fake-device-for-media-stream', `--use-file-for-fake-audio-capture=${file}`] };
}
