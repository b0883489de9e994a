import { jsonToRecall } from '../../domain/recall/recall-state.ts';
import { nowIso, type StoreContext } from '../context.ts';
import { recallPutOffKey } from '../queries/recall.ts';
import { isGone, writeEdit, writeTogether } from '../write-edit.ts';

export function recallActions(context: StoreContext) {
  const { db } = context;
  return {
    /**
     * Plans when to ask about somebody again. False, with nothing written, for somebody who was deleted meanwhile.
     * Rejects where the scheduler's code does not arrive.
     */
    async answerRecall(personId: string, isRemembered: boolean): Promise<boolean> {
      // Not while a transaction waits: it would end.
      const { scheduleRecall } = await import('../../domain/recall/schedule-recall.ts');
      return writeTogether(context, async () => {
        if (await isGone(context, personId)) return false;
        const known = jsonToRecall((await db.person.get(personId))?.values['recall']);
        const recall = { ...scheduleRecall(known, isRemembered, Date.parse(nowIso(context))) };
        await writeEdit(context, { table: 'person', id: personId, values: { recall }, subject: personId });
        return true;
      });
    },

    /** Asks nothing more on this device until the end of that day (ISO 8601). Resolves with what undoes it. */
    async putOffRecall(until: string): Promise<() => Promise<void>> {
      await db.meta.put({ key: recallPutOffKey, value: { until } });
      return () => db.meta.delete(recallPutOffKey);
    },
  };
}
