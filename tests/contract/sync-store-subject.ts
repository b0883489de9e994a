import type { StoreContext } from '../../src/store/context.ts';
import { createStore } from '../../src/store/store.ts';
import { storedToRow } from '../../src/store/stored-row.ts';
import { createSyncStore } from '../../src/store/sync-store.ts';
import { writeEdit, writeTogether } from '../../src/store/write-edit.ts';
import { session } from '../unit/store/open-store.ts';
import type { SyncStoreSubject } from './sync-store-fixture.ts';

/** What the suite does to a device's database and reads from it, over whatever database that is. */
export function syncStoreSubject(context: StoreContext): SyncStoreSubject {
  const { db } = context;
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
      return row && storedToRow(table, row);
    },
  };
}
