/** Words parted by spaces or lines. */
export function listWords(text: string): ReadonlySet<string> {
  return new Set(text.trim().split(/\s+/));
}
