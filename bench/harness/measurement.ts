/** One line of the table. */
export interface Figure {
  readonly what: string;
  readonly value: number;
  readonly unit: 'ms' | 's' | 'bytes' | 'times' | '%' | 'a second' | 'MB' | 'taps' | 'keys';
  /** The design's goal; undefined where it names none. */
  readonly atMost?: number;
  readonly atLeast?: number;
}

export interface Outcome {
  readonly figures: readonly Figure[];
  /** Every single value, by what it is; the figures are made from these. */
  readonly raw: Readonly<Record<string, readonly number[]>>;
}

export interface RunOptions {
  /** Undefined: as many as the measurement needs for a steady median. */
  readonly runs: number | undefined;
  /** 1, or less to try a measurement out: people and saves shrink by it. */
  readonly scale: number;
  /** What the names of its parts begin with, where not all are wanted. */
  readonly only?: string | undefined;
  readonly tell: (line: string) => void;
}

/** One file of this folder measures one thing. */
export interface Measurement {
  readonly name: string;
  measure(options: RunOptions): Promise<Outcome>;
}
