import type { Corners } from '../../../exchange/card/picture.ts';

/** What the page asks the worker that works on pictures. Frames and bitmaps are empty for the page afterwards. */
export type PictureQuestion =
  /** A JPEG as `toPicture` makes it. */
  | { readonly kind: 'picture'; readonly picture: Blob | ImageBitmap; readonly quarters: number }
  /** See `flattenCard`; what it found is kept for `turn`. */
  | { readonly kind: 'flatten'; readonly photo: Blob; readonly corners: Corners | undefined }
  | { readonly kind: 'turn'; readonly quarters: number }
  /** Where a card is in a frame; the frame is kept for `seen`. */
  | { readonly kind: 'look'; readonly frame: ImageBitmap }
  /** A JPEG of the frame that was looked at last. */
  | { readonly kind: 'seen' };
