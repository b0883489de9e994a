import { describe, expect, test } from 'vitest';
import { type HelloBase, listHelloActions } from '../../../src/app/ui/hello/hello-actions.ts';
import { handleOnNetwork } from '../../../src/app/ui/hello/networks.ts';
import type { Person } from '../../../src/domain/person.ts';
import type { HelloFacts } from '../../../src/store/queries/hello.ts';
import { met } from './people.ts';

const facts: HelloFacts = {
  me: { name: 'Kim Lee', company: 'Peacock', email: 'kim@example.com' },
  templates: [],
};
const phone = { id: 'a', typed: '(231) 555-0142', e164: '+12315550142' };
const email = { id: 'a', typed: 'dana@example.com' };

function actions(known: Partial<Person>, more: Partial<HelloBase> = {}) {
  const { person, occasion } = met({ name: 'Dana Ruiz', ...known }, 'Chamber mixer');
  return listHelloActions({ person, occasion, notes: [], facts, metWhen: '', maxMailLength: 2_000, ...more });
}
const find = (all: ReturnType<typeof actions>, way: string) => all.find((one) => one.way === way);
const hrefOf = (action: ReturnType<typeof find>) =>
  action?.target.kind === 'link' ? action.target.href : undefined;

describe('which taps there are', () => {
  test('of somebody with a name alone: what is missing is asked for', () => {
    const all = actions({});
    expect(all.map(({ way }) => way)).toEqual(['contacts', 'text', 'email', 'own-mail']);
    expect(find(all, 'text')).toMatchObject({ detail: 'Add a number first', target: { field: 'phone' } });
    expect(find(all, 'email')).toMatchObject({ detail: 'Add an address first', target: { field: 'email' } });
  });

  test('of somebody with everything', () => {
    const handles = [
      { id: 'a', typed: 'ig dana', network: 'Instagram', url: 'https://www.instagram.com/dana' },
      { id: 'b', typed: '@dana' },
    ];
    const all = actions({ phones: [phone], emails: [email], handles });
    expect(all.map(({ way, about }) => `${way} ${about}`.trim())).toEqual([
      'contacts',
      'text',
      'email',
      'whatsapp',
      'follow Instagram',
      'follow @dana',
      'own-mail',
    ]);
    expect(all.filter(({ isRare }) => isRare).map(({ way }) => way)).toEqual(['whatsapp', 'own-mail']);
    expect(all.filter(({ needsSignal }) => !needsSignal).map(({ way }) => way)).toEqual(['contacts', 'text']);
    expect(all.find(({ about }) => about === '@dana')?.target.kind).toBe('which-network');
  });

  test('no WhatsApp for a toll-free number', () => {
    const tollFree = { id: 'a', typed: '800 275 2273', e164: '+18002752273' };
    expect(find(actions({ phones: [tollFree] }), 'whatsapp')).toBeUndefined();
  });

  test('two numbers in one line are no number', () => {
    expect(find(actions({ phones: [{ id: 'a', typed: '555 0101 or 555 0102' }] }), 'text')?.target.kind).toBe(
      'missing',
    );
  });

  test('the agent’s own address is asked for where it is not known', () => {
    const nobody = { me: { name: '', company: '', email: '' }, templates: [] };
    expect(find(actions({}, { facts: nobody }), 'own-mail')?.target.kind).toBe('own-address');
  });
});

describe('what they say', () => {
  test('the first words of a text, to the number as it was read', () => {
    const text = find(actions({ phones: [phone] }), 'text');
    expect(text?.title).toBe('Text “Hello! Nice to meet you!”');
    expect(text?.detail).toBe('(231) 555-0142, from your own number');
    expect(hrefOf(text)).toBe('sms:+12315550142;?&body=Hello%21%20Nice%20to%20meet%20you%21');
  });

  test('a mail has the name, the occasion and the signature', () => {
    const href = hrefOf(find(actions({ emails: [email] }), 'email'));
    expect(href).toMatch(/^mailto:dana@example\.com\?/);
    expect(new URL(href ?? '').searchParams.get('body')).toBe(
      'Hello Dana!\r\n\r\nNice to meet you at Chamber mixer.\r\n\r\nKim Lee, Peacock',
    );
  });

  test('in the language of the person, in a region’s own words or in those of its language', () => {
    expect(find(actions({ phones: [phone], language: 'es' }), 'text')?.title).toBe(
      'Text “¡Hola! ¡Mucho gusto!”',
    );
    expect(find(actions({ phones: [phone], language: 'es-MX' }), 'text')?.title).toContain('¡Hola!');
    expect(find(actions({ phones: [phone], language: 'fr' }), 'text')?.title).toContain('Hello!');
  });

  test('in the agent’s own words, of that way and language alone', () => {
    const templates = [
      { id: '1', way: 'text', language: 'en', subject: '', text: 'Hi {first name}, {my name} here' },
      { id: '2', way: 'text', language: 'fr', subject: '', text: 'Bonjour !' },
    ] as const;
    const own = { facts: { ...facts, templates } };
    expect(find(actions({ phones: [phone] }, own), 'text')?.title).toBe('Text “Hi Dana, Kim Lee here”');
    expect(find(actions({ phones: [phone], language: 'fr' }, own), 'text')?.title).toBe('Text “Bonjour !”');
    expect(find(actions({ phones: [phone] }, own), 'whatsapp')?.title).toContain('Nice to meet you!');
  });
});

test('a bare handle becomes a page once its network is told; a name with blanks leads to where to look', () => {
  expect(handleOnNetwork('@dana.bakes', 'TikTok')).toEqual({
    typed: '@dana.bakes',
    network: 'TikTok',
    url: 'https://www.tiktok.com/@dana.bakes',
  });
  const named = { id: 'a', ...handleOnNetwork('Dana Bakes', 'Facebook') };
  expect(hrefOf(find(actions({ handles: [named] }), 'follow'))).toBe('https://www.facebook.com/');
});
