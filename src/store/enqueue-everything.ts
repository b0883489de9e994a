import { rowToEdits } from '../domain/merge.ts';
import { textOf } from '../domain/person.ts';
import { tableNames } from '../domain/tables.ts';
import type { StoreContext } from './context.ts';
import type { JustmetDatabase, StoredContent } from './database.ts';
import { writeMeta } from './meta.ts';

/** Every field of every row goes into the outbox again under the stamp it has (sync.md S-15). Within a transaction. */
async function enqueueEverything(db: JustmetDatabase, acknowledged: readonly string[]): Promise<void> {
  // Another database may take what was refused; its row may hold something newer by now.
  await unparkEverything(db);
  const isKnown = new Set([...acknowledged, ...(await db.outbox.toCollection().primaryKeys())]);
  const personByOccasion = await readPersonByOccasion(db);
  for (const table of tableNames) {
    const rows = await db.rows(table).toArray();
    const entries = rows.flatMap((stored) => {
      const subject =
        table === 'device'
          ? ''
          : textOf(stored.values['person']) || personByOccasion.get(stored.id) || stored.id;
      return rowToEdits({ table, ...stored }).map((edit) => ({ stamp: edit.stamp, edit, subject }));
    });
    await db.outbox.bulkPut(entries.filter(({ stamp }) => !isKnown.has(stamp)));
  }
}

/** A contact database that lost its history gets everything again, and the person is told. Within a transaction. */
export async function refillDatabase(
  { db, nowMs }: StoreContext,
  acknowledged: readonly string[],
): Promise<void> {
  await enqueueEverything(db, acknowledged);
  // What another database had of files says nothing of this one (sync.md S-27).
  await setContents(db, 'confirmed', 'waiting');
  // Nothing to tell where there is nothing.
  if ((await db.person.count()) > 0) await writeMeta(db, 'refill', { atMs: nowMs(), isRead: false });
}

/** What was refused waits in the outbox once more, as it was. Within a transaction. */
export async function unparkEverything(db: JustmetDatabase): Promise<void> {
  const parked = await db.parked.toArray();
  await db.outbox.bulkPut(parked.map(({ stamp, edit, subject }) => ({ stamp, edit, subject })));
  await db.parked.clear();
  await setContents(db, 'refused', 'waiting');
}

async function setContents(
  db: JustmetDatabase,
  from: StoredContent['state'],
  state: StoredContent['state'],
): Promise<void> {
  const contents = await db.content.where('state').equals(from).toArray();
  await db.content.bulkPut(contents.map((content) => ({ ...content, state })));
}

/** Somebody who was met at each occasion: whom its edits are about. */
async function readPersonByOccasion(db: JustmetDatabase): Promise<ReadonlyMap<string, string>> {
  const people = await db.person.toArray();
  return new Map(people.map(({ id, values }) => [textOf(values['occasion']), id]));
}
