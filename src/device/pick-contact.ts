import * as z from 'zod/mini';
import { type PickedContact, pickedAddressToLine } from '../exchange/picked-contact.ts';

const texts = z.optional(z.nullable(z.array(z.string())));
const text = z.optional(z.nullable(z.string()));
const addressSchema = z.object({
  addressLine: texts,
  city: text,
  region: text,
  postalCode: text,
  country: text,
});
const pickedSchema = z.array(
  z.object({
    name: texts,
    tel: texts,
    email: texts,
    address: z.optional(z.nullable(z.array(addressSchema))),
  }),
);

/** Contact Picker API (W3C draft): no standard type library has it. */
interface ContactsManager {
  getProperties(): Promise<readonly string[]>;
  select(properties: readonly string[], options: { readonly multiple: boolean }): Promise<unknown>;
}

const wanted = ['name', 'tel', 'email', 'address'];

/** True where the browser lets somebody pick one of the phone's contacts. */
export function canPickContact(): boolean {
  return findContacts() !== undefined;
}

/** Who was picked; undefined when nobody was. Rejects when the phone would not. Only within a tap. */
export async function pickContact(): Promise<PickedContact | undefined> {
  const contacts = findContacts();
  if (contacts === undefined) return undefined;
  const there = await contacts.getProperties();
  const answer = await contacts.select(
    wanted.filter((property) => there.includes(property)),
    { multiple: false },
  );
  const [picked] = pickedSchema.parse(answer);
  if (picked === undefined) return undefined;
  const { name, tel, email, address } = picked;
  return {
    name: name ?? [],
    tel: tel ?? [],
    email: email ?? [],
    address: (address ?? []).map(addressToLine),
  };
}

function addressToLine({
  addressLine,
  city,
  region,
  postalCode,
  country,
}: z.infer<typeof addressSchema>): string {
  return pickedAddressToLine({
    addressLine: addressLine ?? [],
    city: city ?? '',
    region: region ?? '',
    postalCode: postalCode ?? '',
    country: country ?? '',
  });
}

function findContacts(): ContactsManager | undefined {
  const contacts: unknown = 'contacts' in navigator ? navigator.contacts : undefined;
  return isContactsManager(contacts) ? contacts : undefined;
}

function isContactsManager(contacts: unknown): contacts is ContactsManager {
  return (
    typeof contacts === 'object' && contacts !== null && 'select' in contacts && 'getProperties' in contacts
  );
}
