import type { CardCamera } from '../../ports/cards.ts';
import type { CameraEvents } from '../../ports/scanner.ts';
import { openCamera } from '../scan/open-camera.ts';
import { startTimer } from '../start-timer.ts';
import { toPicture } from './to-picture.ts';

/** As much as a picture keeps. Phones give the nearest that they have. */
const size = { width: 2560, height: 1920 } as const;
/** Focusing and a full picture take a second; a camera that never answers must not hold up the frame in hand. */
const patienceMs = 3_000;

/** MediaStream Image Capture (W3C): not in every browser, and not in TypeScript's library. */
interface PhotoTaker {
  takePhoto(): Promise<Blob>;
}
type PhotoTakerClass = new (track: MediaStreamTrack) => PhotoTaker;

export function startCardCamera(video: HTMLVideoElement, listener: CameraEvents): CardCamera {
  const camera = openCamera(video, {
    size,
    onOpen: (sight) => listener.onSight(sight),
    onTrouble: listener.onTrouble,
  });
  return {
    setTorch: camera.setTorch,
    async takePicture() {
      const track = camera.track();
      // In hand first: the camera may be taken away while it takes its own.
      const frame = await createImageBitmap(video).catch(() => undefined);
      const photo = track === undefined ? undefined : await takePhoto(track);
      const picture = photo === undefined ? undefined : await toPicture(photo);
      return picture ?? (frame === undefined ? undefined : toPicture(frame));
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
