/**
 * The fields of MECARD, BIZCARD and MATMSG: `N:Ruiz,Dana;TEL:+1213…;;`. A backslash takes the meaning from the sign
 * after it. A semicolon that no field's name follows belongs to the value, as careless programs write it.
 */
export function splitFields(body: string): Map<string, string[]> {
  const fields = new Map<string, string[]>();
  let last: string[] | undefined;
  for (const part of splitOutsideEscapes(body)) {
    const field = /^\s*([A-Z][A-Z0-9-]*):([\s\S]*)$/i.exec(part);
    if (field !== null) {
      const name = (field[1] ?? '').toUpperCase();
      last = fields.get(name) ?? [];
      last.push(field[2] ?? '');
      fields.set(name, last);
    } else if (last !== undefined && part.trim() !== '') last.push(`${last.pop() ?? ''};${part}`);
  }
  return fields;
}

function splitOutsideEscapes(body: string): string[] {
  return body.match(/(?:\\[\s\S]|[^;\\])+/g) ?? [];
}

export function unescapeField(value: string): string {
  return value.replace(/\\([\s\S])/g, '$1').trim();
}

/** The values of one field, without escapes, empty ones left out. */
export function textsOfField(fields: ReadonlyMap<string, readonly string[]>, name: string): string[] {
  return (fields.get(name) ?? []).map(unescapeField).filter((text) => text !== '');
}
