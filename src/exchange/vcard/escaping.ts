/** RFC 2426, 4: backslash, semicolon, comma and line breaks. */
export function escapeText(text: string): string {
  return withoutControls(text)
    .replace(/[\\;,]/g, (character) => `\\${character}`)
    .replace(/\r\n|\r|\n/g, '\\n');
}

/** Also what programs escape that need not, as `http\://`. A backslash before any other sign is one. */
export function unescapeText(value: string): string {
  return value.replace(/\\([\\;,:nN])/g, (_, sign: string) => (sign === 'n' || sign === 'N' ? '\n' : sign));
}

/** The parts of a structured value, still escaped. */
export function splitUnescaped(value: string, separator: ';' | ','): string[] {
  const parts: string[] = [];
  let start = 0;
  for (let at = 0; at < value.length; at += 1) {
    if (value[at] === '\\') at += 1;
    else if (value[at] === separator) {
      parts.push(value.slice(start, at));
      start = at + 1;
    }
  }
  parts.push(value.slice(start));
  return parts;
}

/** Trimmed, its lines joined by commas, for a field of one line. */
export function textInLine(text: string): string {
  return text.trim().replace(/\s*[\r\n]\s*/g, ', ');
}

export function withoutBreaks(text: string): string {
  return withoutControls(text).replace(/[\r\n]/g, '');
}

function withoutControls(text: string): string {
  return text.replace(/[^\P{Cc}\t\r\n]/gu, '');
}
