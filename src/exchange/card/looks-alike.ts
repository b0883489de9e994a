/** Letters that are taken for one another, by the one that stands for all of them. */
const alike: readonly (readonly [RegExp, string])[] = [
  [/rn/g, 'm'],
  [/vv/g, 'w'],
  [/cl/g, 'd'],
  [/[1il|!j]/g, 'i'],
  [/[0oq9g]/g, 'o'],
  [/[5s]/g, 's'],
  [/[8b6]/g, 'b'],
  [/[2z]/g, 'z'],
  [/[uv]/g, 'u'],
];

/** The same for two texts that an engine may take for one another: `helen.lindgvist` and `helen.lindqvist`. */
export function toLook(text: string): string {
  return alike.reduce((look, [letters, letter]) => look.replace(letters, letter), text.toLowerCase());
}

/** Small letters alone, without accents: `Côté` is `cote`. */
export function toPlainLetters(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/ß/g, 'ss')
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '');
}

/** Less sure than this, 0 to 100, an engine may have read a word quite wrong. */
const doubted = 70;

/**
 * Whether a word that the engine doubts may be a misreading of what stands elsewhere in full: the same first letter,
 * and at least half of the rest. `Topp` in small capitals is `todd`.
 */
export function isMisreading(
  word: { readonly text: string; readonly confidence: number },
  meant: string,
): boolean {
  const letters = toPlainLetters(word.text);
  if (word.confidence >= doubted || meant.length < 4 || letters[0] !== meant[0]) return false;
  const most = Math.floor(meant.length / 2);
  return countChanges(letters, meant, most + 1) <= most;
}

/** How many letters are to be put in, taken out or changed (Levenshtein); `limit` when it is more. */
export function countChanges(one: string, other: string, limit: number): number {
  if (Math.abs(one.length - other.length) >= limit) return limit;
  let row = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let at = 1; at <= one.length; at += 1) {
    const next = [at];
    for (let to = 1; to <= other.length; to += 1) {
      const changed = (row[to - 1] ?? 0) + (one[at - 1] === other[to - 1] ? 0 : 1);
      next.push(Math.min(changed, (row[to] ?? 0) + 1, (next[to - 1] ?? 0) + 1));
    }
    row = next;
  }
  return Math.min(limit, row[other.length] ?? limit);
}
