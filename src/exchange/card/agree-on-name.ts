import { countChanges, isMisreading, toLook, toPlainLetters } from './looks-alike.ts';

/** A word and how sure the engine is of it, 0 to 100. */
export interface SureWord {
  readonly text: string;
  readonly confidence: number;
}

export interface Agreed {
  /** Undefined where it is in doubt. */
  readonly name: string | undefined;
  readonly mailbox: string | undefined;
}

/** One is surer than the other from here on. */
const clearly = 8;
/** In doubt, what is as sure as this stays all the same. */
const sureEnough = 90;

/**
 * A name and the mailbox of its e-mail address tell each other's misread letters: Helen Lindqvist is no
 * `helen.lindgvist`. The surer one is right; where neither is, what is in doubt is left out.
 */
export function agreeOnName(words: readonly SureWord[], mailbox: SureWord): Agreed {
  let box: string | undefined = mailbox.text;
  const name: (string | undefined)[] = [];
  for (const word of words) {
    const letters = toPlainLetters(word.text);
    const close: string | undefined =
      box === undefined || letters.length < 4
        ? undefined
        : (findClose(box, letters) ?? findMeant(box, word, words));
    const agreed: AgreedWord =
      close === undefined ? { word: word.text, piece: '' } : agreeOnWord(word, letters, mailbox, close);
    name.push(agreed.word);
    if (close !== undefined) box = agreed.piece === undefined ? undefined : box?.replace(close, agreed.piece);
  }
  return { name: name.includes(undefined) ? undefined : name.join(' '), mailbox: box };
}

interface AgreedWord {
  readonly word: string | undefined;
  readonly piece: string | undefined;
}

function agreeOnWord(word: SureWord, letters: string, mailbox: SureWord, close: string): AgreedWord {
  const surer = word.confidence - mailbox.confidence;
  if (surer >= clearly) return { word: word.text, piece: letters };
  if (surer <= -clearly) return { word: inCapitalsOf(close, word.text), piece: close };
  return {
    word: word.confidence >= sureEnough ? word.text : undefined,
    piece: mailbox.confidence >= sureEnough ? close : undefined,
  };
}

/** The piece of a mailbox that was meant to be these letters, but differs by one or looks the same. */
function findClose(mailbox: string, letters: string): string | undefined {
  const shared = toPlainLetters(mailbox);
  if (shared.includes(letters) || withoutE(shared).includes(withoutE(letters))) return undefined;
  const pieces = mailbox.split(/[._+-]|\d+$/).flatMap((piece) => [piece, piece.slice(1), piece.slice(0, -1)]);
  const near = pieces.find((piece) => piece.length >= 4 && isMeant(piece, letters));
  if (near !== undefined) return near;
  for (let start = 0; start + letters.length <= mailbox.length; start += 1) {
    const piece = mailbox.slice(start, start + letters.length);
    if (toLook(piece) === toLook(letters)) return piece;
  }
  return undefined;
}

/** The whole piece of a mailbox that a doubted word of the name was read from, and no other word of it. */
function findMeant(mailbox: string, word: SureWord, words: readonly SureWord[]): string | undefined {
  const others = words.filter((other) => other !== word).map(({ text }) => toPlainLetters(text));
  const pieces = mailbox.split(/[._+-]|\d+/);
  return pieces.find(
    (piece) =>
      !others.includes(piece) &&
      withoutE(piece) !== withoutE(toPlainLetters(word.text)) &&
      isMisreading(word, piece),
  );
}

function isMeant(piece: string, letters: string): boolean {
  return toLook(piece) === toLook(letters) || (letters.length >= 5 && countChanges(piece, letters, 2) === 1);
}

/** Müller writes mail as mueller and as muller. */
function withoutE(text: string): string {
  return text.replace(/([aou])e/g, '$1');
}

function inCapitalsOf(letters: string, word: string): string {
  const isShouted = word === word.toUpperCase();
  return isShouted ? letters.toUpperCase() : letters.slice(0, 1).toUpperCase() + letters.slice(1);
}
