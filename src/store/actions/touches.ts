import type { Json } from '../../domain/json.ts';
import { stampToReading } from '../../domain/stamp.ts';
import { storableLine } from '../../domain/text.ts';
import { tombstoneOf } from '../../domain/tombstone.ts';
import { makeRowId, type StoreContext } from '../context.ts';
import { rowToTouch, type Touch, type TouchWay } from '../queries/touches.ts';
import { storedToRow } from '../stored-row.ts';
import { isGone, writeEdit, writeTogether } from '../write-edit.ts';

export interface TouchTap {
  readonly personId: string;
  readonly way: TouchWay;
  /** See `Touch`. */
  readonly about: string;
}

export function touchActions(context: StoreContext) {
  const { db } = context;
  /** Within `writeTogether`. */
  const edit = (id: string, personId: string, values: Record<string, Json>) =>
    writeEdit(context, { table: 'touch', id, values, subject: personId });
  const listSame = async ({ personId, way, about }: TouchTap) =>
    (await db.touch.where('values.person').equals(personId).toArray())
      .flatMap(rowToTouch)
      .filter((touch) => touch.way === way && touch.about === about);
  const remove = async ({ id, personId }: Touch) => {
    const row = await db.touch.get(id);
    if (row === undefined) return;
    await edit(id, personId, { deleted: { ...tombstoneOf(storedToRow('touch', row).stamps) } });
  };
  const find = async (id: string): Promise<Touch | undefined> => {
    const row = await db.touch.get(id);
    return row === undefined ? undefined : rowToTouch(row)[0];
  };
  return {
    /**
     * Written at the tap, since nobody can know whether somebody comes back: it is asked for until it is answered.
     * `put-off`: it could not even be begun. What waits already is not doubled. False for somebody who was deleted
     * meanwhile.
     */
    tapTouch: (tap: TouchTap, state: 'asked' | 'put-off') =>
      writeTogether(context, async () => {
        if (await isGone(context, tap.personId)) return false;
        const open = (await listSame(tap)).find(({ at }) => at === null);
        const id = open?.id ?? makeRowId(context);
        const { personId: person, way, about } = tap;
        const values = { person, way, about: storableLine(about), at: null };
        await writeEdit(context, { table: 'touch', id, values, subject: person, isNew: open === undefined });
        if (state === 'put-off') await edit(id, person, { at: null });
        return true;
      }),

    /** Done: since the tap. Not yet: it stays to do, unless it had been done before. */
    answerTouch: (id: string, answer: 'done' | 'not-yet') =>
      writeTogether(context, async () => {
        const touch = await find(id);
        if (touch === undefined) return;
        const { personId, tapped } = touch;
        const at = new Date(stampToReading(tapped).ms).toISOString();
        const wasDone = (await listSame(touch)).some((other) => other.id !== id && other.state === 'done');
        if (answer === 'done') await edit(id, personId, { at });
        else if (wasDone) await remove(touch);
        else await edit(id, personId, { at: null });
      }),

    /** It goes without having been done. Undone by `undismissTouch`. */
    dismissTouch: (id: string) =>
      writeTogether(context, async () => {
        const touch = await find(id);
        if (touch !== undefined) await remove(touch);
      }),

    undismissTouch: (id: string, personId: string) =>
      writeTogether(context, () => edit(id, personId, { deleted: null })),
  };
}
