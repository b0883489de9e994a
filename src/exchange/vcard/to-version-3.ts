import { escapeText } from './escaping.ts';
import {
  changeProperty,
  makeParameter,
  parameterValues,
  type VcardParameter,
  type VcardProperty,
} from './property.ts';
import { decodeQuotedPrintable } from './quoted-printable.ts';

/** In vCard 2.1 their commas are signs like any other; with `parts`, semicolons separate. */
const texts21 = new Set(['FN', 'TITLE', 'ROLE', 'NOTE', 'LABEL', 'TEL', 'EMAIL', 'MAILER']);
const parts21 = new Set(['N', 'ADR', 'ORG']);
/** Of these, vCard 3.0 knows one that is preferred. */
const preferred = new Set(['TEL', 'EMAIL', 'ADR']);
const binaries = new Set(['PHOTO', 'LOGO', 'SOUND', 'KEY']);

/**
 * The property as vCard 3.0 says it, so that a line tells by itself how it is to be read: quoted-printable and bare
 * types of 2.1, `tel:` and `data:` addresses of 4.0. What 3.0 says just so, or cannot say, stays letter by letter.
 */
export function toVersion3(property: VcardProperty, version: string): VcardProperty {
  const modern = version === '2.1' ? property : fromVersion4(property);
  const encoding = parameterValues(modern, 'ENCODING')[0] ?? '';
  const parameters = modern.parameters.flatMap(toParameters3);
  const value = toValue3(modern, encoding, version);
  const isSame = value === modern.value && parameters.every((one, index) => one === modern.parameters[index]);
  if (isSame && parameters.length === modern.parameters.length) return modern;
  return changeProperty(modern, parameters, value);
}

function toParameters3(parameter: VcardParameter): VcardParameter[] {
  const { name, values, written } = parameter;
  const value = (values[0] ?? '').toUpperCase();
  if (name === 'CHARSET') return [];
  if (name === 'ENCODING') {
    if (value !== 'BASE64' && value !== 'B') return [];
    return [value === 'B' && written.includes('=') ? parameter : makeParameter('ENCODING', 'b')];
  }
  if (name === 'VALUE' && value === 'URL') return [makeParameter('VALUE', 'uri')];
  return written.includes('=') ? [parameter] : [makeParameter(name, values[0] ?? '')];
}

function toValue3({ name, value }: VcardProperty, encoding: string, version: string): string {
  if (encoding === 'base64' || encoding === 'b') return value.replace(/\s+/g, '');
  const isQuoted = encoding === 'quoted-printable';
  const decoded = isQuoted ? decodeQuotedPrintable(value) : value;
  if (version !== '2.1') return isQuoted ? decoded.replace(/\r\n|\r|\n/g, '\\n') : value;
  if (name === 'GEO') return decoded.replace(',', ';');
  return toEscapes3(name, decoded, isQuoted);
}

/**
 * vCard 2.1 knows one escape, `\;`. Without quoted-printable there is no other way to write a line break, and
 * programs write `\n` as in 3.0.
 */
function toEscapes3(name: string, value: string, isQuoted: boolean): string {
  const known = isQuoted ? /\\(;)|([;,\\])|(\r\n|\r|\n)/g : /\\([;,:\\nN])|([;,\\])|(\r\n|\r|\n)/g;
  return value.replace(known, (whole, escaped?: string, sign?: string) => {
    if (escaped !== undefined) return /^n$/i.test(escaped) ? '\\n' : escapeText(escaped);
    if (sign === undefined) return '\\n';
    if (sign === '\\' || texts21.has(name)) return `\\${sign}`;
    return sign === ',' && parts21.has(name) ? '\\,' : whole;
  });
}

function fromVersion4(property: VcardProperty): VcardProperty {
  const { name, value } = property;
  const picture = binaries.has(name) ? /^data:([^;,]*)(?:;[^,]*)?;base64,(.*)$/is.exec(value) : null;
  if (picture !== null) {
    const type = (picture[1] ?? '').replace(/^.*\//, '').toUpperCase();
    const others = property.parameters.filter((one) => one.name !== 'MEDIATYPE' && one.name !== 'VALUE');
    const encoded = [makeParameter('ENCODING', 'b'), ...(type === '' ? [] : [makeParameter('TYPE', type)])];
    return changeProperty(property, [...others, ...encoded], picture[2] ?? '');
  }
  if (name === 'GEO' && /^geo:/i.test(value)) {
    return changeProperty(property, property.parameters, value.replace(/^geo:([^,]*),([^,;]*).*$/i, '$1;$2'));
  }
  if (name === 'TZ' && !/^[+-]?\d/.test(value) && parameterValues(property, 'VALUE').length === 0) {
    return changeProperty(property, [...property.parameters, makeParameter('VALUE', 'text')], value);
  }
  if (!preferred.has(name)) return property;
  const isNumber = name === 'TEL' && /^tel:/i.test(value);
  const isFirst = parameterValues(property, 'PREF')[0] === '1';
  if (!isNumber && !isFirst) return property;
  const parameters = property.parameters.flatMap((one) => {
    if (isNumber && one.name === 'VALUE') return [];
    return [isFirst && one.name === 'PREF' ? makeParameter('TYPE', 'pref') : one];
  });
  return changeProperty(property, parameters, isNumber ? escapeText(telToText(value)) : value);
}

/** RFC 3966: `tel:+1-213-373-4253;ext=4`. */
export function telToText(uri: string): string {
  const [number = '', ...parameters] = uri
    .trim()
    .replace(/^tel:(?:\/\/)?/i, '')
    .split(';');
  const extension = parameters.find((one) => /^ext=/i.test(one))?.slice('ext='.length);
  const text = decodePercent(number).trim();
  return extension === undefined || extension === '' ? text : `${text} ext. ${decodePercent(extension)}`;
}

/** Percent signs that are no codes stay as they are. */
export function decodePercent(text: string): string {
  return text.replace(/(?:%[0-9A-Fa-f]{2})+/g, (codes) => {
    try {
      return decodeURIComponent(codes);
    } catch {
      return codes;
    }
  });
}
