import { describe, expect, it } from 'vitest';
import { readCode } from '../../../../src/app/screens/capture/ways/read-code.ts';

describe('readCode', () => {
  it('takes a card, with the lines that have no field', () => {
    const card = ['BEGIN:VCARD', 'VERSION:3.0', 'FN:Dana Ruiz', 'X-SHIRT-SIZE:M', 'END:VCARD'].join('\r\n');
    const meaning = readCode(card);
    expect(meaning).toMatchObject({ kind: 'person', reading: { name: 'Dana Ruiz' } });
    expect(meaning).toHaveProperty('besides.cardLines', 'X-SHIRT-SIZE:M');
  });

  it('takes a number, a profile and a site', () => {
    expect(readCode('tel:+12315550142')).toMatchObject({ reading: { phones: [{ text: '+12315550142' }] } });
    expect(readCode('https://www.instagram.com/danabakes')).toMatchObject({
      reading: { handles: ['https://www.instagram.com/danabakes'] },
    });
    expect(readCode('https://bakery.example/team')).toMatchObject({
      reading: { handles: ['https://bakery.example/team'] },
    });
  });

  it('gives plain words to the line', () => {
    expect(readCode('Dana, the baker')).toEqual({ kind: 'words', text: 'Dana, the baker' });
  });

  it('says what is for no person', () => {
    expect(readCode('WIFI:S:Cafe;T:WPA;P:secret;;').kind).toBe('aside');
    expect(readCode(' ')).toEqual({ kind: 'aside', words: 'There is nothing in this code.' });
  });

  it.each([
    ['/join-phone', 'This code adds a phone: open it in Settings.'],
    ['/join', 'This code is for Justmet itself, not for a person.'],
    ['/claim', 'This code is for Justmet itself, not for a person.'],
    ['/reset', 'This code is for Justmet itself, not for a person.'],
  ])('never puts the secret of Justmet’s own %s into a tag', (path, words) => {
    for (const origin of ['https://met.example', 'http://192.168.0.4:8787']) {
      expect(readCode(`${origin}${path}#abc`)).toEqual({ kind: 'aside', words });
    }
  });

  it('takes a page of that name that carries no secret', () => {
    expect(readCode('https://club.example/join').kind).toBe('person');
  });
});
