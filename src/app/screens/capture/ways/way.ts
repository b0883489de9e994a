import type { ContactReading } from '../../../../exchange/contact-reading.ts';
import type { DraftHandle } from '../../../ui/use-draft.ts';

/** What came along with a reading, and belongs in no line. */
export interface ReadBesides {
  /** vCard content lines, a line each. */
  readonly cardLines?: string;
  /** Of pictures that were kept with `keepDraftFile`. */
  readonly fileIds?: readonly string[];
}

export type WayName = 'scan' | 'card' | 'paste';

/** A way to take somebody down. Each is loaded when it is first wanted, and is there without signal. */
export interface WayProps {
  /** Of the tag, for what must be kept before the way is done. */
  readonly draft: DraftHandle;
  /** Where people are met now; empty where nobody said. */
  readonly place: string;
  /** What was read goes into the tag's empty lines; nothing that stands there is lost. `from`: "from the code". */
  readonly onRead: (reading: ContactReading, from: string, besides?: ReadBesides) => void;
  /** Somebody was saved without the tag: they are shown. */
  readonly onSaved: (personId: string) => void;
  /** Opens the line that takes everything, with that text in it. */
  readonly onLine: (text: string) => void;
  readonly onClose: () => void;
}
