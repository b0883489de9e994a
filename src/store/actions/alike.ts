import { rowToPerson } from '../../domain/person.ts';
import { entriesOf } from '../../domain/row.ts';
import { makeEntryId, makeRowId, type StoreContext } from '../context.ts';
import { isGone, writeEdit, writeTogether } from '../write-edit.ts';

type Undo = () => Promise<void>;

/** What the agent says of two who look alike, and are not one. Each resolves with what undoes it; undefined where one is gone. */
export function alikeActions(context: StoreContext) {
  const { db } = context;
  const edit = (id: string, values: Parameters<typeof writeEdit>[1]['values']) =>
    writeEdit(context, { table: 'person', id, values, subject: id });
  const areBothHere = async (ids: readonly string[]) => {
    for (const id of ids) if (await isGone(context, id)) return false;
    return true;
  };
  return {
    /** Two different people: neither is asked about again because of the other. */
    keepApart: (oneId: string, otherId: string): Promise<Undo | undefined> =>
      writeTogether(context, async () => {
        if (!(await areBothHere([oneId, otherId]))) return undefined;
        const key = `apart/${makeEntryId(context)}`;
        await edit(oneId, { [key]: { person: otherId } });
        await edit(otherId, { [key]: { person: oneId } });
        return () =>
          writeTogether(context, async () => {
            for (const id of [oneId, otherId]) await edit(id, { [key]: null });
          });
      }),

    /** Two under one roof, and all who live with either. */
    joinHousehold: (oneId: string, otherId: string): Promise<Undo | undefined> =>
      writeTogether(context, async () => {
        if (!(await areBothHere([oneId, otherId]))) return undefined;
        const rows = (await db.person.bulkGet([oneId, otherId])).flatMap((row) => row ?? []);
        const known = rows.flatMap((row) => rowToPerson(row).household ?? []);
        const household = known[0] ?? makeRowId(context);
        const others = await db.person
          .filter((row) => known.includes(String(row.values['household'] ?? '')))
          .toArray();
        const changed = new Map([...rows, ...others].map((row) => [row.id, rowToPerson(row).household]));
        for (const [id, before] of changed) if (before !== household) await edit(id, { household });
        return () =>
          writeTogether(context, async () => {
            for (const [id, before] of changed)
              if (before !== household) await edit(id, { household: before });
          });
      }),
  };
}

/** The ids of the people that somebody was said not to be. */
export function apartOf(values: Parameters<typeof entriesOf>[0]): ReadonlySet<string> {
  return new Set(
    entriesOf(values, 'apart').flatMap(({ value }) =>
      typeof value === 'object' && value !== null && !Array.isArray(value)
        ? String(value['person'] ?? '')
        : [],
    ),
  );
}
