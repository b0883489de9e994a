/** Pixels that a camera should give, where it can: for a card as much as a picture keeps. */
export const cameraSizes = {
  scan: { width: 1920, height: 1080 },
  card: { width: 2560, height: 1920 },
} as const;

export interface CameraSize {
  readonly width: number;
  readonly height: number;
}

/** What nobody took so long after it was asked for is shut again. */
const aheadMs = 5_000;

/** The camera behind the device. Rejects as `getUserMedia` does (Media Capture and Streams, 10.2). */
export function askCamera({ width, height }: CameraSize): Promise<MediaStream> {
  return navigator.mediaDevices.getUserMedia({
    video: { facingMode: 'environment', width: { ideal: width }, height: { ideal: height } },
  });
}

let ahead: Promise<MediaStream> | undefined;

/** Asks for it before what shows it is drawn. It is for whoever takes it first. */
export function askCameraAhead(way: keyof typeof cameraSizes): void {
  if (navigator.mediaDevices === undefined) return;
  endAhead();
  const asked = askCamera(cameraSizes[way]);
  ahead = asked;
  // Whoever takes it hears why it was not given.
  asked.catch(() => undefined);
  setTimeout(() => {
    if (ahead === asked) endAhead();
  }, aheadMs);
}

/** The camera that was asked for ahead; undefined where there is none any more. Rejects as `askCamera` does. */
export function takeCameraAhead(): Promise<MediaStream> | undefined {
  const taken = ahead;
  ahead = undefined;
  return taken;
}

function endAhead(): void {
  const end = (stream: MediaStream) => {
    for (const track of stream.getTracks()) track.stop();
  };
  void takeCameraAhead()?.then(end, () => undefined);
}
