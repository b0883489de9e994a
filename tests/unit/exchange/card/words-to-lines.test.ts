import { expect, test } from 'vitest';
import { wordsToLines } from '../../../../src/exchange/card/words-to-lines.ts';
import { layOutWords } from './lay-out-words.ts';

const textsOf = (words: Parameters<typeof wordsToLines>[0]) => wordsToLines(words).map(({ text }) => text);

test('columns side by side are lines of their own', () => {
  const words = layOutWords([
    { text: 'Dana Smith', left: 50, top: 100, size: 40 },
    { text: 'm 313 268 4417', left: 600, top: 106 },
    { text: 'Loan Officer', left: 50, top: 160 },
    { text: 'dana@smith.com', left: 600, top: 160 },
  ]);
  expect(textsOf(words)).toEqual(['Dana Smith', 'm 313 268 4417', 'Loan Officer', 'dana@smith.com']);
});

test('a line that is not quite level stays one line', () => {
  const tilted = layOutWords([
    { text: '1420 Woodward Avenue, Suite 300', left: 50, top: 100 },
    { text: 'Detroit, MI 48226', left: 50, top: 134 },
  ]).map((word) => {
    const drop = word.box.left * 0.03;
    return { ...word, box: { ...word.box, top: word.box.top + drop, bottom: word.box.bottom + drop } };
  });
  expect(textsOf(tilted)).toEqual(['1420 Woodward Avenue, Suite 300', 'Detroit, MI 48226']);
});

test('a bar between two texts parts them', () => {
  const words = layOutWords([{ text: 'dana@smith.com | www.smith.com', left: 50, top: 100 }]);
  expect(textsOf(words)).toEqual(['dana@smith.com', 'www.smith.com']);
});

test('what the engine does not believe is dirt at the ends of a line, and a word within', () => {
  const [dirt, ...words] = layOutWords([{ text: 'OO Ann Arbor, Ml 48104', left: 50, top: 100 }]);
  const doubted = words.map((word) => (word.text === 'Ml' ? { ...word, confidence: 3 } : word));
  expect(textsOf([...(dirt === undefined ? [] : [{ ...dirt, confidence: 10 }]), ...doubted])).toEqual([
    'Ann Arbor, Ml 48104',
  ]);
});

test('a large logo word and small print beside it are two lines', () => {
  const words = layOutWords([
    { text: 'ACME', left: 50, top: 100, size: 100 },
    { text: 'since', left: 270, top: 160, size: 20 },
  ]);
  expect(textsOf(words)).toEqual(['ACME', 'since']);
});

test('two pieces that are a known word together are one, two words are not', () => {
  const words = layOutWords([
    { text: 'Office M anager', left: 50, top: 100 },
    { text: 'Good work', left: 50, top: 160 },
  ]);
  expect(textsOf(words)).toEqual(['Office Manager', 'Good work']);
});
