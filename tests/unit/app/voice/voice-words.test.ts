import { describe, expect, test } from 'vitest';
import { chooseFormat } from '../../../../src/app/boot/voice/choose-format.ts';
import { samplesToLevel } from '../../../../src/app/boot/voice/watch-level.ts';
import { listCueWords } from '../../../../src/app/screens/voice/cue-words.ts';
import { durationForEars, durationInWords } from '../../../../src/app/ui/voice/duration-words.ts';
import { met } from '../people.ts';

test.each([
  [0, '0:00'],
  [14.96, '0:14'],
  [60, '1:00'],
  [3_725, '1:02:05'],
])('%d seconds are %s', (seconds, words) => {
  expect(durationInWords(seconds)).toBe(words);
});

test.each([
  [1, '1 second'],
  [14.4, '14 seconds'],
  [60, '1 minute'],
  [125, '2 minutes 5 seconds'],
])('%d seconds are said as %s', (seconds, words) => {
  expect(durationForEars(seconds)).toBe(words);
});

describe('chooseFormat', () => {
  test.each<[string, readonly string[], string | undefined]>([
    ['Chromium and Firefox', ['audio/webm;codecs=opus', 'audio/mp4'], 'audio/webm;codecs=opus'],
    ['WebKit', ['audio/mp4;codecs=mp4a.40.2', 'audio/mp4'], 'audio/mp4;codecs=mp4a.40.2'],
    ['one that does Ogg alone', ['audio/ogg;codecs=opus'], 'audio/ogg;codecs=opus'],
    ['one that tells nothing', [], undefined],
  ])('%s', (_browser, supported, format) => {
    expect(chooseFormat((type) => supported.includes(type))).toBe(format);
  });
});

test('silence is no level, a shout is all of it, and speech lies between', () => {
  const wave = (loudness: number) =>
    Float32Array.from({ length: 1_024 }, (_, at) => loudness * Math.sin((2 * Math.PI * at) / 64));
  expect(samplesToLevel(wave(0))).toBe(0);
  expect(samplesToLevel(wave(1))).toBeGreaterThan(0.9);
  const speech = samplesToLevel(wave(0.05));
  expect(speech).toBeGreaterThan(0.3);
  expect(speech).toBeLessThan(0.8);
  expect(samplesToLevel(new Float32Array(0))).toBe(0);
});

test('what is known about somebody is not asked for, and everybody else is asked the same', () => {
  const { person } = met({ name: 'Dana Ruiz' });
  const all = listCueWords(undefined);
  expect(listCueWords(person)).toEqual(all);
  const known = { ...person, details: [{ id: '1', kind: 'kids', text: 'Two kids' }] };
  expect(listCueWords(known)).toEqual(all.filter((words) => words !== 'Kids?'));
  // Nor what was said a moment ago.
  expect(listCueWords(known, new Set(['pets', 'touch']))).toEqual(
    all.filter((words) => words !== 'Kids?' && words !== 'Pets?'),
  );
});
