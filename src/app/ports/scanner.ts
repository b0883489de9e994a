/**
 * Why the camera reads nothing. `insecure`: browsers give it to https pages alone. `stopped`: it was taken away.
 * `unable`: this browser runs no decoder.
 */
export type CameraTrouble = 'refused' | 'none' | 'busy' | 'stopped' | 'insecure' | 'unable';

export interface CameraEvents {
  /** The first frame is in sight. */
  readonly onSight: (camera: { readonly hasTorch: boolean }) => void;
  readonly onTrouble: (trouble: CameraTrouble) => void;
}

export interface CameraListener extends CameraEvents {
  /** The texts of all codes in a frame; for as long as they are in sight, again and again. */
  readonly onCodes: (texts: readonly string[]) => void;
}

export interface RunningCamera {
  readonly setTorch: (isOn: boolean) => Promise<void>;
  /** Nothing is told any more. */
  readonly stop: () => void;
}

/** Reads QR codes, with a decoder that works beside the page and comes from the device. */
export interface Scanner {
  /** Asks for the camera behind the device and shows it. It rests while the page is out of sight. */
  readonly startCamera: (video: HTMLVideoElement, listener: CameraListener) => RunningCamera;
  /** The texts of all codes in a picture; undefined when this browser cannot open it. */
  readonly readPicture: (picture: Blob) => Promise<readonly string[] | undefined>;
  /** A short buzz where there is one. */
  readonly buzz: () => void;
  readonly close: () => void;
}
