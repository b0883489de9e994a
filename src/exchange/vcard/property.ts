/** `name` is in capitals; a value without a name (vCard 2.1) is a TYPE or an ENCODING. */
export interface VcardParameter {
  readonly name: string;
  /** Without quotation marks. */
  readonly values: readonly string[];
  /** As it stood there. */
  readonly written: string;
}

/** One property of a card, unfolded: `item1.TEL;TYPE=CELL:+1 213 373 4253`. */
export interface VcardProperty {
  /** As it stood there; empty for most. */
  readonly group: string;
  /** In capitals. */
  readonly name: string;
  readonly parameters: readonly VcardParameter[];
  /** Still escaped. */
  readonly value: string;
  readonly line: string;
}

const namePattern = /^(?:([A-Za-z0-9_-]+)\.)?([A-Za-z0-9_-]+)$/;
const encodings = new Set(['QUOTED-PRINTABLE', 'BASE64', '7BIT', '8BIT']);

/** Undefined for a line that is no property. */
export function readProperty(line: string): VcardProperty | undefined {
  const colon = findValueStart(line);
  if (colon < 0) return undefined;
  const [head = '', ...parameters] = splitOutsideQuotes(line.slice(0, colon), ';');
  const names = namePattern.exec(head.trim());
  if (names === null) return undefined;
  return {
    group: names[1] ?? '',
    name: (names[2] ?? '').toUpperCase(),
    parameters: parameters.filter((written) => written.trim() !== '').map(readParameter),
    value: line.slice(colon + 1),
    line,
  };
}

/** The colon before the value: the first outside quotation marks, or the first where a mark is left open. */
export function findValueStart(line: string): number {
  const first = line.indexOf(':');
  const quote = line.indexOf('"');
  if (quote < 0 || first < quote) return first;
  let isQuoted = false;
  for (let at = quote; at < line.length; at += 1) {
    if (line[at] === '"') isQuoted = !isQuoted;
    else if (line[at] === ':' && !isQuoted) return at;
  }
  return first;
}

function readParameter(written: string): VcardParameter {
  const equals = written.indexOf('=');
  if (equals < 0) {
    const value = written.trim();
    return { name: encodings.has(value.toUpperCase()) ? 'ENCODING' : 'TYPE', values: [value], written };
  }
  const values = splitOutsideQuotes(written.slice(equals + 1), ',').map(withoutQuotes);
  return { name: written.slice(0, equals).trim().toUpperCase(), values, written };
}

function withoutQuotes(value: string): string {
  return value.trim().replace(/^"(.*)"$/, '$1');
}

function splitOutsideQuotes(text: string, separator: ';' | ','): string[] {
  if (!text.includes('"')) return text.split(separator);
  const parts: string[] = [];
  let start = 0;
  let isQuoted = false;
  for (let at = 0; at < text.length; at += 1) {
    if (text[at] === '"') isQuoted = !isQuoted;
    else if (text[at] === separator && !isQuoted) {
      parts.push(text.slice(start, at));
      start = at + 1;
    }
  }
  parts.push(text.slice(start));
  return parts;
}

/** All values of the parameters of this name, as they stood there. */
export function parameterTexts({ parameters }: VcardProperty, name: string): string[] {
  return parameters.flatMap((parameter) => (parameter.name === name ? parameter.values : []));
}

/** The same in small letters. */
export function parameterValues(property: VcardProperty, name: string): string[] {
  return parameterTexts(property, name).map((value) => value.toLowerCase());
}

/** The first value of the parameter of this name as it stood there. */
export function parameterText({ parameters }: VcardProperty, name: string): string {
  return parameters.find((parameter) => parameter.name === name)?.values[0] ?? '';
}

/** The same property with other parameters and another value; the name stays as it was written. */
export function changeProperty(
  property: VcardProperty,
  parameters: readonly VcardParameter[],
  value: string,
): VcardProperty {
  const { group, name } = property;
  const head = [group === '' ? name : `${group}.${name}`, ...parameters.map(({ written }) => written)];
  return { ...property, parameters, value, line: `${head.join(';')}:${value}` };
}

export function makeParameter(name: string, value: string): VcardParameter {
  const isPlain = /^[^";:,]*$/.test(value);
  return { name, values: [value], written: `${name}=${isPlain ? value : `"${value.replaceAll('"', "'")}"`}` };
}
