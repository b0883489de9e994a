/** A number, an address or the like as it stood there, and what it was called there: "work". */
export interface LabelledText {
  readonly text: string;
  readonly label?: string;
}

/**
 * What was read of one person in a text, a code, a card or another program's file. Texts are as they stood there,
 * trimmed; an empty one, or an empty list, is not known.
 */
export interface ContactReading {
  readonly name: string;
  /** What the person does there: "Owner". */
  readonly title: string;
  readonly company: string;
  readonly phones: readonly LabelledText[];
  readonly emails: readonly LabelledText[];
  /** Sites and profiles: a link, or a network and a handle ("instagram dana.bakes"), as `readHandle` takes them. */
  readonly handles: readonly string[];
  /** Postal addresses, each in one line. */
  readonly addresses: readonly LabelledText[];
  /** What belongs in no field. */
  readonly note: string;
}

export const emptyContact: ContactReading = {
  name: '',
  title: '',
  company: '',
  phones: [],
  emails: [],
  handles: [],
  addresses: [],
  note: '',
};
