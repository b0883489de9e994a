import { type RefObject, useEffect, useEffectEvent, useRef, useState } from 'react';
import type { CameraEvents, CameraTrouble, RunningCamera } from '../../../ports/scanner.ts';

export interface CameraInSight {
  readonly state: 'starting' | 'watching' | CameraTrouble;
  /** Undefined where the camera has none. */
  readonly isTorchOn: boolean | undefined;
  readonly toggleTorch: () => void;
  readonly tryAgain: () => void;
}

/**
 * A camera for as long as it is wanted, and started anew by `tryAgain`. `open` resolves with undefined where
 * `isOver` says that nobody wants it any more; what it rejects with is told as `unable`.
 */
export function useCamera<Camera extends RunningCamera>(
  isWanted: boolean,
  open: (events: CameraEvents, isOver: () => boolean) => Promise<Camera | undefined>,
): CameraInSight & { readonly camera: RefObject<Camera | undefined> } {
  const camera = useRef<Camera>(undefined);
  const [state, setState] = useState<CameraInSight['state']>('starting');
  const [isTorchOn, setIsTorchOn] = useState<boolean>();
  const [attempt, setAttempt] = useState(0);
  const begin = useEffectEvent(open);
  const run = isWanted ? attempt : undefined;
  useEffect(() => {
    if (run === undefined) return;
    let isOver = false;
    const say = (now: CameraInSight['state'], hasTorch = false) => {
      if (isOver) return;
      setState(now);
      setIsTorchOn(hasTorch ? false : undefined);
    };
    say('starting');
    const events: CameraEvents = {
      onSight: ({ hasTorch }) => say('watching', hasTorch),
      onTrouble: (trouble) => say(trouble),
    };
    const start = async () => {
      const opened = await begin(events, () => isOver);
      if (isOver) opened?.stop();
      else camera.current = opened;
    };
    start().catch(() => say('unable'));
    return () => {
      isOver = true;
      camera.current?.stop();
      camera.current = undefined;
    };
  }, [run]);
  return {
    camera,
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
  };
}
