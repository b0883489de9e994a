const maxLineOctets = 75;

/** At 75 octets of UTF-8 (RFC 2426, 2.6), never within a character; a line that goes on begins with a space. */
export function foldLine(line: string): string {
  const pieces: string[] = [];
  let start = 0;
  let octets = 0;
  let at = 0;
  while (at < line.length) {
    const code = line.codePointAt(at) ?? 0;
    const size = octetsOf(code);
    if (octets + size > maxLineOctets) {
      pieces.push(line.slice(start, at));
      start = at;
      octets = 1;
    }
    octets += size;
    at += code > 0xff_ff ? 2 : 1;
  }
  pieces.push(line.slice(start));
  return pieces.join('\r\n ');
}

function octetsOf(code: number): number {
  if (code < 0x80) return 1;
  if (code < 0x8_00) return 2;
  return code < 0x1_00_00 ? 3 : 4;
}
