import { isSharp } from '../../../exchange/card/stillness.ts';
import type { CardCamera, CardEvents } from '../../ports/cards.ts';
import { cameraSizes } from '../scan/ask-camera.ts';
import { openCamera } from '../scan/open-camera.ts';
import { startTimer } from '../start-timer.ts';
import type { FrameLook, PictureWorker } from './open-picture-worker.ts';
import { waitForCard } from './watch-card.ts';

/** Focusing and a full picture take a second; a camera that never answers must not hold up the frame in hand. */
const patienceMs = 3_000;
/** So many across a card read as well as more do. */
const enoughPixels = 1_000;

/** MediaStream Image Capture (W3C): not in every browser, and not in TypeScript's library. */
interface PhotoTaker {
  takePhoto(): Promise<Blob>;
}
type PhotoTakerClass = new (track: MediaStreamTrack) => PhotoTaker;

export function startCardCamera(
  video: HTMLVideoElement,
  pictures: PictureWorker,
  listener: CardEvents,
): CardCamera {
  const camera = openCamera(video, {
    size: cameraSizes.card,
    onOpen(sight, isOn) {
      listener.onSight(sight);
      const { onPicture } = listener;
      if (onPicture !== undefined) void watch(isOn, onPicture).catch(() => undefined);
    },
    onTrouble: listener.onTrouble,
  });
  let isTaken = false;
  const look = async () => {
    const frame = await createImageBitmap(video).catch(() => undefined);
    return frame === undefined ? undefined : pictures.look(frame);
  };
  const watch = async (isOn: () => boolean, onPicture: (picture: Blob) => void) => {
    const isWanted = () => isOn() && !isTaken;
    const seen = await waitForCard({
      look,
      isOn: isWanted,
      onLook: (card, isStill) => listener.onCard?.(card && { corners: card.corners, isStill }),
    });
    const picture = seen === undefined ? undefined : await takeSharpest(seen);
    if (picture !== undefined && isWanted()) onPicture(picture);
  };
  /** The very frame that was sharp, where it has enough pixels; otherwise a full picture, if that is sharp too. */
  const takeSharpest = async ({ cardWidth }: FrameLook) => {
    const frame = await pictures.takeSeen();
    const track = camera.track();
    if (cardWidth >= enoughPixels || track === undefined) return frame;
    const photo = await takePhoto(track);
    const bitmap = photo && (await createImageBitmap(photo).catch(() => undefined));
    const isBetter = bitmap !== undefined && isSharp((await pictures.look(bitmap))?.sharpness ?? 0);
    return isBetter ? pictures.takeSeen() : frame;
  };
  return {
    setTorch: camera.setTorch,
    async takePicture() {
      isTaken = true;
      const track = camera.track();
      // In hand first: the camera may be taken away while it takes its own.
      const frame = await createImageBitmap(video).catch(() => undefined);
      const photo = track === undefined ? undefined : await takePhoto(track);
      const picture = photo === undefined ? undefined : await pictures.toPicture(photo);
      return picture ?? (frame === undefined ? undefined : pictures.toPicture(frame));
    },
    stop: camera.stop,
  };
}

async function takePhoto(track: MediaStreamTrack): Promise<Blob | undefined> {
  const scope: object = globalThis;
  if (!hasPhotoTaker(scope)) return undefined;
  let stopTimer: () => void = () => undefined;
  const late = new Promise<undefined>((resolve) => {
    stopTimer = startTimer(() => resolve(undefined), patienceMs);
  });
  try {
    return await Promise.race([new scope.ImageCapture(track).takePhoto(), late]);
  } catch {
    return undefined;
  } finally {
    stopTimer();
  }
}

function hasPhotoTaker(scope: object): scope is { readonly ImageCapture: PhotoTakerClass } {
  return 'ImageCapture' in scope && typeof scope.ImageCapture === 'function';
}
