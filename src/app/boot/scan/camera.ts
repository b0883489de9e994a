import type { CameraListener, RunningCamera } from '../../ports/scanner.ts';
import { cameraSizes } from './ask-camera.ts';
import type { Decoder } from './decoder.ts';
import { openCamera } from './open-camera.ts';

/** Between the starts of two readings: what is left goes to the page, and to the battery. */
const restMs = 80;

/** Shows the camera in the video and reads each frame that the decoder has time for. */
export function startCamera(
  video: HTMLVideoElement,
  decoder: Decoder,
  listener: CameraListener,
): RunningCamera {
  const { setTorch, fail, stop } = openCamera(video, {
    size: cameraSizes.scan,
    onOpen(sight, isOn) {
      listener.onSight(sight);
      void readFrames(video, decoder, (texts) => {
        if (!isOn()) return false;
        if (texts === undefined) fail('unable');
        else if (texts.length > 0) listener.onCodes(texts);
        return isOn();
      });
    },
    onTrouble: listener.onTrouble,
  });
  return { setTorch, stop };
}

/** One at a time, until `onTexts` answers that it is enough. */
async function readFrames(
  video: HTMLVideoElement,
  decoder: Decoder,
  onTexts: (texts: readonly string[] | undefined) => boolean,
): Promise<void> {
  let isWanted = true;
  while (isWanted) {
    const [texts] = await Promise.all([readFrame(video, decoder), pause(restMs)]);
    isWanted = onTexts(texts);
  }
}

async function readFrame(video: HTMLVideoElement, decoder: Decoder): Promise<readonly string[] | undefined> {
  if (video.readyState < HTMLMediaElement.HAVE_CURRENT_DATA) return [];
  // A video that has just been shut has no frame to give.
  const frame = await createImageBitmap(video).catch(() => undefined);
  return frame === undefined ? [] : decoder.decodeFrame(frame);
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
