import { createRxDatabase } from 'rxdb/plugins/core';
import { replicateRxCollection } from 'rxdb/plugins/replication';
import { getRxStorageDexie } from 'rxdb/plugins/storage-dexie';

const batchSize = 500;
const schema = {
  version: 0,
  primaryKey: 'id',
  type: 'object',
  properties: {
    id: { type: 'string', maxLength: 36 },
    table: { type: 'string' },
    values: { type: 'object' },
  },
  required: ['id', 'table', 'values'],
};

// No dev-mode plugin; and one tab, so that no leader is elected first.
const database = await createRxDatabase({
  name: 'people',
  storage: getRxStorageDexie(),
  multiInstance: false,
  eventReduce: true,
});
const { people } = await database.addCollections({ people: { schema } });

/** The handlers of https://rxdb.info/replication-http.html, without the live stream. */
const pull = {
  batchSize,
  async handler(checkpoint, limit) {
    const { seq = 0 } = checkpoint ?? {};
    const answer = await fetch(`/pull?seq=${seq}&limit=${limit}`);
    return answer.json();
  },
};
const push = {
  batchSize,
  async handler(changes) {
    const headers = { 'content-type': 'application/json' };
    const answer = await fetch('/push', { method: 'POST', headers, body: JSON.stringify(changes) });
    return answer.json();
  },
};

async function replicate(ways) {
  const start = performance.now();
  const state = replicateRxCollection({
    collection: people,
    replicationIdentifier: 'people-http',
    live: false,
    retryTime: 5_000,
    waitForLeadership: false,
    ...ways,
  });
  state.error$.subscribe((error) => console.error(error));
  await state.awaitInitialReplication();
  return performance.now() - start;
}

/** What bench/sync/page-side.ts calls; see `PageSide` there. */
globalThis.side = {
  async fill(json) {
    const docs = JSON.parse(json).map(({ id, table, values }) => ({ id, table, values }));
    const { error } = await people.bulkInsert(docs);
    if (error.length > 0) throw new Error(`${error.length} were not stored`);
  },
  async push() {
    const ms = await replicate({ push });
    return { ms, rows: await people.count().exec() };
  },
  async pull() {
    const ms = await replicate({ pull });
    return { ms, rows: await people.count().exec() };
  },
};
