import { createStore } from '../../src/store/store.ts';
import { createSyncStore } from '../../src/store/sync-store.ts';
import { writeEdit, writeTogether } from '../../src/store/write-edit.ts';
import { openMemoryDatabase } from '../sim/memory-database.ts';
import { MemoryDisk } from '../sim/memory-disk.ts';
import { session, startMs } from '../unit/store/open-store.ts';
import { describeSyncStore } from './sync-store.ts';

describeSyncStore('memory, as the simulation has it', async () => {
  const db = openMemoryDatabase(new MemoryDisk(), { owner: {}, step: () => Promise.resolve() });
  const context = {
    db,
    nowMs: () => startMs,
    randomBytes: (length: number) => crypto.getRandomValues(new Uint8Array(length)),
    onSaved: () => {},
  };
  return {
    store: createSyncStore(context),
    async signIn(accountId = session.accountId) {
      await createStore(context).connect({ ...session, accountId });
    },
    async save(table, id, values) {
      await writeTogether(context, () => writeEdit(context, { table, id, values, subject: id }));
      return (await db.outbox.orderBy('stamp').primaryKeys()).at(-1) ?? '';
    },
    readEarlier: (id) => db.earlier.where('row').equals(id).toArray(),
    async readRow(table, id) {
      const row = await db.rows(table).get(id);
      return row && { table, ...row };
    },
  };
});
