import type { VcardBlock } from './block.ts';
import type { Carried } from './carried.ts';
import { escapeText, textInLine, unescapeText } from './escaping.ts';
import type { VcardProperty } from './property.ts';

export interface CarriedBlock {
  readonly block: VcardBlock;
  readonly carried: Carried;
}

/**
 * The name as it is shown (FN), or put together from its parts (N), or the nickname. One that only says a number or
 * an address again, as phones write it for somebody without a name, is none: `known` holds these.
 */
export function readName(
  found: readonly CarriedBlock[],
  properties: readonly VcardProperty[],
  known: readonly string[],
): string {
  const said = saidName(found);
  return said === '' || known.includes(said) ? firstTextOf(properties, 'NICKNAME') : said;
}

/** Of the first property of this name that says something, in one line. */
export function firstTextOf(properties: readonly VcardProperty[], name: string): string {
  const value = properties.find((property) => property.name === name && property.value.trim() !== '')?.value;
  return textInLine(unescapeText(value ?? ''));
}

function saidName(found: readonly CarriedBlock[]): string {
  return textsOf(found, 'name')[0] ?? textsOf(found, 'parts')[0] ?? '';
}

/** Those of FN and N that, written from the name alone, would not say the same. */
export function findKeptNames(
  found: readonly CarriedBlock[],
  properties: readonly VcardProperty[],
  known: readonly string[],
): VcardBlock[] {
  const said = saidName(found);
  const ofField = (field: 'name' | 'parts') => found.filter(({ carried }) => carried.field === field);
  const shown = ofField('name');
  const inParts = ofField('parts');
  const isOnce = ({ length }: readonly unknown[]) => length < 2;
  const arePartsRebuilt =
    isOnce(inParts) && inParts.every(({ block, carried }) => carried.isWhole && isRebuiltFrom(block, said));
  const isShownRebuilt =
    isOnce(shown) &&
    shown.every(({ carried }) => carried.isWhole) &&
    (arePartsRebuilt || readName(inParts, properties, known) === readName(found, properties, known));
  const kept = [...(isShownRebuilt ? [] : shown), ...(arePartsRebuilt ? [] : inParts)];
  return kept.map(({ block }) => block);
}

function textsOf(found: readonly CarriedBlock[], field: 'name' | 'parts'): string[] {
  return found.flatMap(({ carried }) =>
    carried.field === field && carried.text !== '' ? [carried.text] : [],
  );
}

function isRebuiltFrom({ main }: VcardBlock, name: string): boolean {
  if (main.name !== 'N') return true;
  const written = main.value.replace(/;+\s*$/, '');
  return written === nameToParts(name).replace(/;+$/, '');
}

/** Family name; given names. The last word is the family's, as the phones' own address books guess. */
export function nameToParts(name: string): string {
  const words = name.split(/\s+/u);
  const family = words.length > 1 ? (words.at(-1) ?? '') : '';
  const given = words.length > 1 ? words.slice(0, -1).join(' ') : name;
  return `${escapeText(family)};${escapeText(given)};;;`;
}
