import { contractions, detachedEndings } from './contractions.ts';
import { numberWords } from './number-words.ts';

/** A word of the note, or a comma: whatever parts words without ending the sentence becomes ",". */
export interface NoteToken {
  /** As written; of a contraction its part in full. */
  readonly text: string;
  /** Small letters, no accents (but in "él", "sí"), numbers above one in figures. Rules look at this. */
  readonly norm: string;
  /** UTF-16 offsets into the note. */
  readonly start: number;
  readonly end: number;
}

export interface NoteSentence {
  readonly tokens: readonly NoteToken[];
  readonly isQuestion: boolean;
}

const pattern =
  /\d{1,2}\/\d{1,2}(?:\/\d{2,4})?|[\p{L}\p{N}\p{M}]+(?:['’.&@][\p{L}\p{N}\p{M}]+)*(?:['’](?!\p{L}))?|\.{2,}|[^\s]/gu;
const abbreviations = new Set('st dr mr mrs ms sr sra jr av ave blvd apt no'.split(' '));
/** Without its accent, each of these is another word. */
const kept = new Set(['él', 'sí']);

/** Parts a note into sentences of tokens. What is not ended by a mark is one sentence, however long. */
export function noteToSentences(note: string): NoteSentence[] {
  const sentences: NoteSentence[] = [];
  let tokens: NoteToken[] = [];
  let isOpened = false;
  const close = (mark: string) => {
    if (tokens.length > 0) sentences.push({ tokens, isQuestion: mark === '?' || isOpened });
    tokens = [];
    isOpened = false;
  };
  let last = 0;
  for (const { 0: text, index } of note.matchAll(pattern)) {
    if (note.slice(last, index).includes('\n')) close('\n');
    last = index + text.length;
    if (/[\p{L}\p{N}]/u.test(text)) tokens.push(...wordToTokens(text, index));
    else if (text === '¿') {
      close('');
      isOpened = true;
    } else if (isEnd(text, tokens.at(-1))) close(text);
    else if (/[,:()[\]–—…./"“”«»-]/u.test(text)) addComma(tokens, note, index);
  }
  close('');
  return sentences;
}

function isEnd(mark: string, before: NoteToken | undefined): boolean {
  if (mark === '.') return before === undefined || !abbreviations.has(before.norm);
  return mark === '!' || mark === '?' || mark === ';';
}

/** A hyphen within a word parts nothing: "single-family", "ex-wife". */
function addComma(tokens: NoteToken[], note: string, index: number): void {
  const isHyphen =
    note[index] === '-' && /\S/.test(note[index - 1] ?? ' ') && /\S/.test(note[index + 1] ?? ' ');
  if (isHyphen || tokens.length === 0 || tokens.at(-1)?.norm === ',') return;
  tokens.push({ text: ',', norm: ',', start: index, end: index + 1 });
}

function wordToTokens(text: string, start: number): NoteToken[] {
  const plain = text.replaceAll('’', "'").replace(/'$/, '');
  const lower = plain.toLowerCase();
  const end = start + text.length;
  const parts = contractions.get(lower);
  if (parts !== undefined) return parts.map((part) => ({ text: part, norm: part, start, end }));
  const [ending, full] = detachedEndings.find(([tail]) => lower.endsWith(tail)) ?? [];
  if (ending === undefined || full === undefined || lower.length === ending.length) {
    return [{ text: plain, norm: toNorm(lower), start, end }];
  }
  const at = end - (text.length - plain.length) - ending.length;
  const head = plain.slice(0, -ending.length);
  return [
    { text: head, norm: toNorm(head.toLowerCase()), start, end: at },
    { text: full, norm: full, start: at, end },
  ];
}

function toNorm(lower: string): string {
  if (kept.has(lower)) return lower;
  const folded = foldAccents(lower);
  return numberWords.get(folded) ?? folded;
}

export function foldAccents(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '');
}
