import { type ContactReading, emptyContact } from '../contact-reading.ts';
import { escapeText } from '../vcard/escaping.ts';
import type { FieldsReading } from './mecard.ts';
import { splitFields, textsOfField } from './split-fields.ts';

const carriedNames = new Set(['N', 'X', 'T', 'C', 'A', 'B', 'F', 'M', 'E', 'U']);

/** `BIZCARD:N:Dana;X:Ruiz;T:Owner;C:Ruiz Bakery;A:76 Fourth St;B:+1213…;E:dana@…;;`: one letter a field. */
export function readBizcard(body: string): FieldsReading {
  const fields = splitFields(body);
  const texts = (name: string) => textsOfField(fields, name);
  const labelled = (name: string, label: string) => texts(name).map((text) => ({ text, label }));
  const contact: ContactReading = {
    ...emptyContact,
    name: [...texts('N'), ...texts('X')].join(' '),
    title: texts('T')[0] ?? '',
    company: texts('C')[0] ?? '',
    phones: [...labelled('M', 'mobile'), ...labelled('B', 'work'), ...labelled('F', 'fax')],
    emails: texts('E').map((text) => ({ text })),
    handles: texts('U'),
    addresses: texts('A').map((text) => ({ text })),
  };
  const others = [...fields.keys()].filter((name) => !carriedNames.has(name));
  const rest = others.flatMap((name) => texts(name).map((text) => `X-BIZCARD-${name}:${escapeText(text)}`));
  return { contact, rest };
}
