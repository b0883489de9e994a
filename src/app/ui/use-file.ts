import { useCallback, useEffect, useRef, useState } from 'react';
import { fileQueries, type PersonFile } from '../../store/queries/files.ts';
import { loadProblems } from './file-words.ts';
import { useApp, useSignal } from './use-app.ts';

interface ShownFile {
  /** Of the bytes on this device; it lives as long as the component. */
  readonly address: string | undefined;
  /** Why there are none, in words. */
  readonly problem: string | undefined;
  readonly load: () => void;
}

/** A file's bytes for an `img` or an `audio`; they are fetched when it is looked at. */
export function useFile({ id, isHere }: PersonFile): ShownFile {
  const { part, files, isOnline } = useApp();
  const { readFile } = part(fileQueries);
  const hasSignal = useSignal(isOnline);
  const [address, setAddress] = useState<string>();
  const [problem, setProblem] = useState<string>();
  const load = useCallback(() => {
    setProblem(undefined);
    void files.load(id).then((outcome) => {
      if (outcome !== 'here') setProblem(loadProblems[outcome]);
    });
  }, [files, id]);
  const wasHere = useRef(false);
  useEffect(() => {
    // Room was made just now: it comes back when somebody asks for it.
    if (isHere) wasHere.current = true;
    else if (wasHere.current) setProblem('It left to make room.');
    else if (hasSignal) load();
    else setProblem(loadProblems.unreachable);
  }, [load, isHere, hasSignal]);
  useEffect(() => {
    if (!isHere) return;
    let isShown = true;
    let made: string | undefined;
    const show = async () => {
      const blob = await readFile(id);
      if (blob === undefined || !isShown) return;
      made = URL.createObjectURL(blob);
      setAddress(made);
    };
    show().catch(() => setProblem(loadProblems.failed));
    return () => {
      isShown = false;
      setAddress(undefined);
      if (made !== undefined) URL.revokeObjectURL(made);
    };
  }, [readFile, id, isHere]);
  return { address, problem, load };
}
