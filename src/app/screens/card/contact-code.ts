import type { Profile } from '../../../domain/profile.ts';
import { type ContactReading, emptyContact } from '../../../exchange/contact-reading.ts';
import { numberToGive } from '../../../exchange/number-to-give.ts';
import { contactToSmallVcard } from '../../../exchange/vcard/small-vcard.ts';
import { cardToVcard, contactToCard } from '../../../exchange/vcard.ts';

/** More than so many bytes make modules that a camera does not tell apart on a phone's screen. */
const maxCodeBytes = 500;
const maxNameLength = 100;

export interface ContactCode {
  readonly text: string;
  /** False where the card holds what the code does not: too much, an address, a handle that is no link. */
  readonly isWhole: boolean;
}

/** A card's contact, with numbers that can be dialled from anywhere. */
function profileToContact(profile: Profile): ContactReading {
  const { name, title, company, phones, emails, handles, addresses } = profile;
  const labelled = ({ typed, label }: { readonly typed: string; readonly label?: string }) =>
    label === undefined ? { text: typed } : { text: typed, label };
  return {
    ...emptyContact,
    name,
    title,
    company,
    phones: phones.map((phone) => labelled({ ...phone, typed: numberToGive(phone) })),
    emails: emails.map(labelled),
    handles: handles.map(({ url, typed }) => url ?? typed),
    addresses: addresses.map(labelled),
  };
}

/** The card as a file. */
export function profileToVcard(profile: Profile): string {
  return cardToVcard(contactToCard(profileToContact(profile), `urn:uuid:${profile.id}`));
}

/** As much of the card as a code holds that any camera reads; what people need first comes first. */
export function profileToCode(profile: Profile): ContactCode {
  const contact = profileToContact(profile);
  const { phones, emails, handles } = contact;
  const name = [...contact.name].slice(0, maxNameLength).join('');
  const wishes: Partial<ContactReading>[] = [
    { phones: phones.slice(0, 1) },
    { emails: emails.slice(0, 1) },
    { company: contact.company },
    { title: contact.title },
    { phones },
    { emails },
    ...handles.map((_, place) => ({ handles: handles.slice(0, place + 1) })),
  ];
  let text = contactToSmallVcard({ ...emptyContact, name });
  let kept: ContactReading = { ...emptyContact, name };
  const isInCode = contact.addresses.length === 0 && profile.handles.every(({ url }) => url !== undefined);
  let isWhole = isInCode && name === contact.name;
  for (const wish of wishes) {
    const more = { ...kept, ...wish };
    const longer = contactToSmallVcard(more);
    if (new TextEncoder().encode(longer).length > maxCodeBytes) isWhole = false;
    else [kept, text] = [more, longer];
  }
  return { text, isWhole };
}

/** What a phone can send a text to: E.164 where the number was read, its digits otherwise. */
export function numberToText({ phones }: Profile): string | undefined {
  const numbers = phones.flatMap(({ e164, typed }) => e164 ?? dialable(typed) ?? []);
  return numbers[0];
}

/** Where it is one number and nothing else: two, or one with letters, would reach somebody else. */
function dialable(typed: string): string | undefined {
  const text = typed.replace(/\p{Cf}/gu, '').trim();
  const digits = text.replace(/\D/g, '');
  if (!/^\+?[\d\s().-]+$/.test(text) || digits.length < 3 || digits.length > 15) return undefined;
  return text.startsWith('+') ? `+${digits}` : digits;
}
