import { type RefObject, useEffect, useRef, useState } from 'react';
import type { CardCamera, Cards } from '../../../../ports/cards.ts';
import type { CameraTrouble } from '../../../../ports/scanner.ts';

export interface CameraInSight {
  readonly state: 'starting' | 'watching' | CameraTrouble;
  /** Undefined where the camera has none. */
  readonly isTorchOn: boolean | undefined;
  readonly toggleTorch: () => void;
  readonly tryAgain: () => void;
  readonly takePicture: () => Promise<Blob | undefined>;
}

/** The camera in the video, for as long as it is wanted. */
export function useCardCamera(
  video: RefObject<HTMLVideoElement | null>,
  cards: Cards | undefined,
  isWanted: boolean,
): CameraInSight {
  const camera = useRef<CardCamera>(undefined);
  const [state, setState] = useState<CameraInSight['state']>('starting');
  const [attempt, setAttempt] = useState(0);
  const [isTorchOn, setIsTorchOn] = useState<boolean>();
  // biome-ignore lint/correctness/useExhaustiveDependencies: each attempt begins anew
  useEffect(() => {
    if (cards === undefined || !isWanted || video.current === null) return;
    setState('starting');
    setIsTorchOn(undefined);
    const started = cards.startCamera(video.current, {
      onSight({ hasTorch }) {
        setState('watching');
        setIsTorchOn(hasTorch ? false : undefined);
      },
      onTrouble(trouble) {
        setState(trouble);
        setIsTorchOn(undefined);
      },
    });
    camera.current = started;
    return () => started.stop();
  }, [cards, isWanted, video, attempt]);
  return {
    state,
    isTorchOn,
    toggleTorch() {
      const isOn = isTorchOn !== true;
      camera.current?.setTorch(isOn).then(
        () => setIsTorchOn(isOn),
        () => setIsTorchOn(undefined),
      );
    },
    tryAgain: () => setAttempt(attempt + 1),
    takePicture: async () => camera.current?.takePicture(),
  };
}
