import type { PhoneReading } from '../../exchange/phone.ts';
import type { DraftFields } from '../../store/actions/drafts.ts';
import type { Place } from '../../store/actions/places.ts';
import type { StoreContext } from '../../store/context.ts';
import type { Store } from '../../store/store.ts';
import type { Timer } from '../../sync/ports.ts';
import type { SyncOutcome } from '../../sync/round.ts';
import type { Cards } from './cards.ts';
import type { ContactDatabase } from './contact-database.ts';
import type { ContactRoutes } from './contact-routes.ts';
import type { AppFiles } from './files.ts';
import type { Recorder, WritingDown } from './recorder.ts';
import type { DeviceReminders } from './reminders.ts';
import type { Scanner } from './scanner.ts';
import type { SignIn } from './sign-in.ts';
import type { Signal } from './signal.ts';
import type { OnDeviceSpeech } from './speech.ts';
import type { Tab } from './tab.ts';

/** What was just done, in words, and how to undo it. */
export interface Toast {
  readonly words: string;
  readonly undo?: () => void;
  /** The one path where it is shown; without it, anywhere. */
  readonly at?: string;
}

/** `refused`: by the person, or by what they said before. `unknown`: the device could not tell. */
export type Located = Place | 'refused' | 'unknown';

/** Everything that screens stand on. */
export interface App {
  readonly store: Store;
  /** A part of the store that comes with the rooms that need it; always the same one. */
  readonly part: <Part>(create: (context: StoreContext) => Part) => Part;
  readonly contactDatabase: ContactDatabase;
  /** Off the first screen's path. Rejects when its code does not arrive. */
  readonly loadSignIn: () => Promise<SignIn>;
  /** Opens the camera for the way that was tapped, while it is still being drawn. */
  readonly askCamera: (way: 'scan' | 'card') => void;
  /** Rejects when its code does not arrive. Close it after use. */
  readonly loadScanner: () => Promise<Scanner>;
  /** Rejects when its code does not arrive. Close it after use. */
  readonly loadCards: () => Promise<Cards>;
  /** Rejects when its code does not arrive. Close it after use. */
  readonly loadSpeech: () => Promise<OnDeviceSpeech>;
  /** Rejects when its code does not arrive. */
  readonly loadRecorder: () => Promise<Recorder>;
  /** Rejects when its code does not arrive. */
  readonly loadReminders: () => Promise<DeviceReminders>;
  readonly writingDown: Signal<WritingDown | undefined>;
  readonly files: AppFiles;
  /** Off the first screen's path. Rejects when its code does not arrive. */
  readonly loadContactRoutes: () => Promise<ContactRoutes>;
  readonly isOnline: Signal<boolean>;
  readonly lastSync: Signal<SyncOutcome['kind'] | undefined>;
  /** Milliseconds that this device's clock is ahead of the contact database's, as last heard; 0 before. */
  readonly clockAheadMs: Signal<number>;
  /** False while the device's database does not open. */
  readonly isStorageOpen: Signal<boolean>;
  readonly isUpdateReady: Signal<boolean>;
  readonly toast: Signal<Toast | undefined>;
  /** Midnight of the device's own day, milliseconds since 1970; it changes when a new day has come. */
  readonly today: Signal<number>;
  readonly nowMs: () => number;
  readonly timer: Timer;
  /** That many unpredictable bytes. */
  readonly randomBytes: (length: number) => Uint8Array;
  /** The id of this tab's draft of that name; what a tab that is gone left of it becomes this tab's. */
  readonly openDraft: (name: string) => Promise<string>;
  readonly tab: Tab;
  /** Hands a text over to the phone's own sharing, or to the clipboard; false when neither would. */
  readonly share: (text: string) => Promise<boolean>;
  /** The text on the clipboard; undefined where the browser or the person does not allow it. */
  readonly readClipboard: () => Promise<string | undefined>;
  /** Where this device is; `quietly` asks nobody. Never rejects. */
  readonly locate: (quietly: boolean) => Promise<Located>;
  readonly saveFile: (name: string, content: Blob) => void;
  /** What could not be written to the device, by its draft's id: kept for as long as the app is open. */
  readonly unwritten: Map<string, DraftFields>;
  /** Pictures, by the person's id, that could not be written to the device: kept for as long as the app is open. */
  readonly unkept: Map<string, readonly File[]>;
  /** What people call this device: "iPhone". */
  readonly deviceName: string;
  readonly requestSync: () => void;
  readonly reload: () => void;
  /** Reloads into the new version, in this tab alone. */
  readonly applyUpdate: () => void;
  /** Undefined when the reader does not come in time. Never rejects. */
  readonly readPhone: (typed: string) => Promise<PhoneReading | undefined>;
  /** In the groups of the region; as it was typed while the reader is not there yet. */
  readonly formatPhone: (typed: string) => string;
  /** ISO 3166-1 alpha-2. */
  readonly readRegion: () => Promise<string>;
  readonly listPhoneRegions: () => Promise<readonly string[]>;
  /** Asks the browser to keep the storage and remembers the answer; `once`: only when it was never asked. */
  readonly askToKeepStorage: (when: 'once' | 'now') => Promise<void>;
}
