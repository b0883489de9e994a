import type { CardWord } from '../../../../src/exchange/card/word.ts';

export interface PrintedLine {
  readonly text: string;
  readonly left: number;
  readonly top: number;
  /** Pixels from the top of its capitals to the bottom of its descenders. */
  readonly size?: number;
  readonly confidence?: number;
}

/** Boxes of words as an engine sees them: each letter half as wide as high, a space a third. */
export function layOutWords(lines: readonly PrintedLine[]): readonly CardWord[] {
  return lines.flatMap(({ text, left, top, size = 24, confidence = 95 }) => {
    let x = left;
    return text.split(' ').map((word) => {
      const box = { left: x, top, right: x + word.length * size * 0.5, bottom: top + size };
      x = box.right + size * 0.35;
      return { text: word, confidence, box };
    });
  });
}
