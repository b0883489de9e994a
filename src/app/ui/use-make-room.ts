import { useLiveQuery } from 'dexie-react-hooks';
import { useState } from 'react';
import { fileQueries } from '../../store/queries/files.ts';
import { bytesInWords } from './status-words.ts';
import { useApp } from './use-app.ts';

interface MakingRoom {
  /** Pictures that may leave, and their bytes; none before they were counted. */
  readonly files: number;
  readonly bytes: number;
  readonly isBusy: boolean;
  /** Removes what the contact database confirms to have, and says what came of it. */
  readonly makeRoom: () => void;
}

/** The way out of a full disk: what the contact database has too may leave this phone (sync.md S-26). */
export function useMakeRoom(): MakingRoom {
  const { part, files, toast } = useApp();
  const queries = part(fileQueries);
  const [isBusy, setIsBusy] = useState(false);
  const removable = useLiveQuery(() => queries.readRemovable(), [queries]);
  const run = async () => {
    setIsBusy(true);
    const { freedBytes, isAsked } = await files.makeRoom();
    setIsBusy(false);
    const freed = `${bytesInWords(freedBytes)} made free.`;
    const unasked = 'Your contact database must say first that it has them: try again with signal.';
    toast.set({ words: isAsked ? freed : unasked });
  };
  return { files: removable?.files ?? 0, bytes: removable?.bytes ?? 0, isBusy, makeRoom: () => void run() };
}
