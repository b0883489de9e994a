import type { Person } from '../domain/person.ts';
import type { LabelledText } from './contact-reading.ts';
import { numberToGive } from './number-to-give.ts';
import type { Card } from './vcard.ts';

/**
 * What a phone's own address book may know of somebody. Only what may leave (domain/leaving.ts): no note, no
 * language, no household, and not what came along on another program's card.
 */
export function personToCard({ id, name, company, title, ...person }: Person): Card {
  return {
    uid: `urn:uuid:${id}`,
    name,
    company,
    title,
    phones: person.phones.map((phone) => labelled(numberToGive(phone), phone.label)),
    emails: person.emails.map(({ typed, label }) => labelled(typed, label)),
    addresses: person.addresses.map(({ typed, label }) => labelled(typed, label)),
    links: person.handles.flatMap(({ url }) => (url === undefined ? [] : [url])),
    categories: [],
    note: '',
  };
}

function labelled(text: string, label: string | undefined): LabelledText {
  return label === undefined ? { text } : { text, label };
}
