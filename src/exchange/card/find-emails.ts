import { isEmailPossible } from '../email.ts';
import { hasKnownEnding } from './domain.ts';
import type { Found } from './find-sites.ts';
import { countChanges, toLook } from './looks-alike.ts';
import type { CardWord } from './word.ts';
import { type CardLine, heightOf } from './words-to-lines.ts';

/** A site's domain, and how sure that is, 0 to 1. */
export interface SureDomain {
  readonly text: string;
  readonly sure: number;
}

/**
 * E-mail addresses, small letters. `domains` are those of the sites on the card: where one of them looks like the
 * address' own and was read as well, it is that one. What is still in doubt is left out.
 */
export function findEmails(lines: readonly CardLine[], domains: readonly SureDomain[]): readonly Found[] {
  return lines.flatMap((line) => {
    const words = joinAround(line.words);
    return words.flatMap((word, index) => {
      const read = word.confidence / 100;
      const surer = domains.filter(({ sure }) => sure >= read).map(({ text }) => text);
      const email = toEmail(word.text, surer) ?? toEmail(word.text, textsOf(domains));
      const isTorn =
        isMailboxTorn(words[index - 1], word) || lines.some((other) => isTornFar(other, line, word));
      if (email === undefined || isTorn) return [];
      return [{ text: email, line, box: word.box, read, sure: read }];
    });
  });
}

function textsOf(domains: readonly SureDomain[]): readonly string[] {
  return domains.map(({ text }) => text);
}

/** Whether a line tells of an address at all, read well or not: then it is nothing else. */
export function isAboutEmail({ text }: CardLine): boolean {
  return text.includes('@') || /^(?:e-?mail|mail)\b/i.test(text);
}

function toEmail(word: string, domains: readonly string[]): string | undefined {
  const text = word
    .toLowerCase()
    .replace(/[©®]/, '@')
    .replace(/^(?:e|m|e-?mail|mail)\s*[:.]\s*(?=\w)/, '')
    .replace(/^[^a-z0-9]+|[^a-z0-9]+$/g, '');
  const [mailbox, domainRead, ...more] = text.split('@');
  if (mailbox === undefined || domainRead === undefined || more.length > 0) return undefined;
  const domain = repairDomain(domainRead, domains);
  if (domain === undefined || !/^[a-z0-9](?:[a-z0-9._+'-]*[a-z0-9])?$/.test(mailbox)) return undefined;
  // A site that is printed over the address is read as its beginning.
  if (/[._-]{2}|^www\./.test(mailbox)) return undefined;
  const email = `${mailbox}@${domain}`;
  return isEmailPossible(email) ? email : undefined;
}

function repairDomain(read: string, domains: readonly string[]): string | undefined {
  const text = read
    .replace(/^[^a-z0-9]+/, '')
    .replace(/,(?=\w)/g, '.')
    .replace(/\.(?:c0m|corn|comn|cormn)$/, '.com');
  if (domains.includes(text)) return text;
  const known = domains.filter((domain) => isSameLook(domain, text));
  // Two that look alike, and neither is read twice: no telling which.
  if (known.length > 0) return known.length === 1 ? known[0] : undefined;
  return hasKnownEnding(text) ? text : undefined;
}

/** Whether both may be meant to be one domain. */
export function isSameLook(domain: string, text: string): boolean {
  if (toLook(domain) === toLook(text)) return true;
  return domain.length >= 8 && countChanges(domain, text.replace(/[^a-z0-9.-]/g, ''), 3) <= 2;
}

/** A word of small letters close before the address: the underscore or dot between them was not seen. */
function isMailboxTorn(before: CardWord | undefined, word: CardWord): boolean {
  if (before === undefined || /[:.|]$/.test(before.text) || /^(?:e|m|e-?mail|mail)$/i.test(before.text))
    return false;
  const gap = word.box.left - before.box.right;
  return /^[a-z0-9._-]+$/.test(before.text) && gap < heightOf(word.box) * 1.2;
}

/** "nigel.t", a shadow, "on@smith.com": what begins a mailbox ends well before the rest of it. */
function isTornFar(other: CardLine, line: CardLine, word: CardWord): boolean {
  const end = other.words[other.words.length - 1];
  if (other === line || line.words[0]?.box.left !== word.box.left || end === undefined) return false;
  const height = heightOf(word.box);
  const gap = word.box.left - end.box.right;
  const overlap = Math.min(end.box.bottom, word.box.bottom) - Math.max(end.box.top, word.box.top);
  const isPiece = /^[a-z][a-z0-9]*[._-][a-z0-9._-]*$/.test(end.text) && !hasKnownEnding(end.text);
  return isPiece && overlap > height * 0.5 && gap > 0 && gap < height * 4;
}

/** "dana@", "smith.com" and "priya", "_sato@…" are one word each where nothing stands between. */
function joinAround(words: readonly CardWord[]): readonly CardWord[] {
  const joined: CardWord[] = [];
  for (const word of words) {
    const before = joined[joined.length - 1];
    const isPiece =
      before !== undefined &&
      (isTail(before, word) || (/^[_.@-]/.test(word.text) && isTouching(before, word)));
    if (isPiece) {
      joined[joined.length - 1] = {
        text: before.text + word.text,
        confidence: Math.min(before.confidence, word.confidence),
        box: { ...before.box, right: word.box.right },
      };
    } else joined.push(word);
  }
  return joined;
}

function isTail(before: CardWord, word: CardWord): boolean {
  if (!isTouching(before, word)) return false;
  return /@[\w.-]*$/.test(before.text) && (/[@.-]$/.test(before.text) || /^[.-]/.test(word.text));
}

function isTouching(before: CardWord, word: CardWord): boolean {
  return word.box.left - before.box.right < heightOf(word.box) * 0.6;
}
