import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { wordlist } from '@scure/bip39/wordlists/english.js';

export interface PairingTranscript {
  readonly id: string;
  readonly joiner: string;
  readonly nonce: string;
}

const bitsAWord = 11;

export type PairingWords = readonly [string, string, string];

/**
 * Three words for what was said between the phone and the contact database: 33 bits of a SHA-256, each word one
 * of 2,048. The phone's hash was sent before the nonce was drawn, so nobody can look for one that gives the words
 * of another phone.
 */
export function pairingWords({ id, joiner, nonce }: PairingTranscript): PairingWords {
  const digest = hexSha256(`justmet pairing\n${id}\n${joiner}\n${nonce}`);
  // 13 digits are 52 bits, which a number holds exactly.
  const bits = Number.parseInt(digest.slice(0, 13), 16);
  const wordAt = (place: number) =>
    wordlist[Math.floor(bits / 2 ** (bitsAWord * place)) % 2 ** bitsAWord] ?? '';
  return [wordAt(0), wordAt(1), wordAt(2)];
}

/** 64 hexadecimal digits. */
export function hexSha256(text: string): string {
  return bytesToHex(sha256(utf8ToBytes(text)));
}
