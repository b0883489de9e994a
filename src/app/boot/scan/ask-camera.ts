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

/** Asks for it before anything is drawn. It is for whoever takes it first; later there is undefined. */
export function askCameraAhead(way: keyof typeof cameraSizes): () => Promise<MediaStream> | undefined {
  let asked: Promise<MediaStream> | undefined =
    navigator.mediaDevices === undefined ? undefined : askCamera(cameraSizes[way]);
  const take = () => {
    const taken = asked;
    asked = undefined;
    return taken;
  };
  const end = (stream: MediaStream | undefined) => {
    for (const track of stream?.getTracks() ?? []) track.stop();
  };
  // Whoever takes it hears why it was not given.
  asked?.catch(() => undefined);
  setTimeout(() => void take()?.then(end), aheadMs);
  return take;
}
