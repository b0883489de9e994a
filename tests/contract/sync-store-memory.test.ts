import { openMemoryDatabase } from '../sim/memory-database.ts';
import { MemoryDisk } from '../sim/memory-disk.ts';
import { startMs } from '../unit/store/open-store.ts';
import { describeSyncStore } from './sync-store.ts';
import { syncStoreSubject } from './sync-store-subject.ts';

describeSyncStore('memory, as the simulation has it', async () =>
  syncStoreSubject({
    db: openMemoryDatabase(new MemoryDisk(), { owner: {}, step: () => Promise.resolve() }),
    nowMs: () => startMs,
    randomBytes: (length: number) => crypto.getRandomValues(new Uint8Array(length)),
    onSaved: () => {},
  }),
);
