import { createMemoryFiles } from '../sim/memory-files.ts';
import { describeFileStorage } from './file-storage.ts';

describeFileStorage('memory, as the simulation has them', async () => {
  const files = createMemoryFiles();
  let latest = files;
  return {
    files,
    async spoil({ accountId, hash }) {
      const kept = new Map(latest.snapshot());
      const bytes = kept.get(`${accountId}/${hash}`)?.bytes.slice() ?? new Uint8Array(8);
      bytes[7] = (bytes[7] ?? 0) ^ 1;
      latest.restore(kept.set(`${accountId}/${hash}`, { bytes, isComplete: true }));
    },
    async reopen() {
      latest = createMemoryFiles(latest.snapshot());
      return latest;
    },
    close: async () => {},
  };
});
