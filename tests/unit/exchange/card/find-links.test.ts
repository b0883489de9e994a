import { describe, expect, test } from 'vitest';
import { findLinks } from '../../../../src/exchange/card/find-links.ts';
import { wordsToLines } from '../../../../src/exchange/card/words-to-lines.ts';
import { layOutWords, type PrintedLine } from './lay-out-words.ts';

const lines = (printed: readonly PrintedLine[]) => wordsToLines(layOutWords(printed));
const at = (text: string, confidence: number, top = 300): PrintedLine => ({
  text,
  left: 60,
  top,
  confidence,
});
const mailOf = (first: readonly PrintedLine[], second: readonly PrintedLine[]) =>
  findLinks(lines(first), lines(second)).mails.map(({ text }) => text);

describe('an e-mail address that two engines read', () => {
  test('is as the surer one says', () => {
    expect(mailOf([at('inffo@smith.com', 70)], [at('info@smith.com', 89)])).toEqual(['info@smith.com']);
    expect(mailOf([at('info@smith.com', 90)], [at('inffo@smith.com', 70)])).toEqual(['info@smith.com']);
  });

  test('is the one that is made of the name, where both are as sure', () => {
    const name: PrintedLine = { text: 'Naomi Fletcher', left: 60, top: 60, size: 46 };
    expect(mailOf([name, at('naomi.fletcther@smith.com', 90)], [at('naomi.fletcher@smith.com', 88)])).toEqual(
      ['naomi.fletcher@smith.com'],
    );
  });

  test('is found where only one of them read it whole', () => {
    expect(mailOf([at('beth ellison@smith.com', 66)], [at('beth_ellison@smith.com', 90)])).toEqual([
      'beth_ellison@smith.com',
    ]);
  });

  test('is left out where only the second has guessed it', () => {
    expect(mailOf([], [at('beth_ellison@smith.com', 34)])).toEqual([]);
  });
});

test('what only the second engine read is of the line where the first read something else', () => {
  const first = lines([at('www _smith,corn', 5)]);
  const { sites } = findLinks(first, lines([at('www.smithandco.com', 84)]));
  expect(sites.map(({ text, line }) => [text, line])).toEqual([['www.smithandco.com', first[0]]]);
});

describe('a domain that was read in two ways', () => {
  const both = (site: number, mail: number) => {
    const { sites, mails } = findLinks(
      lines([at('www.horthgate.com', site), at('nigel@northgate.com', mail, 400)]),
      [],
    );
    return [...sites, ...mails].map(({ text }) => text);
  };

  test('is the one of the e-mail address, where that was read better', () => {
    expect(both(25, 90)).toEqual(['www.northgate.com', 'nigel@northgate.com']);
  });

  test('is the one of the site, where that was', () => {
    expect(both(90, 25)).toEqual(['www.horthgate.com', 'nigel@horthgate.com']);
  });
});

test('the end of a mailbox whose middle was not seen is no address', () => {
  const torn = [at('nigel.t', 88), { ...at('on@smith.com', 89), left: 180 }];
  expect(mailOf(torn, torn)).toEqual([]);
  const beside = [at('smith.co', 88), { ...at('on@smith.com', 89), left: 200 }];
  expect(mailOf(beside, [])).toEqual(['on@smith.com']);
});
