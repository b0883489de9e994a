const small = new Set('de del la las los el y e of the and by a'.split(' '));

/** A name that dictation wrote in small letters, as it is written; one that has capitals stays as it is. */
export function toTitle(text: string): string {
  if (/\p{Lu}/u.test(text)) return text;
  return text
    .split(' ')
    .map((word, index) => (index > 0 && small.has(word) ? word : wordToTitle(word)))
    .join(' ');
}

function wordToTitle(word: string): string {
  const isLetters = word.length <= 4 && word.length > 1 && !/[aeiouáéíóúy]/i.test(word);
  return isLetters ? word.toUpperCase() : word.charAt(0).toUpperCase() + word.slice(1);
}

export function toSentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
