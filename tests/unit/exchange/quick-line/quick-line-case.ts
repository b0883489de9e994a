/** A field that is not named is expected to be empty. */
export interface QuickLineCase {
  readonly line: string;
  /** ISO 3166-1 alpha-2. */
  readonly region: string;
  readonly expect: {
    readonly name?: string;
    readonly title?: string;
    readonly company?: string;
    /** The number, or its label and the number. */
    readonly phones?: readonly (string | readonly [label: string, text: string])[];
    readonly emails?: readonly string[];
    readonly handles?: readonly string[];
    readonly note?: string;
  };
}
