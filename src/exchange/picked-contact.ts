import { type ContactReading, emptyContact } from './contact-reading.ts';

/** What a phone gives of somebody who was picked among its contacts (Contact Picker API, 6.3). */
export interface PickedContact {
  readonly name: readonly string[];
  readonly tel: readonly string[];
  readonly email: readonly string[];
  /** Each one as a line. */
  readonly address: readonly string[];
}

export interface PickedAddress {
  readonly addressLine: readonly string[];
  readonly city: string;
  readonly region: string;
  readonly postalCode: string;
  readonly country: string;
}

/** The first name is the name; others that a phone knows go to the note. */
export function pickedToReading({ name, tel, email, address }: PickedContact): ContactReading {
  const [first = '', ...others] = known(name);
  return {
    ...emptyContact,
    name: first,
    phones: known(tel).map((text) => ({ text })),
    emails: known(email).map((text) => ({ text })),
    addresses: known(address).map((text) => ({ text })),
    note: others.join('\n'),
  };
}

export function pickedAddressToLine({
  addressLine,
  city,
  region,
  postalCode,
  country,
}: PickedAddress): string {
  const place = known([region, postalCode]).join(' ');
  return known([...addressLine, city, place, country]).join(', ');
}

/** Phones give the same number once for each app that knows it. */
function known(texts: readonly string[]): string[] {
  return [...new Set(texts.map((text) => text.trim()).filter((text) => text !== ''))];
}
