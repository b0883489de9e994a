import type { Corners } from '../../exchange/card/picture.ts';
import type { CardContact } from '../../exchange/card/words-to-contact.ts';
import type { CameraEvents, RunningCamera } from './scanner.ts';

/** A card in front of the camera. */
export interface SeenCard {
  /** In shares of the video's width and height, 0 to 1. */
  readonly corners: Corners;
  readonly isStill: boolean;
}

export interface CardEvents extends CameraEvents {
  /** Again and again while cards are looked for; undefined while none is there. */
  readonly onCard?: (card: SeenCard | undefined) => void;
  /**
   * The shutter released itself, once: a card lay still and was sharp. Without it no card is looked for. As
   * `takePicture`.
   */
  readonly onPicture?: (picture: Blob) => void;
}

export interface CardCamera extends RunningCamera {
  /** What it sees now, as sharp as it can: a JPEG as `toPicture` makes it. Undefined when there is nothing to see. */
  readonly takePicture: () => Promise<Blob | undefined>;
}

/** Where a card lies, clockwise from the top left, in pixels of the picture; `sure` is 0 where none was found. */
export interface CardPlace {
  readonly corners: Corners;
  readonly sure: number;
}

export type CardOutcome =
  | ({ readonly kind: 'read'; readonly found: CardPlace } & CardContact)
  | { readonly kind: 'cancelled' }
  /** What reads cards was never fetched, and cannot be now. */
  | { readonly kind: 'missing-parts' }
  | { readonly kind: 'failed' };

export interface CardReadOptions {
  /** ISO 3166-1 alpha-2: numbers are read by it. */
  readonly region: string;
  /** Where somebody says that the card lies; otherwise it is looked for. */
  readonly corners?: Corners;
  readonly signal: AbortSignal;
  /** `done` is 0 to 1. Fetching comes only where the parts are not here yet. */
  readonly onProgress: (step: 'fetching' | 'reading', done: number) => void;
  /** Told before the words are read, which takes most of the time; `size` is the picture's. */
  readonly onFound: (found: CardPlace, size: { readonly width: number; readonly height: number }) => void;
}

/** Photographs cards and reads them on the device. Nothing here throws or rejects, but for `setTorch`. */
export interface Cards {
  /** Asks for the camera behind the device and shows it. It rests while the page is out of sight. */
  readonly startCamera: (video: HTMLVideoElement, listener: CardEvents) => CardCamera;
  /** A JPEG of at most 2,200 pixels, upright, turned clockwise by `quarters`; undefined when it cannot be opened. */
  readonly toPicture: (picture: Blob, quarters?: number) => Promise<Blob | undefined>;
  readonly read: (picture: Blob, options: CardReadOptions) => Promise<CardOutcome>;
  /** Starts what reads ahead of the picture, where it is on this device. */
  readonly prepare: () => void;
  readonly hasParts: () => Promise<boolean>;
  /** About 4.5 MB; false when they do not arrive. */
  readonly fetchParts: (onProgress: (done: number) => void) => Promise<boolean>;
  /** Frees the memory. */
  readonly close: () => void;
}
