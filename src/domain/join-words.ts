/** As one reads them: in every language, a browser's own rules. Firefox has them since 125. */
const sentences =
  typeof Intl.Segmenter === 'function' ? new Intl.Segmenter('en', { granularity: 'sentence' }) : null;

/**
 * Behind these a sentence goes on, though the segmenter ends it there: initials, numbers, what has a dot inside, and
 * abbreviations, with a vowel or without. One that is missing here would tear a sentence in two; one too many only lets
 * something be said twice.
 */
const goesOn =
  /(?:^|[\s(])(?:\p{L}|\S*\d|\S*\.\S+|[b-df-hj-np-tv-xz]{2,4}|ave|inc|co|corp|prof|gen|capt|rev|gov|sen|rep|hon|no|nos|apt|ste|etc|approx|est|ext|tel|dept|col|maj|pres|mme|messrs|esq|min|max|ca|incl|excl|sra|srta|sres|dra|av|avda|ud|uds|núm|pág|depto|aprox)\.\s*$/iu;

/** Nor does one end within a word, as an address with a question mark; Chinese and Japanese have no space there. */
const endsHere = /\s$|[。！？｡]$/u;

/** `before`, and behind it on a line of its own what `more` says that does not stand there yet. */
export function joinWords(before: string, more: string, segmenter = sentences): string {
  return [before.trimEnd(), wordsNotIn(before, more, segmenter)].filter((text) => text !== '').join('\n');
}

/**
 * Of `more`, without the sentences with which both begin, word for word and whole: two hands that went on with one text
 * both have it. None where all of it stands in `before` in one piece. A sentence further on may answer another there, and
 * stays. By lines without a segmenter.
 */
export function wordsNotIn(before: string, more: string, segmenter = sentences): string {
  const known = splitText(before, segmenter);
  const all = splitText(more, segmenter);
  if (isWithin(all, known)) return '';
  const news = all.findIndex((sentence, place) => bare(sentence) !== bare(known[place] ?? ''));
  return all.slice(news).join('').trim();
}

/** Whether nothing is said in `more` that does not stand in `text`, in one piece. */
export function hasWords(text: string, more: string): boolean {
  return wordsNotIn(text, more) === '';
}

function isWithin(part: readonly string[], whole: readonly string[]): boolean {
  const said = part.map(bare);
  return whole.some((_, start) => said.every((one, place) => one === bare(whole[start + place] ?? '')));
}

const bare = (sentence: string): string => sentence.trim().replace(/\s+/g, ' ');

/** With the space and the line breaks behind each, so that together they are the text without what is blank before it. */
function splitText(text: string, segmenter: Intl.Segmenter | null): string[] {
  const whole: string[] = [];
  for (const line of text.trim().match(/[^\n]*\n|[^\n]+/g) ?? []) {
    const last = whole.at(-1);
    if (line.trim() === '' && last !== undefined) whole[whole.length - 1] = last + line;
    else whole.push(...splitSentences(line, segmenter));
  }
  return whole;
}

/** Only its end tells: a line may be as long as an hour of speech. */
function isTorn(sentence: string): boolean {
  const end = sentence.slice(-endLength);
  return goesOn.test(end) || !endsHere.test(end);
}
const endLength = 80;

/** None for a blank line. */
function splitSentences(line: string, segmenter: Intl.Segmenter | null): string[] {
  if (line.trim() === '') return [];
  const parts = segmenter === null ? [line] : [...segmenter.segment(line)].map(({ segment }) => segment);
  const whole: string[] = [];
  for (const part of parts) {
    const last = whole.at(-1);
    if (last !== undefined && isTorn(last)) whole[whole.length - 1] = last + part;
    else whole.push(part);
  }
  return whole;
}
