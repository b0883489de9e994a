import type { CameraListener, CameraTrouble, RunningCamera } from '../../ports/scanner.ts';
import type { Decoder } from './decoder.ts';

/** Between the starts of two readings: what is left goes to the page, and to the battery. */
const restMs = 80;

interface TorchSetting extends MediaTrackConstraintSet {
  readonly torch?: boolean;
}

/** Shows the camera in the video and reads each frame that the decoder has time for. */
export function startCamera(
  video: HTMLVideoElement,
  decoder: Decoder,
  listener: CameraListener,
): RunningCamera {
  let stream: MediaStream | undefined;
  /** Each opening has its own; what an older one still does tells nothing. */
  let turn = 0;

  const open = async () => {
    turn += 1;
    const mine = turn;
    const opened = await openStream();
    if (typeof opened === 'string') {
      if (mine === turn) listener.onTrouble(opened);
      return;
    }
    if (mine !== turn) return endStream(opened);
    stream = opened;
    const [track] = opened.getVideoTracks();
    track?.addEventListener('ended', () => {
      if (mine === turn) fail('stopped');
    });
    video.srcObject = opened;
    // Rejects when it is shut before it plays.
    await video.play().catch(() => undefined);
    if (mine !== turn) return;
    listener.onSight({ hasTorch: track !== undefined && hasTorch(track) });
    await readFrames(video, decoder, (texts) => {
      if (mine !== turn) return false;
      if (texts === undefined) fail('unable');
      else if (texts.length > 0) listener.onCodes(texts);
      return mine === turn;
    });
  };
  const shut = () => {
    turn += 1;
    if (stream !== undefined) endStream(stream);
    stream = undefined;
    video.srcObject = null;
  };
  const fail = (trouble: CameraTrouble) => {
    shut();
    listener.onTrouble(trouble);
  };
  const follow = () => {
    if (document.visibilityState === 'hidden') shut();
    else if (stream === undefined) void open();
  };

  document.addEventListener('visibilitychange', follow);
  void open();
  return {
    async setTorch(isOn) {
      const torch: TorchSetting = { torch: isOn };
      await stream?.getVideoTracks()[0]?.applyConstraints({ advanced: [torch] });
    },
    stop() {
      document.removeEventListener('visibilitychange', follow);
      shut();
    },
  };
}

async function openStream(): Promise<MediaStream | CameraTrouble> {
  if (!isSecureContext) return 'insecure';
  // Also absent in some apps' own browsers.
  if (navigator.mediaDevices?.getUserMedia === undefined) return 'none';
  try {
    const size = { width: { ideal: 1920 }, height: { ideal: 1080 } };
    return await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment', ...size } });
  } catch (error) {
    return error instanceof DOMException ? (troubles[error.name] ?? 'busy') : 'busy';
  }
}

/** By the names that Media Capture and Streams (10.2) gives them. */
const troubles: Readonly<Record<string, CameraTrouble>> = {
  NotAllowedError: 'refused',
  SecurityError: 'refused',
  NotFoundError: 'none',
  OverconstrainedError: 'none',
};

function endStream(stream: MediaStream): void {
  for (const track of stream.getTracks()) track.stop();
}

function hasTorch(track: MediaStreamTrack): boolean {
  const capabilities: object = track.getCapabilities?.() ?? {};
  return 'torch' in capabilities && capabilities.torch === true;
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
