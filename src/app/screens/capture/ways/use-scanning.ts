import { type RefObject, useEffect, useEffectEvent, useRef, useState } from 'react';
import type { CameraTrouble, RunningCamera, Scanner } from '../../../ports/scanner.ts';
import { useApp } from '../../../ui/use-app.ts';
import { type CodeMeaning, readCode } from './read-code.ts';

export type UsefulCode = Exclude<CodeMeaning, { kind: 'aside' }>;

export interface Scanning {
  readonly state: 'starting' | 'watching' | CameraTrouble;
  /** Of the last code or picture that was no person. */
  readonly remark: string | undefined;
  readonly isReading: boolean;
  /** Undefined where the camera has none. */
  readonly isTorchOn: boolean | undefined;
  readonly toggleTorch: () => void;
  readonly tryAgain: () => void;
  readonly readPicture: (picture: Blob) => Promise<void>;
}

/** Watches through the camera until a code is of use; `onCode` is called once, with the camera off. */
export function useScanning(
  video: RefObject<HTMLVideoElement | null>,
  onCode: (code: UsefulCode) => void,
): Scanning {
  const { loadScanner } = useApp();
  const scanner = useRef<Scanner>(undefined);
  const camera = useRef<RunningCamera>(undefined);
  const isDone = useRef(false);
  const [state, setState] = useState<Scanning['state']>('starting');
  const [attempt, setAttempt] = useState(0);
  const [remark, setRemark] = useState<string>();
  const [isReading, setIsReading] = useState(false);
  const [isTorchOn, setIsTorchOn] = useState<boolean>();

  const take = useEffectEvent((texts: readonly string[]) => takeTexts(texts));
  const takeTexts = (texts: readonly string[]) => {
    if (isDone.current) return;
    const meanings = texts.map(readCode);
    const code =
      meanings.find((meaning) => meaning.kind === 'person') ??
      meanings.find((meaning) => meaning.kind === 'words');
    if (code === undefined) return setRemark(meanings.find((meaning) => meaning.kind === 'aside')?.words);
    isDone.current = true;
    camera.current?.stop();
    scanner.current?.buzz();
    onCode(code);
  };

  // biome-ignore lint/correctness/useExhaustiveDependencies: each attempt begins anew
  useEffect(() => {
    let isOver = false;
    const start = async () => {
      const loaded = await loadScanner();
      if (isOver || video.current === null) return loaded.close();
      scanner.current = loaded;
      camera.current = loaded.startCamera(video.current, {
        onSight({ hasTorch }) {
          setState('watching');
          setIsTorchOn(hasTorch ? false : undefined);
        },
        onCodes: take,
        onTrouble(trouble) {
          setState(trouble);
          setIsTorchOn(undefined);
        },
      });
    };
    start().catch(() => {
      if (!isOver) setState('unable');
    });
    return () => {
      isOver = true;
      camera.current?.stop();
      scanner.current?.close();
      scanner.current = undefined;
    };
  }, [loadScanner, video, attempt]);

  return {
    state,
    remark,
    isReading,
    isTorchOn,
    toggleTorch() {
      const isOn = isTorchOn !== true;
      camera.current?.setTorch(isOn).then(
        () => setIsTorchOn(isOn),
        () => setIsTorchOn(undefined),
      );
    },
    tryAgain() {
      setState('starting');
      setAttempt(attempt + 1);
    },
    async readPicture(picture) {
      setRemark(undefined);
      setIsReading(true);
      const texts = await scanner.current?.readPicture(picture);
      setIsReading(false);
      if (texts === undefined) setRemark('This phone cannot open that picture.');
      else if (texts.length === 0) setRemark('There is no code in this picture.');
      else takeTexts(texts);
    },
  };
}
