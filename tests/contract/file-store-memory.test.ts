import { openMemoryDatabase } from '../sim/memory-database.ts';
import { MemoryDisk } from '../sim/memory-disk.ts';
import { startMs } from '../unit/store/open-store.ts';
import { describeFileStore } from './file-store.ts';
import { fileStoreSubject } from './file-store-subject.ts';

describeFileStore('memory, as the simulation has it', async () => {
  const clock = { nowMs: startMs };
  const context = {
    db: openMemoryDatabase(new MemoryDisk(), { owner: {}, step: () => Promise.resolve() }),
    nowMs: () => clock.nowMs,
    randomBytes: (length: number) => crypto.getRandomValues(new Uint8Array(length)),
    onSaved: () => {},
  };
  return fileStoreSubject(context, clock);
});
