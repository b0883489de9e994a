import { textInLine, unescapeText } from './escaping.ts';
import { parameterValues, type VcardProperty } from './property.ts';

/** What people call a number or an address, and the types that say so, sorted. */
const typesByLabel: Readonly<Record<string, readonly string[]>> = {
  work: ['work'],
  home: ['home'],
  mobile: ['cell'],
  'work mobile': ['cell', 'work'],
  'home mobile': ['cell', 'home'],
  fax: ['fax'],
  'work fax': ['fax', 'work'],
  'home fax': ['fax', 'home'],
  pager: ['pager'],
  car: ['car'],
  main: ['main'],
  other: ['other'],
};
const labelsByTypes = new Map(Object.entries(typesByLabel).map(([label, types]) => [types.join(), label]));
const namedTypes = new Set(Object.values(typesByLabel).flat());
/** Types that say nothing that people would call an entry by. */
const silentTypes = new Set(['voice', 'internet', 'pref', 'dom', 'intl', 'postal', 'parcel']);

/** Undefined where no types say it: then it takes an X-ABLabel. */
export function labelToTypes(label: string): readonly string[] | undefined {
  const known = label.toLowerCase();
  return Object.hasOwn(typesByLabel, known) ? typesByLabel[known] : undefined;
}

/** The types of a property in small letters, each once, sorted, without VOICE and INTERNET, which are the default. */
export function typesOf(property: VcardProperty): string[] {
  const types = parameterValues(property, 'TYPE').flatMap((value) => value.split(','));
  const telling = types.filter((type) => type !== '' && type !== 'voice' && type !== 'internet');
  return [...new Set(telling)].sort();
}

/**
 * '' where there is none. `written` are the types as they stood there: with an X- before them, as Android writes a
 * label of one's own, they are somebody's words.
 */
export function typesToLabel(types: readonly string[], written: readonly string[]): string {
  const own = written.find((type) => /^x-./i.test(type));
  if (own !== undefined) return own.slice(2).trim();
  const known = types.filter((type) => namedTypes.has(type));
  const label = labelsByTypes.get(known.join());
  if (label !== undefined) return label;
  const first = known[0] ?? types.find((type) => !silentTypes.has(type)) ?? '';
  return labelsByTypes.get(first) ?? first;
}

/** The text of an X-ABLabel; Apple writes its own words as `_$!<Mobile>!$_`. */
export function readWrittenLabel(value: string): string {
  const text = textInLine(unescapeText(value));
  const own = /^_\$!<(.*)>!\$_$/.exec(text)?.[1];
  return own === undefined ? text : own.replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2').toLowerCase();
}
