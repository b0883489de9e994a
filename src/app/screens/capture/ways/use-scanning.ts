import { type RefObject, useEffect, useEffectEvent, useRef, useState } from 'react';
import type { RunningCamera, Scanner } from '../../../ports/scanner.ts';
import { useApp } from '../../../ui/use-app.ts';
import type { CodeMeaning } from './read-code.ts';
import { type CameraInSight, useCamera } from './use-camera.ts';

/** Behind the camera, which does without what reads texts. */
const loadReadCode = () => import('./read-code.ts');

export type UsefulCode = Exclude<CodeMeaning, { kind: 'aside' }>;

export interface Scanning extends CameraInSight {
  /** Of the last code or picture that was no person. */
  readonly remark: string | undefined;
  readonly isReading: boolean;
  readonly readPicture: (picture: Blob) => Promise<void>;
}

/**
 * Watches through the camera until a code is of use; `onCode` is called once, with the camera off. `isMet`: the camera
 * saw it, and no other person's; who is in a picture was chosen, and may have been met another day.
 */
export function useScanning(
  video: RefObject<HTMLVideoElement | null>,
  onCode: (code: UsefulCode, isMet: boolean) => void,
): Scanning {
  const { loadScanner } = useApp();
  const scanner = useRef<Scanner>(undefined);
  const isDone = useRef(false);
  const [remark, setRemark] = useState<string>();
  const [isReading, setIsReading] = useState(false);

  const take = useEffectEvent((texts: readonly string[]) => takeTexts(texts, true));
  const takeTexts = async (texts: readonly string[], isSeen: boolean) => {
    const { readCode } = await loadReadCode();
    if (isDone.current) return;
    const meanings = [...new Set(texts)].map(readCode);
    const people = meanings.filter((meaning) => meaning.kind === 'person');
    const code = people[0] ?? meanings.find((meaning) => meaning.kind === 'words');
    if (code === undefined) return setRemark(meanings.find((meaning) => meaning.kind === 'aside')?.words);
    isDone.current = true;
    camera.current?.stop();
    scanner.current?.buzz();
    onCode(code, isSeen && people.length === 1);
  };

  const { camera, ...sight } = useCamera<RunningCamera>(true, async (events, isOver) => {
    const loaded = scanner.current ?? (await loadScanner());
    if (isOver() || video.current === null) {
      loaded.close();
      return undefined;
    }
    scanner.current = loaded;
    return loaded.startCamera(video.current, {
      ...events,
      onCodes: (texts) => void take(texts).catch(() => events.onTrouble('unable')),
    });
  });
  useEffect(() => {
    // While the camera is held at the code; a code that is seen asks again.
    if (sight.state === 'watching') void loadReadCode().catch(() => undefined);
  }, [sight.state]);
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
      else await takeTexts(texts, false);
    },
  };
}
