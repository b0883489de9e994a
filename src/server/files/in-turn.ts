/** Runs what concerns one key in the order of the calls, one after the other; different keys beside each other. */
export function inTurn(): <T>(key: string, run: () => Promise<T>) => Promise<T> {
  const lastByKey = new Map<string, Promise<unknown>>();
  return async (key, run) => {
    const before = lastByKey.get(key);
    const mine = (before ?? Promise.resolve()).then(run, run);
    lastByKey.set(key, mine);
    try {
      return await mine;
    } finally {
      if (lastByKey.get(key) === mine) lastByKey.delete(key);
    }
  };
}
