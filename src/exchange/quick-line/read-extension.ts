import { freeWord, gapBefore, type LineScan } from './line-scan.ts';
import { readNumberToken } from './spoken-number.ts';

export interface PhoneExtension {
  readonly digits: string;
  /** Offset of its end. */
  readonly to: number;
  readonly isSpoken: boolean;
}

const extensionWords = new Set('ext extn extension x poste extensión durchwahl'.split(' '));
const mostWords = 5;

/** "ext 12", "x204", "extension one two" at a word. */
export function readExtension(scan: LineScan, index: number): PhoneExtension | undefined {
  const word = freeWord(scan, index);
  if (word === undefined || !/^[ ,;.]{0,3}$/.test(gapBefore(scan, index))) return undefined;
  const joined = /^(?:x|ext)(\d{1,6})$/.exec(word.lower)?.[1];
  if (joined !== undefined) return { digits: joined, to: word.to, isSpoken: false };
  if (!extensionWords.has(word.lower)) return undefined;
  let digits = '';
  let isSpoken = false;
  let next = index + 1;
  for (let count = 0; count < mostWords; count++) {
    const token = /^[ .:]{1,3}$/.test(gapBefore(scan, next)) ? readNumberToken(scan, next) : undefined;
    if (token === undefined || digits.length + token.digits.length > 6) break;
    digits += token.digits;
    isSpoken ||= token.isSpoken;
    next = token.next;
    if (!token.isSpoken) break;
  }
  const to = scan.words[next - 1]?.to ?? word.to;
  return digits === '' ? undefined : { digits, to, isSpoken };
}
