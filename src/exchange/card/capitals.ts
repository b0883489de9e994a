/** "SALES MANAGER": mostly capitals. */
export function isShouted(text: string): boolean {
  const small = text.replace(/[^\p{Ll}]/gu, '').length;
  const large = text.replace(/[^\p{Lu}]/gu, '').length;
  return large > small * 1.5 && large > 4;
}

/** "SMITH-JONES" as Smith-Jones, "MCLEOD" as McLeod. */
export function toCapital(word: string): string {
  if (word.length <= 2 && /^\p{Lu}\.?$/u.test(word)) return word;
  return word
    .toLowerCase()
    .replace(/(^|[-'’])(\p{Ll})/gu, (_all, before: string, letter: string) => before + letter.toUpperCase())
    .replace(/^Mc(\p{Ll})/u, (_all, letter: string) => `Mc${letter.toUpperCase()}`);
}
