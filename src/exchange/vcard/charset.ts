/** Windows-1252 (WHATWG Encoding) from 0x80 to 0x9f; above, it is ISO-8859-1. The five holes are controls. */
const windows1252 =
  '\u20ac\u0081\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\u008d\u017d\u008f' +
  '\u0090\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\u009d\u017e\u0178';

/**
 * Characters of bytes in UTF-8, or in Windows-1252 where they are not UTF-8. The charset that a card names is not
 * asked: old phones name the wrong one, and bytes that are UTF-8 are hardly ever anything else.
 */
export function bytesToText(bytes: readonly number[]): string {
  return bytesToUtf8(bytes) ?? windows1252ToText(bytes);
}

export function windows1252ToText(bytes: Iterable<number>): string {
  let text = '';
  for (const byte of bytes) {
    text += byte >= 0x80 && byte < 0xa0 ? (windows1252[byte - 0x80] ?? '') : String.fromCharCode(byte);
  }
  return text;
}

/** `decodeURIComponent` is the one strict UTF-8 decoder of the language itself. */
function bytesToUtf8(bytes: readonly number[]): string | undefined {
  try {
    return decodeURIComponent(bytes.map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join(''));
  } catch {
    return undefined;
  }
}
