/** Why nothing is recorded. `unable`: this browser cannot record. */
export type RecorderTrouble = 'refused' | 'no-microphone' | 'busy' | 'unable';

/** Where the words go that are heard while somebody speaks. */
export interface LiveWords {
  /** What will not change any more. */
  readonly said: string;
  /** What may still change. */
  readonly perhaps: string;
}

export interface RecorderEvents {
  /** How loud it is, 0 to 1, about twenty times a second. */
  readonly onLevel: (level: number) => void;
  /** Whether nothing at all is heard, for some seconds: the microphone may be muted. */
  readonly onSilent: (isSilent: boolean) => void;
  readonly onLive: (words: LiveWords) => void;
  /** A piece is on disk; so much of the recording is safe. */
  readonly onSafe: (seconds: number) => void;
  /** Whether the device takes no more. What was recorded since is in memory, and is written once there is room. */
  readonly onFull: (isFull: boolean) => void;
  /** Something else ended it: the microphone was taken away, or the browser stopped it. What was said is safe. */
  readonly onEnded: () => void;
}

export interface RunningRecording {
  /** Stops, and resolves when all that was said is a voice note, or is in memory for want of room. Further calls share the answer. */
  stop(): Promise<StoppedRecording>;
  /** Asks the browser for what it has not given yet: the page may be about to go. */
  flush(): void;
}

export type StoppedRecording = {
  readonly id: string;
  /** The voice note that it becomes a part of. */
  readonly noteId: string;
  readonly seconds: number;
} & (
  | { readonly kept: Kept }
  /**
   * The device would not take all of it. `unkept` is all of the recording, to be handed on; it is tried again for as
   * long as the page lives, and `whenKept` tells what came of it once there was room.
   */
  | { readonly unkept: Blob; readonly whenKept: Promise<Kept> }
);

export interface RecordingOptions {
  readonly personId: string | null;
  /** A voice note to go on with. */
  readonly noteId: string | null;
}

/** A recording that is being written down on this device, and how much of it, 0 to 1. */
export interface WritingDown {
  readonly fileId: string;
  readonly done: number;
}

/** What came of what was recorded. Only `kept` is a voice note; the others wait on this device, but for `empty`. */
export type Kept = 'kept' | 'gone' | 'nobody' | 'empty' | 'failed';

/** Languages, BCP 47, that this device has to do with. */
export interface DeviceLanguages {
  /** The browser's own, as it prefers them. */
  readonly own: readonly string[];
  /** Those that are written along on this device as somebody speaks. */
  readonly live: readonly string[];
}

export interface Recorder {
  /**
   * Records at once; asks for the microphone where nobody has. Undefined, with nothing recorded, where `signal` aborts
   * before it has begun: whoever wanted it has left. Never rejects.
   */
  start(
    options: RecordingOptions,
    events: RecorderEvents,
    signal: AbortSignal,
  ): Promise<RunningRecording | { readonly trouble: RecorderTrouble } | undefined>;
  /** Makes a voice note of a recording that has stopped; also of one that was cut off. Never rejects. */
  keep(id: string): Promise<Kept>;
  /** Keeps what a tab that is gone left behind. Resolves with whom those voice notes are about. */
  keepLeftOver(): Promise<readonly string[]>;
  /**
   * Writes down on this device what nothing has heard yet, where that is opted into and while nothing records.
   * `askedId`: also this one, which was broken off before. Never rejects.
   */
  writeDown(askedId?: string): Promise<number>;
  /** Never rejects. */
  readLanguages(): Promise<DeviceLanguages>;
  /** Deletes recordings that have been read, where the agent chose that. */
  sweep(): Promise<number>;
}
