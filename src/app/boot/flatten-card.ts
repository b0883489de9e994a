import { evenLight } from '../../exchange/card/even-light.ts';
import { type FoundCorners, findCorners } from '../../exchange/card/find-corners.ts';
import { type Corners, type GreyPicture, turnByQuarters } from '../../exchange/card/picture.ts';
import { straighten } from '../../exchange/card/straighten.ts';
import { textDirection } from '../../exchange/card/text-direction.ts';
import { decodePicture, encodeGrey } from './card-picture.ts';

/** As it is read. */
export interface TurnedCard {
  readonly grey: GreyPicture;
  /** The same as a file. */
  readonly picture: Blob;
}

/** A photographed card made flat and evenly lit, its lines of text across. */
export interface FlatCard {
  readonly found: FoundCorners;
  /** Of the photograph that `found` is in. */
  readonly size: { readonly width: number; readonly height: number };
  /** Clockwise. */
  readonly turn: (quarters: number) => Promise<TurnedCard>;
}

/** `corners`: where somebody says that it lies, in pixels of `decodePicture`; otherwise it is looked for. Rejects for what is no picture. */
export type FlattenCard = (photo: Blob, corners?: Corners) => Promise<FlatCard>;

/** Takes a second on a slow phone: best beside the page (`openPictureWorker`). */
export const flattenCard: FlattenCard = async (photo, corners) => {
  const picture = await decodePicture(photo);
  const found = corners === undefined ? findCorners(picture) : { corners, sure: 1 };
  const flat = evenLight(straighten(picture, found.corners, found.sure > 0));
  const level = textDirection(flat) === 'across' ? flat : turnByQuarters(flat, 1);
  const { width, height } = picture;
  return {
    found,
    size: { width, height },
    async turn(quarters) {
      const grey = turnByQuarters(level, quarters);
      return { grey, picture: await encodeGrey(grey) };
    },
  };
};
