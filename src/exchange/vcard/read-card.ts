import type { ContactReading, LabelledText } from '../contact-reading.ts';
import { toBlocks, type VcardBlock } from './block.ts';
import { type Carried, readCarried } from './carried.ts';
import { readPhoto, type VcardPhoto } from './photo.ts';
import type { VcardProperty } from './property.ts';
import { type CarriedBlock, findKeptNames, firstTextOf, readName } from './read-name.ts';

/** One card. Contact, photos and rest together hold all that stood in it. */
export interface ReadVcard {
  readonly contact: ContactReading;
  readonly photos: readonly VcardPhoto[];
  /**
   * The lines, unfolded and in the form of vCard 3.0, of all that the contact does not carry whole. A value that it
   * carries in part stands in both: `cardToVcard` puts the line in place of what it would write itself.
   */
  readonly rest: readonly string[];
}

/** What separates several notes of one card. */
export const noteSeparator = '\n\n';

/** The properties of one card in the form of vCard 3.0. */
export function readCard(properties: readonly VcardProperty[]): ReadVcard {
  const photos: VcardPhoto[] = [];
  const found: CarriedBlock[] = [];
  const kept = new Set<VcardBlock>();
  const blocks = toBlocks(properties);
  for (const block of blocks) {
    const photo = block.properties.length === 1 ? readPhoto(block.main) : undefined;
    const carried = readCarried(block);
    if (photo !== undefined) photos.push(photo);
    else if (carried === undefined) kept.add(block);
    else if (!isNothing(carried)) found.push({ block, carried });
  }
  const contact = toContact(found, properties);
  for (const block of findPartial(found, properties, contact)) kept.add(block);
  const rest = blocks.filter((block) => kept.has(block)).flatMap((block) => block.properties);
  return { contact, photos, rest: rest.map(({ line }) => line) };
}

/** An empty structured name says something: that there is none. */
function isNothing(carried: Carried): boolean {
  return 'entry' in carried ? carried.entry.text === '' : carried.text === '' && carried.field !== 'parts';
}

function toContact(found: readonly CarriedBlock[], properties: readonly VcardProperty[]): ContactReading {
  const entries = (field: 'phone' | 'email' | 'address'): LabelledText[] =>
    found.flatMap(({ carried }) => (carried.field === field ? [carried.entry] : []));
  const phones = entries('phone');
  const emails = entries('email');
  const known = [...phones, ...emails].map(({ text }) => text);
  return {
    name: readName(found, properties, known),
    title: carriedTexts(found, 'title')[0] ?? firstTextOf(properties, 'ROLE'),
    company: carriedTexts(found, 'company')[0] ?? '',
    phones,
    emails,
    handles: carriedTexts(found, 'handle'),
    addresses: entries('address'),
    note: carriedTexts(found, 'note').join(noteSeparator),
  };
}

type TextField = Exclude<Carried, { entry: LabelledText }>['field'];

function carriedTexts(found: readonly CarriedBlock[], field: TextField): string[] {
  return found.flatMap(({ carried }) => (carried.field === field ? [carried.text] : []));
}

/** Of a field that a person has once, several or a partial one are kept all together, the first one first. */
function findPartial(
  found: readonly CarriedBlock[],
  properties: readonly VcardProperty[],
  { phones, emails }: ContactReading,
): VcardBlock[] {
  const known = [...phones, ...emails].map(({ text }) => text);
  const counts = new Map<string, number>();
  for (const { carried } of found) counts.set(carried.field, (counts.get(carried.field) ?? 0) + 1);
  const isKept = ({ carried: { field, isWhole } }: CarriedBlock): boolean => {
    if (field === 'name' || field === 'parts') return false;
    const isOnce = field === 'title' || field === 'company' || field === 'note';
    return !isWhole || (isOnce && (counts.get(field) ?? 0) > 1);
  };
  return [...findKeptNames(found, properties, known), ...found.filter(isKept).map(({ block }) => block)];
}
