import { Dexie, type Table } from 'dexie';
import { editToRow } from '../../src/domain/merge.ts';
import type { Edit, Row } from '../../src/domain/row.ts';
import type { PageSide } from '../sync/page-side.ts';

/**
 * The least that a page can do which keeps its rows in Dexie: no accounts, no merge, no clock, no screen.
 * Its transactions are strict, as the app's are.
 */
class BareDatabase extends Dexie {
  declare person: Table<Omit<Row, 'table'>, string>;
  declare outbox: Table<{ readonly stamp: string; readonly edit: Edit }, string>;

  constructor() {
    super('bare', { chromeTransactionDurability: 'strict' });
    this.version(1).stores({ person: 'id', outbox: 'stamp' });
  }
}

const batch = 500;
const db = new BareDatabase();

const side: PageSide = {
  async fill(json) {
    const edits: Edit[] = JSON.parse(json);
    const rows = edits.map((edit) => {
      const { id, values, stamps } = editToRow(edit);
      return { id, values, stamps };
    });
    await db.transaction('rw', db.person, db.outbox, async () => {
      await db.person.bulkPut(rows);
      await db.outbox.bulkPut(edits.map((edit) => ({ stamp: edit.stamp, edit })));
    });
  },

  async push() {
    const start = performance.now();
    let rows = 0;
    for (;;) {
      const entries = await db.outbox.orderBy('stamp').limit(batch).toArray();
      const [first, last] = [entries[0], entries.at(-1)];
      if (first === undefined || last === undefined) break;
      const json = JSON.stringify(entries.map(({ edit }) => edit));
      const stream = new Blob([json]).stream().pipeThrough(new CompressionStream('gzip'));
      const answer = await fetch('/push', { method: 'POST', body: await new Response(stream).blob() });
      if (!answer.ok) throw new Error(`Status ${answer.status}`);
      await db.outbox.where('stamp').between(first.stamp, last.stamp, true, true).delete();
      rows += entries.length;
    }
    return { ms: performance.now() - start, rows };
  },

  async pull() {
    const start = performance.now();
    for (let seq = 0; ; ) {
      const answer = await fetch(`/pull?seq=${seq}&limit=${batch}`);
      const edits: Edit[] = await answer.json();
      if (edits.length === 0) break;
      await db.person.bulkPut(edits.map(editToRow).map(({ id, values, stamps }) => ({ id, values, stamps })));
      seq += edits.length;
    }
    return { ms: performance.now() - start, rows: await db.person.count() };
  },
};

globalThis.side = side;
