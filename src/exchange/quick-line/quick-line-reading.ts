export type QuickLineKind = 'name' | 'title' | 'company' | 'phone' | 'email' | 'handle';

/** What was recognised, and where. */
export interface QuickLinePart {
  readonly kind: QuickLineKind;
  /** What goes into the field: "dana@ruizbakery.com" for "dana at ruizbakery dot com". */
  readonly text: string;
  /** What a number was called there, in small letters: "cell". */
  readonly label?: string;
  /** UTF-16 offsets into the line, `to` exclusive. Words that only introduce it are within: "her cell is". */
  readonly from: number;
  readonly to: number;
}

export interface QuickLineReading {
  /** In the order of the line; none overlaps another. */
  readonly parts: readonly QuickLinePart[];
  /** All that no part took, in order; punctuation that joined it to a part is gone. */
  readonly note: string;
}
