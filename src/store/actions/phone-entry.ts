import { rowToPerson } from '../../domain/person.ts';
import type { StoreContext } from '../context.ts';
import { readMeta, writeMeta } from '../meta.ts';
import { isGone, writeEdit, writeTogether } from '../write-edit.ts';
import { entryValue } from './entry-value.ts';

/** A number as it was typed, and what it was read as. */
export interface PhoneEntry {
  readonly typed: string;
  readonly e164?: string;
  /** The reader of numbers was not there yet; `readNumbers` reads it later. */
  readonly isUnread?: boolean;
}

/** Within `writeTogether`: remembers that somebody's numbers are still to be read. */
export async function rememberUnread({ db }: StoreContext, personId: string): Promise<void> {
  const { people = [] } = (await readMeta(db, 'unread')) ?? {};
  await writeMeta(db, 'unread', { people: [...new Set([...people, personId])] });
}

export function phoneEntryActions(context: StoreContext) {
  const { db } = context;
  return {
    /** Reads the numbers that were saved before there was a reader. `read` gives the E.164 form, if there is one. */
    async readNumbers(read: (typed: string) => Promise<string | undefined>): Promise<void> {
      const { people = [] } = (await readMeta(db, 'unread')) ?? {};
      const e164ByTyped = new Map<string, string | undefined>();
      for (const id of people)
        for (const typed of await listUnread(context, id)) e164ByTyped.set(typed, await read(typed));
      if (people.length === 0) return;
      await writeTogether(context, async () => {
        for (const id of people) await fillIn(context, id, e164ByTyped);
        const now = (await readMeta(db, 'unread'))?.people ?? [];
        await writeMeta(db, 'unread', { people: now.filter((id) => !people.includes(id)) });
      });
    },
  };
}

async function listUnread({ db }: StoreContext, id: string): Promise<string[]> {
  const row = await db.person.get(id);
  if (row === undefined) return [];
  const { phones } = rowToPerson({ table: 'person', ...row });
  return phones.filter(({ e164 }) => e164 === undefined).map(({ typed }) => typed);
}

async function fillIn(
  context: StoreContext,
  id: string,
  e164ByTyped: ReadonlyMap<string, string | undefined>,
): Promise<void> {
  const row = await context.db.person.get(id);
  if (row === undefined || (await isGone(context, id))) return;
  const unread = rowToPerson({ table: 'person', ...row }).phones.filter(({ e164 }) => e164 === undefined);
  const values = Object.fromEntries(
    unread.flatMap(({ id: entry, typed }) => {
      const e164 = e164ByTyped.get(typed);
      return e164 === undefined ? [] : [[`phone/${entry}`, entryValue({ typed, e164 })] as const];
    }),
  );
  if (Object.keys(values).length > 0) await writeEdit(context, { table: 'person', id, values, subject: id });
}
