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

/** Of `more`, without the sentences that stand in `before`, word for word and whole. By lines without a segmenter. */
export function wordsNotIn(before: string, more: string, segmenter = sentences): string {
  const known = new Set(linesOf(before).flatMap((line) => splitSentences(line, segmenter).map(bare)));
  const kept = linesOf(more).flatMap((line) => {
    const all = splitSentences(line, segmenter);
    const news = all.filter((sentence) => !known.has(bare(sentence)));
    if (news.length === all.length) return [line.trimEnd()];
    return news.length === 0 ? [] : [news.join('').trim()];
  });
  return kept.join('\n').trim();
}

/** Whether nothing is said in `more` that does not stand in `text`. */
export function hasWords(text: string, more: string): boolean {
  return text.includes(more) || wordsNotIn(text, more) === '';
}

const linesOf = (text: string): string[] => text.split(/\r?\n/);
const bare = (sentence: string): string => sentence.trim().replace(/\s+/g, ' ');

/** With the space behind each, so that together they are the line; none for a blank line. */
function splitSentences(line: string, segmenter: Intl.Segmenter | null): string[] {
  if (line.trim() === '') return [];
  const parts = segmenter === null ? [line] : [...segmenter.segment(line)].map(({ segment }) => segment);
  const whole: string[] = [];
  for (const part of parts) {
    const last = whole.at(-1);
    if (last !== undefined && (goesOn.test(last) || !endsHere.test(last)))
      whole[whole.length - 1] = last + part;
    else whole.push(part);
  }
  return whole;
}
