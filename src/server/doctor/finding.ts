export interface Finding {
  readonly kind: 'good' | 'wrong';
  /** What was found, and for what is wrong what to do: a sentence in plain words. */
  readonly sentence: string;
}

export function good(sentence: string): Finding {
  return { kind: 'good', sentence };
}

export function wrong(sentence: string): Finding {
  return { kind: 'wrong', sentence };
}
