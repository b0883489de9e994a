/** What can be stored everywhere: no NUL, which SQL databases cut at, and no half of a surrogate pair. */
export function storableText(text: string): string {
  return text
    .replaceAll('\0', '')
    .replace(/[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g, '\uFFFD');
}

/** The same as `storableText(text) === text`. Nearly every text holds nothing that needs the longer look. */
export function isStorableText(text: string): boolean {
  return !/[\0\uD800-\uDFFF]/.test(text) || storableText(text) === text;
}

/** One line, trimmed, without control characters: for every field but a note's text. */
export function storableLine(text: string): string {
  if (isBlank(text)) return '';
  return storableText(text)
    .replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')
    .trim();
}

/** True for nothing, and for what nobody can see. */
export function isBlank(text: string): boolean {
  return /^[\p{Z}\p{C}]*$/u.test(text);
}

const foldedLetters: Readonly<Record<string, string>> = { ø: 'o', ł: 'l', đ: 'd', ß: 'ss', æ: 'ae', œ: 'oe' };

/** For searching: lower case, without Latin, Greek and Cyrillic accents, so that "jose" finds José. */
export function searchableText(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]+/g, '')
    .toLowerCase()
    .replace(/[øłđßæœ]/g, (letter) => foldedLetters[letter] ?? letter);
}
