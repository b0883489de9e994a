import { describe, expect, it } from 'vitest';
import {
  fieldInWords,
  listSuggestions,
  type Suggestion,
  suggestionsToContact,
} from '../../../src/app/screens/capture/ways/card/suggestions.ts';
import type { CardContact } from '../../../src/exchange/card/words-to-contact.ts';
import { emptyContact } from '../../../src/exchange/contact-reading.ts';

const front: CardContact = {
  reading: {
    ...emptyContact,
    name: 'Dana Ruiz',
    company: 'Ruiz Bakery',
    phones: [{ text: '+1 231 555 0142', label: 'work' }, { text: '+1 231 555 0143' }],
    emails: [{ text: 'dana@ruizbakery.com' }],
    note: 'Bread since 1987\n \nOpen daily',
  },
  certainty: {
    name: 0.95,
    title: 0,
    company: 0.93,
    phones: [0.9, 0.55],
    emails: [0.4],
    handles: [],
    addresses: [],
  },
};
const back: CardContact = {
  reading: { ...emptyContact, name: 'Ruth Ruiz', emails: [{ text: 'dana@ruizbakery.com' }] },
  certainty: { ...front.certainty, name: 0.99, phones: [], emails: [0.9] },
};
const sure = (all: readonly Suggestion[]) => all.filter(({ isSure }) => isSure).map(({ text }) => text);

describe('listSuggestions', () => {
  it('takes for sure what was read well: not a number in doubt, and nothing that belongs in no field', () => {
    const listed = listSuggestions([front], []);
    expect(listed.map(({ text }) => text)).toEqual([
      'Dana Ruiz',
      'Ruiz Bakery',
      '+1 231 555 0142',
      '+1 231 555 0143',
      'dana@ruizbakery.com',
      'Bread since 1987',
      'Open daily',
    ]);
    expect(sure(listed)).toEqual(['Dana Ruiz', 'Ruiz Bakery', '+1 231 555 0142', 'dana@ruizbakery.com']);
  });

  it('has what both sides say once, and a second name in doubt', () => {
    const listed = listSuggestions([front, back], []);
    expect(listed.filter(({ field }) => field === 'email')).toHaveLength(1);
    expect(listed.find(({ text }) => text === 'Ruth Ruiz')?.isSure).toBe(false);
    expect(sure(listed)).toContain('Dana Ruiz');
  });

  it('does not lose what was tapped when the card is read again', () => {
    const [name] = listSuggestions([front], []);
    if (name === undefined) throw new Error('Nothing was listed');
    expect(listSuggestions([], [name])).toEqual([name]);
    expect(listSuggestions([front], [name])).toEqual(listSuggestions([front], []));
  });
});

describe('fieldInWords', () => {
  it('says what the card called it', () => {
    const words = listSuggestions([front], []).map(fieldInWords);
    expect(words.slice(2, 5)).toEqual(['Phone, work', 'Phone', 'Email']);
  });
});

describe('suggestionsToContact', () => {
  it('has what was tapped and nothing else', () => {
    const tapped = listSuggestions([front], []).filter(({ field }) => field === 'phone');
    expect(suggestionsToContact(tapped)).toEqual({ ...emptyContact, phones: front.reading.phones });
  });

  it('has a second name and what belongs in no field in the note', () => {
    const contact = suggestionsToContact(listSuggestions([front, back], []));
    expect(contact.name).toBe('Dana Ruiz');
    expect(contact.note.split('\n')).toEqual(['Ruth Ruiz', 'Bread since 1987', 'Open daily']);
  });
});
