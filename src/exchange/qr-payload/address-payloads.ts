import { type ContactReading, emptyContact } from '../contact-reading.ts';
import { decodePercent, telToText } from '../vcard/to-version-3.ts';
import { splitFields, textsOfField } from './split-fields.ts';

/** `tel:+1-213-373-4253;ext=4` (RFC 3966). */
export function readTel(text: string): ContactReading {
  return withPhones([telToText(text.replace(/^(?:callto|facetime(?:-audio)?):/i, 'tel:'))], '');
}

/** `sms:+1213…?body=Hi` (RFC 5724), `SMSTO:+1213…:Hi`, and what phones make of them. */
export function readSms(text: string): ContactReading {
  const rest = text.replace(/^(?:sms|smsto|mms|mmsto):(?:\/\/)?/i, '');
  const [, numbers = '', body = ''] = /^([^:;?&]*)([\s\S]*)$/.exec(rest) ?? [];
  const query = /[?&;]body=([^&]*)/i.exec(body)?.[1];
  const words = query === undefined ? body.replace(/^[:;?&]+/, '') : decodeForm(query);
  return withPhones(decodePercent(numbers).split(','), query === undefined ? words : words.trim());
}

function withPhones(numbers: readonly string[], note: string): ContactReading {
  const phones = numbers.map((text) => ({ text: text.trim() })).filter(({ text }) => text !== '');
  return { ...emptyContact, phones, note: note.trim() };
}

/** `mailto:dana@example.com?subject=Roof&body=…` (RFC 6068). */
export function readMailto(text: string): ContactReading {
  const [, to = '', query = ''] = /^mailto:(?:\/\/)?([^?]*)\??([\s\S]*)$/i.exec(text) ?? [];
  const fields = new Map(
    query.split('&').map((one) => {
      const [, name = '', value = ''] = /^([^=]*)=?([\s\S]*)$/.exec(one) ?? [];
      return [name.toLowerCase(), decodePercent(value)] as const;
    }),
  );
  const addresses = [...to.split(',').map(decodePercent), ...(fields.get('to') ?? '').split(',')];
  return withEmails(addresses, [fields.get('subject'), fields.get('body')]);
}

/** `MATMSG:TO:dana@example.com;SUB:Roof;BODY:…;;`. */
export function readMatmsg(body: string): ContactReading {
  const fields = splitFields(body);
  return withEmails(textsOfField(fields, 'TO'), [
    textsOfField(fields, 'SUB')[0],
    textsOfField(fields, 'BODY')[0],
  ]);
}

/** `SMTP:dana@example.com:Roof:…`. */
export function readSmtp(body: string): ContactReading {
  const [to = '', subject, ...words] = body.split(':');
  return withEmails([to], [subject, words.join(':')]);
}

function withEmails(addresses: readonly string[], words: readonly (string | undefined)[]): ContactReading {
  const emails = addresses.map((text) => ({ text: text.trim() })).filter(({ text }) => text !== '');
  const note = words.map((word) => word?.trim() ?? '').filter((word) => word !== '');
  return { ...emptyContact, emails, note: note.join('\n') };
}

function decodeForm(text: string): string {
  return decodePercent(text.replaceAll('+', '%20'));
}
