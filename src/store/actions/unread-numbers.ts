import { type Phone, rowToPerson } from '../../domain/person.ts';
import type { StoreContext } from '../context.ts';
import { writeMeta } from '../meta.ts';
import { listUnread } from '../remember-unread.ts';
import { isStoredDeleted, type StoredRow } from '../stored-row.ts';
import { writeEdit, writeTogether } from '../write-edit.ts';
import { entryValue } from './entry-value.ts';

/** Within a transaction: everybody with a number that was read as none, for another region may know it. */
export async function rememberAllUnread({ db }: StoreContext): Promise<void> {
  const rows = await db.person.toArray();
  const people = rows.filter((row) => unreadPhones(row).length > 0).map(({ id }) => id);
  await writeMeta(db, 'unread', { people });
}

export function unreadNumberActions(context: StoreContext) {
  const { db } = context;
  return {
    /** Reads the numbers that were saved before there was a reader. `read` gives the E.164 form, if there is one. */
    async readNumbers(read: (typed: string) => Promise<string | undefined>): Promise<void> {
      const people = await listUnread(db);
      if (people.length === 0) return;
      const e164ByTyped = new Map<string, string | undefined>();
      for (const row of await db.person.bulkGet([...people])) {
        for (const { typed } of unreadPhones(row)) e164ByTyped.set(typed, await read(typed));
      }
      await writeTogether(context, async () => {
        for (const row of await db.person.bulkGet([...people])) await fillIn(context, row, e164ByTyped);
        const left = (await listUnread(db)).filter((id) => !people.includes(id));
        await writeMeta(db, 'unread', { people: left });
      });
    },
  };
}

/** Of somebody who is here and not deleted. */
function unreadPhones(row: StoredRow | undefined): readonly Phone[] {
  if (row === undefined || isStoredDeleted(row)) return [];
  return rowToPerson(row).phones.filter(({ e164 }) => e164 === undefined);
}

async function fillIn(
  context: StoreContext,
  row: StoredRow | undefined,
  e164ByTyped: ReadonlyMap<string, string | undefined>,
): Promise<void> {
  const read = unreadPhones(row).flatMap(({ id, ...phone }) => {
    const e164 = e164ByTyped.get(phone.typed);
    return e164 === undefined ? [] : [[`phone/${id}`, entryValue({ ...phone, e164 })] as const];
  });
  if (row === undefined || read.length === 0) return;
  await writeEdit(context, {
    table: 'person',
    id: row.id,
    values: Object.fromEntries(read),
    subject: row.id,
  });
}
