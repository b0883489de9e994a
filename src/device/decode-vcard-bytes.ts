import { windows1252ToText } from '../exchange/vcard/charset.ts';

/**
 * The text of a file of cards: UTF-16 and UTF-8 by their marks, otherwise UTF-8, and line by line Windows-1252 where
 * a line is not UTF-8: files of several programs come together in one. Characters that a program folded in two
 * (RFC 2426 counts octets) are joined.
 */
export function decodeVcardBytes(bytes: Uint8Array): string {
  const utf16 = findUtf16(bytes);
  if (utf16 !== undefined) return new TextDecoder(utf16).decode(bytes);
  const joined = joinFoldedCharacters(bytes);
  return readUtf8(joined) ?? decodeLines(joined);
}

function findUtf16(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  if (first === letterB && second === 0) return 'utf-16le';
  return first === 0 && second === letterB ? 'utf-16be' : undefined;
}

const letterB = 0x42;
const lineFeed = 0x0a;
const carriageReturn = 0x0d;

/** Undefined for what is not UTF-8. A mark at the beginning is left out. */
function readUtf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** Node 20's own decoder reads Windows-1252 as ISO-8859-1. */
function decodeLines(bytes: Uint8Array): string {
  const lines: string[] = [];
  for (let start = 0; start < bytes.length; ) {
    const end = bytes.indexOf(lineFeed, start);
    const next = end < 0 ? bytes.length : end + 1;
    const line = bytes.subarray(start, next);
    lines.push(readUtf8(line) ?? windows1252ToText(line));
    start = next;
  }
  return lines.join('');
}

/** No character begins with an octet that only goes on, so a folded line that does was cut within one. */
function joinFoldedCharacters(bytes: Uint8Array): Uint8Array {
  if (readUtf8(bytes) !== undefined) return bytes;
  const joined = new Uint8Array(bytes.length);
  let length = 0;
  for (let at = 0; at < bytes.length; at += 1) {
    const isFold = isFoldWithinCharacter(bytes, at);
    if (isFold) at += bytes[at] === carriageReturn ? 3 : 2;
    joined[length] = bytes[at] ?? 0;
    length += 1;
  }
  return joined.subarray(0, length);
}

function isFoldWithinCharacter(bytes: Uint8Array, at: number): boolean {
  const breakLength = bytes[at] === carriageReturn && bytes[at + 1] === lineFeed ? 2 : 1;
  if (breakLength === 1 && bytes[at] !== lineFeed) return false;
  const blank = bytes[at + breakLength];
  if (blank !== 0x20 && blank !== 0x09) return false;
  return isContinuation(bytes[at + breakLength + 1]) && (bytes[at - 1] ?? 0) >= 0x80;
}

/** 10xxxxxx (RFC 3629, 3). */
function isContinuation(octet: number | undefined): boolean {
  return octet !== undefined && octet >= 0x80 && octet < 0xc0;
}
