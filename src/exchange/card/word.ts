/** In pixels of the picture that was read; y grows downwards. */
export interface WordBox {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** One word as it was read off a card. */
export interface CardWord {
  readonly text: string;
  /** How sure the engine is, 0 to 100. */
  readonly confidence: number;
  readonly box: WordBox;
}
