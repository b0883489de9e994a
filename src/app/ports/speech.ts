export type OnDeviceWords =
  | { readonly kind: 'written'; readonly text: string }
  /** Nothing is lost: the recording waits. `unreadable`: this browser cannot play it; any other may. */
  | { readonly kind: 'later'; readonly why: 'no-model' | 'little-memory' | 'crashed' | 'unreadable' }
  | { readonly kind: 'cancelled' };

export type FetchedModel = 'fetched' | 'no-signal' | 'none' | 'full' | 'cancelled' | 'damaged';

export interface OfferedModel {
  readonly name: string;
  /** Of the model and what runs it: to be fetched where it is offered, taken on this device where it is kept. */
  readonly bytes: number;
}

/** Writes recordings down on the device, without a network (docs/voice.md). Nothing here throws or rejects. */
export interface OnDeviceSpeech {
  /** What the contact database offers this device; undefined where it cannot be asked, or this browser keeps nothing. */
  readModel(): Promise<OfferedModel | 'none' | undefined>;
  /** What is kept on this device, whole; undefined where there is nothing or only a part. */
  readKept(): Promise<OfferedModel | undefined>;
  isHere(): Promise<boolean>;
  /** A part of it is here and takes room. */
  isBegun(): Promise<boolean>;
  isFetching(): boolean;
  /** Goes on where it was broken off, and joins what is under way; `onProgress` is told 0 to 1. */
  fetch(options: {
    onProgress?(done: number): void;
    signal?: AbortSignal | undefined;
  }): Promise<FetchedModel>;
  /** Frees what it takes on this device, also of a part. */
  remove(): Promise<void>;
  /** `language` as Whisper names it (ISO 639-1); without one, or with one that the model does not know, it is heard from the recording. One after the other. */
  write(
    recording: Blob,
    options: {
      language?: string | undefined;
      onProgress?(done: number): void;
      signal?: AbortSignal | undefined;
    },
  ): Promise<OnDeviceWords>;
  /** Frees the memory. */
  close(): void;
}
