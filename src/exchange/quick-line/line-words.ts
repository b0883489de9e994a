export interface LineWord {
  /** UTF-16 offsets into the line, `to` exclusive. */
  readonly from: number;
  readonly to: number;
  readonly text: string;
  readonly lower: string;
}

const wordPattern = /[\p{L}\p{M}\p{N}]+(?:['’][\p{L}\p{M}]+)*/gu;

/** Letters and digits that stand together; an apostrophe between letters belongs to the word. */
export function lineToWords(line: string): LineWord[] {
  return Array.from(line.matchAll(wordPattern), ({ 0: text, index }) => ({
    from: index,
    to: index + text.length,
    text,
    lower: text.toLowerCase(),
  }));
}
