import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { buildSearchIndex, searchPeople } from '../../../src/app/screens/people/search-index.ts';
import { searchableText } from '../../../src/domain/text.ts';
import { met, noteOn } from './people.ts';

const jose = met(
  {
    id: 'jose',
    name: 'José Ångström',
    company: 'Bakery',
    phones: [{ id: 'a', typed: '(212) 736-5000', e164: '+12127365000' }],
    emails: [{ id: 'a', typed: 'jose@example.com' }],
    handles: [{ id: 'a', typed: '@jose.bakes', network: 'Instagram' }],
  },
  'Street fair',
);
const bo = met({
  id: 'bo',
  name: 'Bo Park',
  phones: [{ id: 'a', typed: '030 901820', e164: '+4930901820' }],
});
const nameless = met({ id: 'nameless', emails: [{ id: 'a', typed: 'kim@example.org' }] });
const notes = [
  noteOn('bo', 'Restores old radios; wants to meet at the café in spring.'),
  noteOn('bo', 'Second note'),
];
const index = buildSearchIndex([jose, bo, nameless], notes);
const find = (query: string) => searchPeople(index, query).map(({ person }) => person.id);
const mark = (query: string) => searchPeople(index, query)[0]?.findText();

describe('a search', () => {
  test.each([
    ['jose', ['jose']],
    ['JOSÉ', ['jose']],
    ['angstrom', ['jose']],
    ['jose\u0301', ['jose']],
    ['ström jo', ['jose']],
    ['bakery', ['jose']],
    ['street fair', ['jose']],
    ['jose@', ['jose']],
    ['instagram', ['jose']],
    ['example', ['jose', 'nameless']],
    ['kim@example', ['nameless']],
    ['cafe', ['bo']],
    ['park radios', ['bo']],
    ['radios second', ['bo']],
    ['park bakery', []],
    ['nobody', []],
    ['', ['jose', 'bo', 'nameless']],
    ['  ', ['jose', 'bo', 'nameless']],
  ])('for %j finds %j', (query, ids) => {
    expect(find(query)).toEqual(ids);
  });

  test.each([
    ['5000', ['jose']],
    ['736-5000', ['jose']],
    ['2127365000', ['jose']],
    ['+1 212 736', ['jose']],
    ['(212) 736', ['jose']],
    ['901820', ['bo']],
    ['+49 30', ['bo']],
    ['0309', ['bo']],
    ['5000 1212', []],
    ['50000', []],
  ])('for the number %s finds %j', (query, ids) => {
    expect(find(query)).toEqual(ids);
  });

  test('for two digits does not list everybody with a number', () => {
    expect(find('12')).toEqual([]);
  });

  test('shows the number that was found', () => {
    expect(mark('5000')).toEqual({ before: '(212) 736-5000', match: '', after: '' });
  });
});

describe('a mark', () => {
  test('is not needed where the name itself says it', () => {
    expect(mark('jose angs')).toBeUndefined();
  });

  test('is on the word that the name does not say, as it was written', () => {
    expect(mark('cafe')).toEqual({
      before: '…meet at the ',
      match: 'café',
      after: ' in spring.',
    });
    expect(mark('park radios')).toEqual({
      before: 'Restores old ',
      match: 'radios',
      after: '; wants to meet at the café in spring.',
    });
    expect(mark('INSTA')).toEqual({ before: '@jose.bakes ', match: 'Insta', after: 'gram' });
  });

  test('does not run away with a long text', () => {
    const long = buildSearchIndex([bo], [noteOn('bo', `${'x '.repeat(500)}needle${' y'.repeat(500)}`)]);
    const found = searchPeople(long, 'needle')[0]?.findText();
    expect(found?.match).toBe('needle');
    expect((found?.before.length ?? 0) + (found?.after.length ?? 0)).toBeLessThan(80);
  });

  test.each([
    ['cafe\u0301 in spring', 'spring', 'spring'],
    ['Ελλάδα and Athens', 'athens', 'Athens'],
    ['ﬁne ﬁsh', 'fish', 'ﬁsh'],
    ['½ price pizza', 'pizza', 'pizza'],
    ['İzmir kebab', 'kebab', 'kebab'],
    ['👩🏽‍🍳 cooks résumé', 'resume', 'résumé'],
    ['Ｄａｎａ writes wide', 'dana', 'Ｄａｎａ'],
    ['ﬁ rye cafe\u0301', 'rye', 'rye'],
    ['a cafe\u0301 again', 'cafe', 'cafe\u0301'],
    ['Straße and Søren', 'soren', 'Søren'],
  ])('in %j for %s is on %s', (text, query, match) => {
    const one = buildSearchIndex([bo], [noteOn('bo', text)]);
    const found = searchPeople(one, query)[0]?.findText();
    expect(found?.match).toBe(match);
    expect(`${found?.before}${found?.match}${found?.after}`).toBe(text);
  });

  test('has whole words before it, and begins where they end', () => {
    const spaces = fc.constantFrom(' ', '\n', '\t', '\u00a0');
    const word = fc.constantFrom(
      'a',
      'rye',
      'butter',
      'radios,',
      'Bäckerei',
      'extraordinarily',
      '李娜',
      '👩🏽‍🍳',
    );
    const arbitraryLead = fc.array(fc.tuple(word, spaces), { maxLength: 8 });
    const property = fc.property(
      arbitraryLead,
      fc.constantFrom('', 'pre', 'preposterously-long-'),
      (lead, stuck) => {
        const words = lead.map((pair) => pair.join('')).join('');
        const text = `${words}${stuck}Needle and so on`;
        const found = searchPeople(buildSearchIndex([bo], [noteOn('bo', text)]), 'needle')[0]?.findText();
        const before = found?.before ?? '';
        const kept = before.replace(/^…/u, '');
        expect(found?.match).toBe('Needle');
        expect(text.slice(0, -'Needle and so on'.length).endsWith(kept)).toBe(true);
        const cut = text.length - 'Needle and so on'.length - kept.length;
        expect(before.startsWith('…')).toBe(cut > 0);
        // Only where the match itself is inside a word does the excerpt begin there.
        if (cut > 0 && kept !== '') expect(text[cut - 1]).toMatch(/\s/u);
      },
    );
    void fc.assert(property, { numRuns: 300 });
  });

  test('reads as the word that was looked for, in any text', () => {
    const words = ['café', 'Ångström', 'rye', 'İzmir', 'ﬁ', '½', '李娜', '👩🏽‍🍳', '-'];
    const anyText = fc
      .array(fc.constantFrom(...words), { minLength: 1, maxLength: 6 })
      .map((w) => w.join(' '));
    void fc.assert(
      fc.property(anyText, (text) => {
        const query = 'rye';
        const one = buildSearchIndex([bo], [noteOn('bo', `${text} rye ${text}`)]);
        const match = searchPeople(one, query)[0]?.findText()?.match ?? '';
        expect(searchableText(match)).toBe(query);
      }),
      { numRuns: 300 },
    );
  });
});
