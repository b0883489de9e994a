import { createSyncStore } from '../../src/store/sync-store.ts';
import { writeEdit, writeTogether } from '../../src/store/write-edit.ts';
import { openStore, session } from '../unit/store/open-store.ts';
import { describeSyncStore } from './sync-store.ts';

describeSyncStore('Dexie on IndexedDB', async () => {
  const { db, context, store } = openStore();
  return {
    store: createSyncStore(context),
    async signIn(accountId = session.accountId) {
      await store.connect({ ...session, accountId });
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
