import { useState } from 'react';
import type { AddOutcome } from '../../ports/files.ts';
import { addProblems } from '../../ui/file-words.ts';
import { useApp } from '../../ui/use-app.ts';

interface Adding {
  readonly isBusy: boolean;
  /** What could not be stored: it is in memory alone. */
  readonly unkept: readonly File[];
  readonly add: (files: readonly File[]) => Promise<void>;
}

/** Those that another try, or somewhere else to put them, can save. */
const canBeKept: ReadonlySet<AddOutcome> = new Set(['full', 'failed']);

/** Adds pictures to somebody. One that the phone cannot store stays here while the app is open, with a way out. */
export function useAdding(personId: string): Adding {
  const app = useApp();
  const [isBusy, setIsBusy] = useState(false);
  const [unkept, setUnkept] = useState(app.unkept.get(personId) ?? []);
  const add = async (files: readonly File[]) => {
    setIsBusy(true);
    const failed: File[] = [];
    for (const file of files) {
      const outcome = await app.files.add(personId, file);
      if (canBeKept.has(outcome)) failed.push(file);
      if (outcome !== 'added') app.toast.set({ words: addProblems[outcome] });
    }
    // Read now: others may have been added meanwhile.
    const others = (app.unkept.get(personId) ?? []).filter((file) => !files.includes(file));
    const left = [...others, ...failed];
    app.unkept.set(personId, left);
    setUnkept(left);
    setIsBusy(false);
  };
  return { isBusy, unkept, add };
}
