import { rowToEdits } from '../domain/merge.ts';
import { textOf } from '../domain/person.ts';
import type { Edit } from '../domain/row.ts';
import { tableNames } from '../domain/table-words.ts';
import type { StoreContext } from './context.ts';
import type { JustmetDatabase, StoredContent } from './database.ts';
import { writeMeta } from './meta.ts';
import { storedToRow } from './stored-row.ts';

/** Every field of every row goes into the outbox again under the stamp it has (sync.md S-15). Within a transaction. */
async function enqueueEverything(db: JustmetDatabase, acknowledged: readonly Edit[]): Promise<void> {
  // Another database may take what was refused; its row may hold something newer by now.
  await unparkEverything(db);
  const takenByStamp = new Map(acknowledged.map((edit) => [edit.stamp, edit]));
  const waitingByStamp = new Map((await db.outbox.toArray()).map(({ stamp, edit }) => [stamp, edit]));
  const personByOccasion = await readPersonByOccasion(db);
  for (const table of tableNames) {
    const rows = await db.rows(table).toArray();
    const entries = rows.flatMap((stored) => {
      const subject =
        table === 'device' || table === 'preference'
          ? ''
          : textOf(stored.values['person']) || personByOccasion.get(stored.id) || stored.id;
      return rowToEdits(storedToRow(table, stored))
        .map((edit) => missingOf(edit, waitingByStamp.get(edit.stamp), takenByStamp.get(edit.stamp)))
        .flatMap((edit) => (edit === undefined ? [] : [{ stamp: edit.stamp, edit, subject }]));
    });
    await db.outbox.bulkPut(entries);
  }
}

/**
 * Undefined where the edit waits, or was taken, with all that its row holds of it. Its row may hold more: the
 * fields of one edit can arrive one after the other, from devices that have each overwritten another of them.
 */
function missingOf(edit: Edit, waiting: Edit | undefined, taken: Edit | undefined): Edit | undefined {
  const known = waiting ?? taken;
  const isWhole = Object.keys(edit.values).every((field) => known && Object.hasOwn(known.values, field));
  if (isWhole) return undefined;
  return waiting === undefined ? edit : { ...waiting, values: { ...edit.values, ...waiting.values } };
}

/** A contact database that lost its history gets everything again, and the person is told. Within a transaction. */
export async function refillDatabase(
  { db, nowMs }: StoreContext,
  acknowledged: readonly Edit[],
): Promise<void> {
  await enqueueEverything(db, acknowledged);
  // What another database had of files says nothing of this one (sync.md S-27).
  await setContents(db, 'confirmed', 'waiting');
  await disownArriving(db);
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

/** What is arriving comes from the database that was lost: it is offered when it is here. */
async function disownArriving(db: JustmetDatabase): Promise<void> {
  const arriving = await db.content.where('state').equals('arriving').toArray();
  await db.content.bulkPut(arriving.map((content) => ({ ...content, isCopy: false })));
}

/** Somebody who was met at each occasion: whom its edits are about. */
async function readPersonByOccasion(db: JustmetDatabase): Promise<ReadonlyMap<string, string>> {
  const people = await db.person.toArray();
  return new Map(people.map(({ id, values }) => [textOf(values['occasion']), id]));
}
