import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { wordlist } from '@scure/bip39/wordlists/english.js';

export interface PairingTranscript {
  readonly id: string;
  readonly joiner: string;
  readonly nonce: string;
}

const wordCount = 3;
const bitsAWord = 11;

/**
 * Three words for what was said between the phone and the contact database: 33 bits of a SHA-256, each word one
 * of 2,048. The phone's hash was sent before the nonce was drawn, so nobody can look for one that gives the words
 * of another phone.
 */
export function pairingWords({ id, joiner, nonce }: PairingTranscript): readonly string[] {
  const digest = hexSha256(`justmet pairing\n${id}\n${joiner}\n${nonce}`);
  // 13 digits are 52 bits, which a number holds exactly.
  let bits = Number.parseInt(digest.slice(0, 13), 16);
  return Array.from({ length: wordCount }, () => {
    const word = wordlist[bits % 2 ** bitsAWord];
    bits = Math.floor(bits / 2 ** bitsAWord);
    return word ?? '';
  });
}

/** 64 hexadecimal digits. */
export function hexSha256(text: string): string {
  return bytesToHex(sha256(utf8ToBytes(text)));
}
