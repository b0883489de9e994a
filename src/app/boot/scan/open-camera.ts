import type { CameraTrouble } from '../../ports/scanner.ts';
import { askCamera, type CameraSize, takeCameraAhead } from './ask-camera.ts';

interface TorchSetting extends MediaTrackConstraintSet {
  readonly torch?: boolean;
}

interface CameraUse {
  readonly size: CameraSize;
  /** It is seen. `isOn` is false from the moment when it is shut. */
  readonly onOpen: (camera: { readonly hasTorch: boolean }, isOn: () => boolean) => void;
  readonly onTrouble: (trouble: CameraTrouble) => void;
}

export interface OpenCamera {
  readonly setTorch: (isOn: boolean) => Promise<void>;
  readonly track: () => MediaStreamTrack | undefined;
  /** Shuts it for good and says why. */
  readonly fail: (trouble: CameraTrouble) => void;
  /** Nothing is told any more. */
  readonly stop: () => void;
}

/** Shows the camera behind the device in the video; it is shut while the page is out of sight. */
export function openCamera(video: HTMLVideoElement, use: CameraUse): OpenCamera {
  let stream: MediaStream | undefined;
  /** Each opening has its own; what an older one still does tells nothing. */
  let turn = 0;

  const open = async () => {
    turn += 1;
    const mine = turn;
    const opened = await openStream(use);
    if (typeof opened === 'string') {
      if (mine === turn) use.onTrouble(opened);
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
    use.onOpen({ hasTorch: track !== undefined && hasTorch(track) }, () => mine === turn);
  };
  const shut = () => {
    turn += 1;
    if (stream !== undefined) endStream(stream);
    stream = undefined;
    video.srcObject = null;
  };
  const fail = (trouble: CameraTrouble) => {
    shut();
    use.onTrouble(trouble);
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
    track: () => stream?.getVideoTracks()[0],
    fail,
    stop() {
      document.removeEventListener('visibilitychange', follow);
      shut();
    },
  };
}

async function openStream({ size }: CameraUse): Promise<MediaStream | CameraTrouble> {
  if (!isSecureContext) return 'insecure';
  // Also absent in some apps' own browsers.
  if (navigator.mediaDevices?.getUserMedia === undefined) return 'none';
  try {
    return await (takeCameraAhead() ?? askCamera(size));
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
