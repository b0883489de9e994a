import { storableText } from '../../domain/text.ts';
import type { LabelledText } from '../contact-reading.ts';
import { readHandle } from '../handle.ts';
import type { VcardBlock } from './block.ts';
import { splitUnescaped, textInLine, unescapeText } from './escaping.ts';
import { labelToTypes, typesOf, typesToLabel } from './label.ts';
import { parameterText, parameterTexts, parameterValues, type VcardProperty } from './property.ts';
import { decodePercent } from './to-version-3.ts';

/** What a contact carries of one block. `isWhole`: written from the contact alone, it would say the same. */
export type Carried =
  | {
      readonly field: 'phone' | 'email' | 'address';
      readonly entry: LabelledText;
      readonly isWhole: boolean;
    }
  | {
      readonly field: 'handle' | 'name' | 'parts' | 'company' | 'title' | 'note';
      readonly text: string;
      readonly isWhole: boolean;
    };

/** Undefined for what no field of a contact has room for. */
export function readCarried(block: VcardBlock): Carried | undefined {
  const { main } = block;
  switch (main.name) {
    case 'TEL':
      return readLabelled(block, 'phone', textOf(main));
    case 'EMAIL':
      return readLabelled(block, 'email', textOf(main).replace(/^mailto:/i, ''));
    case 'ADR':
      return readAddress(block);
    case 'URL':
    case 'X-SOCIALPROFILE':
    case 'IMPP':
      return readProfile(block);
    case 'FN':
      return readText(block, 'name', textOf(main));
    case 'N':
      return readText(block, 'parts', namePartsToText(main.value));
    case 'ORG':
      return readCompany(block);
    case 'TITLE':
      return readText(block, 'title', textOf(main));
    case 'NOTE':
      return readText(block, 'note', textOf(main));
    default:
      return undefined;
  }
}

function textOf({ name, value }: VcardProperty): string {
  const text = unescapeText(value);
  return name === 'NOTE' ? text.trim() : textInLine(text);
}

/** True for a property alone, with nothing that a line made from the contact would not say. */
function isPlain({ main, properties, label, isShared }: VcardBlock): boolean {
  return !isShared && properties.length === 1 && main.parameters.length === 0 && label === '';
}

function readText(block: VcardBlock, field: 'name' | 'parts' | 'title' | 'note', text: string): Carried {
  const isSame = field === 'parts' || unescapeText(block.main.value).trim() === text;
  return { field, text, isWhole: isSame && isPlain(block) };
}

/** Family; given; middle; before; after (RFC 2426, 3.1.2), in the order in which they are said. */
export function namePartsToText(value: string): string {
  const [family, given, middle, before, after] = splitUnescaped(value, ';').map((part) =>
    textInLine(unescapeText(splitUnescaped(part, ',').join(' '))),
  );
  return [before, given, middle, family, after].filter((part) => part !== undefined && part !== '').join(' ');
}

function readCompany(block: VcardBlock): Carried {
  const units = splitUnescaped(block.main.value, ';').map((unit) => unescapeText(unit).trim());
  const known = units.filter((unit) => unit !== '');
  return {
    field: 'company',
    text: textInLine(known[0] ?? ''),
    isWhole: known.length < 2 && !/[\r\n]/.test(known[0] ?? '') && isPlain(block),
  };
}

function readLabelled(block: VcardBlock, field: 'phone' | 'email', text: string): Carried {
  const isTextWhole = unescapeText(block.main.value).trim() === text;
  return withLabel(block, field, text, isTextWhole);
}

function withLabel(
  block: VcardBlock,
  field: 'phone' | 'email' | 'address',
  text: string,
  isTextWhole: boolean,
): Carried {
  const { main, properties, label: written } = block;
  const types = typesOf(main);
  const label = written === '' ? typesToLabel(types, parameterTexts(main, 'TYPE')) : written;
  const expected = written === '' ? (labelToTypes(label) ?? []) : [];
  const isAlone = properties.every((one) => one === main || one.name === 'X-ABLABEL');
  const isPlainlyLabelled =
    !block.isShared && types.join() === expected.join() && isAlone && isWrittenAlike(block);
  return {
    field,
    entry: label === '' ? { text } : { text, label },
    isWhole: isTextWhole && isPlainlyLabelled && main.parameters.every(({ name }) => name === 'TYPE'),
  };
}

/** Apple's own words for a label that no type says are kept: its programs translate them. */
function isWrittenAlike({ properties, label }: VcardBlock): boolean {
  const line = properties.find(({ name }) => name === 'X-ABLABEL');
  return line === undefined || labelToTypes(label) !== undefined || unescapeText(line.value).trim() === label;
}

/** Box; extended; street; city; region; postal code; country (RFC 2426, 3.2.1), as one line. */
function readAddress(block: VcardBlock): Carried {
  const parts = splitUnescaped(block.main.value, ';').map((part) => textInLine(unescapeText(part)));
  const [box, extended, street, city, region, code, country] = parts;
  const place = [region, code].filter((part) => part !== undefined && part !== '').join(' ');
  const text = [box, street, extended, city, place, country].filter(Boolean).join(', ');
  return withLabel(block, 'address', text, text !== '' && text === street);
}

function readProfile(block: VcardBlock): Carried | undefined {
  const { main } = block;
  const value = textInLine(unescapeText(main.value));
  if (main.name === 'URL') {
    return { field: 'handle', text: value, isWhole: isPlain(block) && unescapeText(value) === value };
  }
  const service = serviceOf(main);
  if (main.name === 'X-SOCIALPROFILE' && isLink(value))
    return { field: 'handle', text: value, isWhole: false };
  const user =
    parameterText(main, 'X-USER') || decodePercent(value.replace(/^[a-z][a-z0-9+.-]*:(?:\/\/)?/i, ''));
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(value)?.[1] ?? '';
  const network = service || (scheme.toLowerCase() === 'x-apple' ? '' : scheme);
  const text = [network, user]
    .filter((part) => part !== '')
    .join(' ')
    .trim();
  if (text === '') return undefined;
  return { field: 'handle', text, isWhole: isPlain(block) && main.value === wordsToProfile(text) };
}

/** The value of an X-SOCIALPROFILE without an address, as Apple writes it: "skype dana". */
export function wordsToProfile(text: string): string {
  return `x-apple:${encodeURIComponent(storableText(text))}`;
}

function isLink(text: string): boolean {
  return /^https?:\/\//i.test(text) || readHandle(text).url !== undefined;
}

/** What Apple and Nextcloud call the network: `X-SERVICE-TYPE=Skype`, `TYPE=facebook`. */
function serviceOf(property: VcardProperty): string {
  const named = parameterText(property, 'X-SERVICE-TYPE') || parameterText(property, 'SERVICE-TYPE');
  if (named !== '') return named.toLowerCase();
  const types = parameterValues(property, 'TYPE').filter((type) => !placeTypes.has(type));
  return types[0] ?? '';
}

const placeTypes = new Set([
  '',
  'home',
  'work',
  'pref',
  'other',
  'internet',
  'personal',
  'business',
  'mobile',
  'cell',
]);
