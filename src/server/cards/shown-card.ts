import { isObject, type Json } from '../../domain/json.ts';
import { textOf } from '../../domain/person.ts';
import { entriesOf } from '../../domain/row.ts';
import { storableLine } from '../../domain/text.ts';
import type { LabelledText } from '../../exchange/contact-reading.ts';
import { isEmailPossible } from '../../exchange/email.ts';
import { numberToGive } from '../../exchange/number-to-give.ts';
import type { Card } from '../../exchange/vcard.ts';
import type { FoundCard } from './find-card.ts';

/** One way to reach the agent. Without a `href` it is only to be read. */
export interface ShownWay {
  readonly kind: 'phone' | 'email' | 'link' | 'address';
  /** What it is: "Phone", "LinkedIn"; with the agent's own word for it, "Phone, work". */
  readonly label: string;
  readonly text: string;
  readonly href?: string;
}

export interface ShownCard {
  /** Never empty. */
  readonly name: string;
  /** Never empty: in a sentence, "Send Ann your details". */
  readonly firstName: string;
  readonly company: string;
  readonly title: string;
  readonly ways: readonly ShownWay[];
}

export function cardToShown({ values }: FoundCard): ShownCard {
  const company = storableLine(textOf(values['company']));
  const ways = toWays(values);
  const given = storableLine(textOf(values['name']));
  const name = given || company || ways[0]?.text || 'Somebody';
  return {
    name,
    firstName: given.split(/\s+/u)[0] || name,
    company: name === company ? '' : company,
    title: storableLine(textOf(values['title'])),
    ways,
  };
}

/** As a phone takes it over. */
export function cardToContact(found: FoundCard): Card {
  const { name } = cardToShown(found);
  const read = (field: string) => entriesOf(found.values, field).map(({ value }) => value);
  return {
    uid: `urn:uuid:${found.profileId}`,
    name,
    company: textOf(found.values['company']),
    title: textOf(found.values['title']),
    phones: read('phone').map((value) => labelled(numberOf(value), value)),
    emails: read('email').map((value) => labelled(member(value, 'typed'), value)),
    addresses: read('address').map((value) => labelled(member(value, 'typed'), value)),
    links: read('handle').flatMap((value) => toLink(member(value, 'url')) ?? []),
    categories: [],
    note: '',
  };
}

function numberOf(value: Json): string {
  const [typed, e164] = [member(value, 'typed'), member(value, 'e164')];
  return numberToGive(e164 === '' ? { typed } : { typed, e164 });
}

function labelled(text: string, value: Json): LabelledText {
  return { text, label: member(value, 'label') };
}

function toWays(values: FoundCard['values']): ShownWay[] {
  const read = (field: string, toWay: (value: Json, text: string) => ShownWay) =>
    entriesOf(values, field).flatMap(({ value }) => {
      const text = storableLine(member(value, 'typed'));
      return text === '' ? [] : [toWay(value, text)];
    });
  return [
    ...read('phone', (value, text) => ({
      ...{ kind: 'phone', label: withWord('Phone', value), text },
      ...hrefOf(toTel(member(value, 'e164') || text)),
    })),
    ...read('email', (value, text) => ({
      ...{ kind: 'email', label: withWord('Email', value), text },
      ...hrefOf(isEmailPossible(text) ? `mailto:${encodeURI(text)}` : undefined),
    })),
    ...read('handle', (value, text) => ({
      ...{ kind: 'link', label: storableLine(member(value, 'network')) || 'Link', text },
      ...hrefOf(toLink(member(value, 'url'))),
    })),
    ...read('address', (value, text) => ({ kind: 'address', label: withWord('Address', value), text })),
  ];
}

function hrefOf(href: string | undefined): { href?: string } {
  return href === undefined ? {} : { href };
}

function withWord(label: string, value: Json): string {
  const word = storableLine(member(value, 'label'));
  return word === '' ? label : `${label}, ${word}`;
}

/** RFC 3966. */
function toTel(typed: string): string | undefined {
  const number = typed.replace(/[^0-9+]/g, '').replace(/(?!^)\+/g, '');
  return /\d{3}/.test(number) ? `tel:${number}` : undefined;
}

/** Http and https alone: a `javascript:` link would run here. */
function toLink(url: string): string | undefined {
  if (!URL.canParse(url)) return undefined;
  const { protocol, href } = new URL(url);
  return protocol === 'https:' || protocol === 'http:' ? href : undefined;
}

function member(value: Json, key: string): string {
  return isObject(value) ? textOf(value[key]) : '';
}
