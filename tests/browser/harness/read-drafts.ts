import type { Page } from 'playwright-core';

/** What is typed and not saved, as it lies on disk: what a browser that dies now leaves behind. As JSON. */
export function readDrafts(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const read = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const db = await read(indexedDB.open('justmet'));
    const drafts = await read(db.transaction('draft').objectStore('draft').getAll());
    db.close();
    return JSON.stringify(drafts);
  });
}
