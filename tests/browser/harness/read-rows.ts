import type { Page } from 'playwright-core';

/** What lies on disk in one of the app's stores: what a browser that dies now leaves behind. */
export function readRows(page: Page, store: string): Promise<unknown[]> {
  return page.evaluate(async (store) => {
    const read = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const db = await read(indexedDB.open('justmet'));
    const rows: unknown[] = await read(db.transaction(store).objectStore(store).getAll());
    db.close();
    return rows;
  }, store);
}

/** What is typed and not saved, as JSON. */
export async function readDrafts(page: Page): Promise<string> {
  return JSON.stringify(await readRows(page, 'draft'));
}
