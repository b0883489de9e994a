import type { PhoneReading } from '../../exchange/phone.ts';
import type { Store } from '../../store/store.ts';
import type { SyncOutcome } from '../../sync/round.ts';
import type { ContactDatabase } from './contact-database.ts';
import type { Signal } from './signal.ts';

/** What was just done, in words, and how to undo it. */
export interface Toast {
  readonly words: string;
  readonly undo?: () => void;
}

/** Everything that screens stand on. */
export interface App {
  readonly store: Store;
  readonly contactDatabase: ContactDatabase;
  readonly isOnline: Signal<boolean>;
  readonly lastSync: Signal<SyncOutcome['kind'] | undefined>;
  readonly isUpdateReady: Signal<boolean>;
  readonly toast: Signal<Toast | undefined>;
  /** Midnight of the device's own day, milliseconds since 1970; it changes when a new day has come. */
  readonly today: Signal<number>;
  readonly nowMs: () => number;
  /** The id of this tab's draft of that name; what a tab that is gone left of it becomes this tab's. */
  readonly openDraft: (name: string) => Promise<string>;
  /** The names of the drafts of a person's lines that this tab may go on with. */
  readonly listLineDrafts: (personId: string) => Promise<readonly string[]>;
  /** What people call this device: "iPhone". */
  readonly deviceName: string;
  readonly requestSync: () => void;
  /** Reloads into the new version, in this tab alone. */
  readonly applyUpdate: () => void;
  /** Undefined when the reader does not come in time. Never rejects. */
  readonly readPhone: (typed: string) => Promise<PhoneReading | undefined>;
  /** ISO 3166-1 alpha-2. */
  readonly readRegion: () => Promise<string>;
  readonly listPhoneRegions: () => Promise<readonly string[]>;
  /** Asks the browser to keep the storage and remembers the answer; `once`: only when it was never asked. */
  readonly askToKeepStorage: (when: 'once' | 'now') => Promise<void>;
}
