import PouchDB from 'pouchdb';
import indexeddb from 'pouchdb-adapter-indexeddb';

PouchDB.plugin(indexeddb);

/** `?adapter=indexeddb` takes the newer adapter instead of the one that the package takes by itself. */
const adapter = new URLSearchParams(location.search).get('adapter') ?? 'idb';
const remote = `${location.origin}/db/people`;
const options = { batch_size: 500 };
const db = new PouchDB('people', { adapter });

/** What bench/sync/page-side.ts calls; see `PageSide` there. */
globalThis.side = {
  async fill(json) {
    const docs = JSON.parse(json).map(({ id, table, values }) => ({ _id: id, table, values }));
    const failures = (await db.bulkDocs(docs)).filter(({ error }) => error);
    if (failures.length > 0) throw new Error(`${failures.length} were not stored`);
  },
  async push() {
    const start = performance.now();
    const { docs_written: written } = await PouchDB.replicate(db, remote, options);
    return { ms: performance.now() - start, rows: written };
  },
  async pull() {
    const start = performance.now();
    await PouchDB.replicate(remote, db, options);
    const ms = performance.now() - start;
    return { ms, rows: (await db.info()).doc_count };
  },
};
