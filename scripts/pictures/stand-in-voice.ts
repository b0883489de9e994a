import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

const rate = 16_000;
const seconds = 8;

/** A microphone of Chromium's own that hears the rise and fall of somebody who speaks, and no word. */
export function standInVoice(folder: string): readonly string[] {
  const file = join(folder, 'voice.wav');
  writeFileSync(file, toWave(Array.from({ length: rate * seconds }, (_, place) => sampleAt(place / rate))));
  return [`--use-file-for-fake-audio-capture=${file}`];
}

/** Syllables, words and breaths, -1 to 1. */
function sampleAt(second: number): number {
  const syllable = Math.sin(Math.PI * ((second * 4.3) % 1)) ** 2;
  const word = 0.35 + 0.65 * Math.abs(Math.sin(second * 1.9));
  const breath = second % 2.6 > 2.2 ? 0.02 : 1;
  return 0.6 * syllable * word * breath * Math.sin(2 * Math.PI * 170 * second);
}

/** One channel of 16 bits. */
function toWave(samples: readonly number[]): Buffer {
  const bytes = Buffer.alloc(44 + samples.length * 2);
  bytes.write('RIFF', 0);
  bytes.writeUInt32LE(bytes.length - 8, 4);
  bytes.write('WAVEfmt ', 8);
  bytes.writeUInt32LE(16, 16);
  bytes.writeUInt16LE(1, 20);
  bytes.writeUInt16LE(1, 22);
  bytes.writeUInt32LE(rate, 24);
  bytes.writeUInt32LE(rate * 2, 28);
  bytes.writeUInt16LE(2, 32);
  bytes.writeUInt16LE(16, 34);
  bytes.write('data', 36);
  bytes.writeUInt32LE(samples.length * 2, 40);
  for (const [place, sample] of samples.entries())
    bytes.writeInt16LE(Math.round(sample * 32_767), 44 + place * 2);
  return bytes;
}
