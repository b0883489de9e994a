export interface SharedText {
  readonly title: string;
  readonly text: string;
  readonly url: string;
}

/**
 * What another app shared (Web Share Target, 3.1), as one text. Apps put the same words into two of the three, and
 * links into any of them: what another part says already is left out.
 */
export function sharedToText({ title, text, url }: SharedText): string {
  const parts = [title, text, url].map((part) => part.trim());
  return parts.filter((part, place) => part !== '' && !isSaidElsewhere(part, place, parts)).join('\n');
}

function isSaidElsewhere(part: string, place: number, parts: readonly string[]): boolean {
  return parts.some((other, at) => at !== place && other.includes(part) && (other !== part || at < place));
}

/** True for a text that is a file of contact cards. */
export function isVcardText(text: string): boolean {
  return /^\uFEFF?\s*BEGIN:VCARD\b/i.test(text);
}
