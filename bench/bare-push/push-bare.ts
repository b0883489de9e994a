export interface BarePushed {
  readonly ms: number;
  readonly bytes: number;
}

/** Runs in the page: makes the stores that the bare push reads from. */
export function makeBareStores(): Promise<void> {
  return new Promise((resolve, reject) => {
    const open = indexedDB.open('bare', 1);
    open.onerror = () => reject(open.error);
    open.onupgradeneeded = () => {
      for (const store of ['person', 'note', 'occasion'])
        open.result.createObjectStore(store, { keyPath: 'id' });
      open.result.createObjectStore('outbox', { keyPath: 'stamp' });
      open.result.createObjectStore('meta', { keyPath: 'key' });
    };
    open.onsuccess = () => {
      open.result.close();
      resolve();
    };
  });
}

/** Runs in the page: reads the outbox in 500s, sends each as gzipped JSON, deletes it by range. */
export async function pushBare(): Promise<BarePushed> {
  const settled = <T>(request: IDBRequest<T>) =>
    new Promise<T>((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  const db = await settled(indexedDB.open('bare'));
  const start = performance.now();
  let bytes = 0;
  for (;;) {
    const read = db.transaction('outbox').objectStore('outbox');
    const entries: { stamp: string; edit: { table: string; id: string } }[] = await settled(
      read.getAll(null, 500),
    );
    const [first, last] = [entries[0], entries.at(-1)];
    if (first === undefined || last === undefined) break;
    const rows = entries.map(({ edit }) => ({ store: edit.table, id: edit.id, row: JSON.stringify(edit) }));
    const stream = new Blob([JSON.stringify(rows)]).stream().pipeThrough(new CompressionStream('gzip'));
    const body = await new Response(stream).blob();
    bytes += body.size;
    const answer = await fetch('/', { method: 'POST', body });
    if (!answer.ok) throw new Error(`Status ${answer.status}`);
    const remove = db.transaction('outbox', 'readwrite', { durability: 'strict' });
    remove.objectStore('outbox').delete(IDBKeyRange.bound(first.stamp, last.stamp));
    await new Promise<void>((resolve, reject) => {
      remove.oncomplete = () => resolve();
      remove.onabort = () => reject(remove.error);
    });
  }
  db.close();
  return { ms: performance.now() - start, bytes };
}
