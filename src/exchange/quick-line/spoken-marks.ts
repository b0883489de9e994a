/** What people say for the marks in addresses, in English, Spanish, German and French. */
const marksByWord: ReadonlyMap<string, string> = new Map([
  ['dot', '.'],
  ['punto', '.'],
  ['punkt', '.'],
  ['point', '.'],
  ['underscore', '_'],
  ['unterstrich', '_'],
  ['dash', '-'],
  ['hyphen', '-'],
  ['minus', '-'],
  ['guion', '-'],
  ['guión', '-'],
  ['bindestrich', '-'],
  ['tiret', '-'],
  ['plus', '+'],
]);

const atWords: ReadonlySet<string> = new Set(['at', 'arroba', 'arobase', 'ät']);

export function wordToMark(lower: string | undefined): string | undefined {
  return lower === undefined ? undefined : marksByWord.get(lower);
}

export function isAtWord(lower: string | undefined): boolean {
  return lower !== undefined && atWords.has(lower);
}

/** Addresses are said in words: small letters, and none of the accents that dictation gives to names. */
export function spokenToAddress(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}
