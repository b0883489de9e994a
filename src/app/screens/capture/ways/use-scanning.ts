import { type RefObject, useEffect, useEffectEvent, useRef, useState } from 'react';
import type { RunningCamera, Scanner } from '../../../ports/scanner.ts';
import { useApp } from '../../../ui/use-app.ts';
import { type CodeMeaning, readCode } from './read-code.ts';
import { type CameraInSight, useCamera } from './use-camera.ts';

export type UsefulCode = Exclude<CodeMeaning, { kind: 'aside' }>;

export interface Scanning extends CameraInSight {
  /** Of the last code or picture that was no person. */
  readonly remark: string | undefined;
  readonly isReading: boolean;
  readonly readPicture: (picture: Blob) => Promise<void>;
}

/** Watches through the camera until a code is of use; `onCode` is called once, with the camera off. */
export function useScanning(
  video: RefObject<HTMLVideoElement | null>,
  onCode: (code: UsefulCode) => void,
): Scanning {
  const { loadScanner } = useApp();
  const scanner = useRef<Scanner>(undefined);
  const isDone = useRef(false);
  const [remark, setRemark] = useState<string>();
  const [isReading, setIsReading] = useState(false);

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

  const { camera, ...sight } = useCamera<RunningCamera>(true, async (events, isOver) => {
    const loaded = scanner.current ?? (await loadScanner());
    if (isOver() || video.current === null) {
      loaded.close();
      return undefined;
    }
    scanner.current = loaded;
    return loaded.startCamera(video.current, { ...events, onCodes: take });
  });
  useEffect(
    () => () => {
      scanner.current?.close();
      scanner.current = undefined;
    },
    [],
  );

  return {
    ...sight,
    remark,
    isReading,
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
