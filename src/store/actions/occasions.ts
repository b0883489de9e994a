import type { StoreContext } from '../context.ts';
import { writeEdit, writeTogether } from '../write-edit.ts';

export function occasionActions(context: StoreContext) {
  return {
    /** The day (`YYYY-MM-DD`) that an occasion is on again, in all rows of its name; null: nobody knows. */
    setAgain: (ids: readonly string[], again: string | null) =>
      writeTogether(context, async () => {
        for (const id of ids) {
          await writeEdit(context, { table: 'occasion', id, values: { again }, subject: '' });
        }
      }),
  };
}
