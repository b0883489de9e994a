import { countChanges, toLook, toPlainLetters } from './looks-alike.ts';

/** Mailboxes that many people read: they name nobody. */
const shared = new Set(
  'info sales office contact hello mail admin support team kontakt contacto ventas help service enquiries inquiries'.split(
    ' ',
  ),
);

/** Whether a mailbox is one that many people read: `info`. */
export function isSharedMailbox(mailbox: string): boolean {
  return shared.has(toPlainLetters(mailbox));
}

/**
 * How well a name fits the part of an e-mail address before the @: 1 when it has first and last name, 0.8 for an
 * initial and the last name, 0.7 for one whole name alone, 0.6 for one but
 * for a letter, 0 for none.
 */
export function nameAgreement(words: readonly string[], mailbox: string): number {
  const box = toPlainLetters(mailbox);
  if (shared.has(box)) return 0;
  const names = words.flatMap((word) => [...word.split(/[-']/).map(lettersOf), lettersOf(word)]);
  const whole = names.filter((name) => name.length >= 2 && holds(box, name));
  if (new Set(whole).size >= 2 && words.length >= 2) return 1;
  const first = lettersOf(words[0] ?? '');
  const last = lettersOf(words[words.length - 1] ?? '');
  const isInitialAndLast =
    words.length >= 2 && last.length >= 3 && holds(box, last) && box.startsWith(first[0] ?? '?');
  if (isInitialAndLast) return 0.8;
  const isFirstAndInitial = words.length >= 2 && box === first + (last[0] ?? '?');
  if (isFirstAndInitial) return 0.8;
  if (whole.some((name) => box === name && name.length >= 3)) return 0.7;
  return names.some((name) => name.length >= 5 && countChanges(box, name, 2) === 1) ? 0.6 : 0;
}

function holds(box: string, name: string): boolean {
  if (box.includes(name) || toUmlauts(box).includes(toUmlauts(name))) return true;
  return name.length >= 5 && toLook(box).includes(toLook(name));
}

/** Müller writes mail as mueller and as muller. */
function toUmlauts(text: string): string {
  return text.replace(/([aou])e/g, '$1');
}

function lettersOf(word: string): string {
  return toPlainLetters(word);
}

/** "Muller" is Müller where the mail says mueller: the English letters that cards are read with have no umlauts. */
export function withUmlauts(name: string, mailboxes: readonly string[]): string {
  const boxes = mailboxes.flatMap((mailbox) => mailbox.toLowerCase().split(/[^a-z]+/));
  const toUmlaut: Readonly<Record<string, string>> = { a: 'ä', o: 'ö', u: 'ü', A: 'Ä', O: 'Ö', U: 'Ü' };
  return name.replace(/\p{L}+/gu, (word) => {
    for (const found of word.matchAll(/[aou]/gi)) {
      const at = found.index;
      const written = `${word.slice(0, at + 1)}e${word.slice(at + 1)}`.toLowerCase();
      if (boxes.includes(written)) return word.slice(0, at) + (toUmlaut[found[0]] ?? '') + word.slice(at + 1);
    }
    return word;
  });
}
