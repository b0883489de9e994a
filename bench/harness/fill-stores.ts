import type { Page } from 'playwright-core';
import { editToRow } from '../../src/domain/merge.ts';
import type { OutboxEntry } from '../../src/store/database.ts';
import { rowToStored, type StoredRow } from '../../src/store/stored-row.ts';
import type { MadeEdit, MadePeople } from './make-people.ts';

interface StoreEntry {
  readonly store: string;
  readonly value: StoredRow | OutboxEntry | { readonly key: string; readonly value: unknown };
}

const chunk = 2_000;

/**
 * Writes people straight into the app's own stores, in the shapes of src/store/database.ts. The app has
 * made them before, and is loaded again afterwards or notices nothing.
 */
export async function fillStores(
  page: Page,
  made: MadePeople,
  { isWaiting = false, database = 'justmet' } = {},
): Promise<void> {
  for (let start = 0; start < made.edits.length; start += chunk) {
    const entries = made.edits.slice(start, start + chunk).flatMap((one) => editToEntries(one, isWaiting));
    await page.evaluate(putAll, { database, json: JSON.stringify(entries) });
  }
  const meta: StoreEntry[] = [{ store: 'meta', value: { key: 'clock', value: made.clock } }];
  if (isWaiting) meta.push({ store: 'meta', value: { key: 'device', value: { id: made.device } } });
  await page.evaluate(putAll, { database, json: JSON.stringify(meta) });
}

function editToEntries({ edit, subject }: MadeEdit, isWaiting: boolean): StoreEntry[] {
  const row = { store: edit.table, value: rowToStored(editToRow(edit)) };
  return isWaiting ? [row, { store: 'outbox', value: { stamp: edit.stamp, edit, subject } }] : [row];
}

/** Runs in the page. `json` is StoreEntry[]: as text it gets there ten times faster. */
function putAll({ database, json }: { database: string; json: string }): Promise<void> {
  const entries: StoreEntry[] = JSON.parse(json);
  return new Promise((resolve, reject) => {
    const open = indexedDB.open(database);
    open.onerror = () => reject(open.error);
    open.onsuccess = () => {
      const db = open.result;
      const transaction = db.transaction([...new Set(entries.map(({ store }) => store))], 'readwrite');
      for (const { store, value } of entries) transaction.objectStore(store).put(value);
      transaction.onabort = () => reject(transaction.error);
      transaction.oncomplete = () => {
        db.close();
        resolve();
      };
    };
  });
}
