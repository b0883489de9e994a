/** What a card says of one person. */
export interface Card {
  /** Stays the same for the same person. */
  readonly uid: string;
  readonly name: string;
  readonly company: string;
  readonly phones: readonly string[];
  readonly emails: readonly string[];
  readonly links: readonly string[];
  readonly categories: readonly string[];
  readonly note: string;
}

const maxLineOctets = 75;

/** vCard 3.0 (RFC 2426), which every phone takes: CRLF, N and FN, lines folded at 75 octets. */
export function cardToVcard(card: Card): string {
  const name = card.name.trim() || card.phones[0] || card.emails[0] || 'Somebody';
  const lines = [
    'BEGIN:VCARD',
    'VERSION:3.0',
    `UID:${escapeText(card.uid)}`,
    `FN:${escapeText(name)}`,
    `N:${toStructuredName(name)}`,
    ...(card.company === '' ? [] : [`ORG:${escapeText(card.company)}`]),
    ...card.phones.map((phone) => `TEL;TYPE=VOICE:${escapeText(phone)}`),
    ...card.emails.map((email) => `EMAIL;TYPE=INTERNET:${escapeText(email)}`),
    ...card.links.map((link) => `URL:${withoutBreaks(link)}`),
    ...(card.categories.length === 0 ? [] : [`CATEGORIES:${card.categories.map(escapeText).join(',')}`]),
    ...(card.note === '' ? [] : [`NOTE:${escapeText(card.note)}`]),
    'END:VCARD',
  ];
  return lines.map((line) => `${foldLine(line)}\r\n`).join('');
}

/** Family name; given names. The last word is the family's, as the phones' own address books guess. */
function toStructuredName(name: string): string {
  const words = name.split(/\s+/u);
  const family = words.length > 1 ? (words.at(-1) ?? '') : '';
  const given = words.length > 1 ? words.slice(0, -1).join(' ') : name;
  return `${escapeText(family)};${escapeText(given)};;;`;
}

/** RFC 2426, 4: backslash, semicolon, comma and line breaks. */
function escapeText(text: string): string {
  return withoutControls(text)
    .replace(/[\\;,]/g, (character) => `\\${character}`)
    .replace(/\r\n|\r|\n/g, '\\n');
}

function withoutBreaks(text: string): string {
  return withoutControls(text).replace(/[\r\n]/g, '');
}

function withoutControls(text: string): string {
  return text.replace(/[^\P{Cc}\t\r\n]/gu, '');
}

/** At 75 octets of UTF-8, never within a character; a line that goes on begins with a space. */
function foldLine(line: string): string {
  let folded = '';
  let octets = 0;
  for (const character of line) {
    const size = octetsOf(character);
    if (octets + size > maxLineOctets) {
      folded += '\r\n ';
      octets = 1;
    }
    folded += character;
    octets += size;
  }
  return folded;
}

function octetsOf(character: string): number {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x80) return 1;
  if (code < 0x8_00) return 2;
  return code < 0x1_00_00 ? 3 : 4;
}
