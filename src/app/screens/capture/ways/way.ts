import type { ContactReading } from '../../../../exchange/contact-reading.ts';

/** What came along with a reading, and belongs in no line. */
export interface ReadBesides {
  /** vCard content lines, a line each. */
  readonly cardLines?: string;
  /** Of pictures that were kept with `keepDraftFile`. */
  readonly fileIds?: readonly string[];
}

export type WayName = 'scan' | 'paste';

/** A way to take somebody down. Each is loaded when it is first wanted, and is there without signal. */
export interface WayProps {
  /** What was read goes into the tag's empty lines; nothing that stands there is lost. `from`: "from the code". */
  readonly onRead: (reading: ContactReading, from: string, besides?: ReadBesides) => void;
  /** Opens the line that takes everything, with that text in it. */
  readonly onLine: (text: string) => void;
  readonly onClose: () => void;
}
