import { type ContactReading, emptyContact } from '../contact-reading.ts';
import { escapeText } from '../vcard/escaping.ts';
import { splitFields, textsOfField, unescapeField } from './split-fields.ts';

export interface FieldsReading {
  readonly contact: ContactReading;
  /** What the contact has no room for, as lines of a vCard. */
  readonly rest: readonly string[];
}

const carriedNames = new Set(['N', 'TEL', 'TEL-AV', 'EMAIL', 'URL', 'ADR', 'ORG', 'TITLE', 'NOTE', 'MEMO']);

/** NTT DoCoMo's MECARD: `MECARD:N:Ruiz,Dana;TEL:…;;`. A name is "family,given", an address in seven parts. */
export function readMecard(body: string): FieldsReading {
  const fields = splitFields(body);
  const texts = (name: string) => textsOfField(fields, name);
  const labelled = (name: string) => texts(name).map((text) => ({ text }));
  const contact: ContactReading = {
    ...emptyContact,
    name: toName(fields.get('N')?.[0] ?? '') || (texts('NICKNAME')[0] ?? ''),
    title: texts('TITLE')[0] ?? '',
    company: texts('ORG')[0] ?? '',
    phones: [...labelled('TEL'), ...labelled('TEL-AV')],
    emails: labelled('EMAIL'),
    handles: texts('URL'),
    addresses: (fields.get('ADR') ?? [])
      .map((raw) => ({ text: joinParts(raw) }))
      .filter(({ text }) => text !== ''),
    note: [...texts('NOTE'), ...texts('MEMO')].join('\n'),
  };
  return { contact, rest: toRest(fields) };
}

function toName(raw: string): string {
  const [family = '', ...given] = splitCommas(raw);
  return [...given, family].filter((part) => part !== '').join(' ');
}

function joinParts(raw: string): string {
  return splitCommas(raw)
    .filter((part) => part !== '')
    .join(', ');
}

function splitCommas(raw: string): string[] {
  return (raw.match(/(?:\\[\s\S]|[^,\\])+/g) ?? []).map(unescapeField);
}

function toRest(fields: ReadonlyMap<string, readonly string[]>): string[] {
  return [...fields.keys()].flatMap((name) =>
    carriedNames.has(name)
      ? []
      : textsOfField(fields, name).map((text) => `${toVcardName(name)}:${escapeText(text)}`),
  );
}

function toVcardName(name: string): string {
  if (name === 'BDAY' || name === 'NICKNAME' || name.startsWith('X-')) return name;
  return name === 'SOUND' ? 'X-PHONETIC-LAST-NAME' : `X-${name}`;
}
