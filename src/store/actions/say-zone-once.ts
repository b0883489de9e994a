import { preferenceId } from '../../domain/table-words.ts';
import type { StoreContext } from '../context.ts';
import { readStanding } from '../meta.ts';
import { writeEdit } from '../write-edit.ts';

/**
 * Devices in different zones must work out the same day: the first that plans says where the agent lives. Not one that
 * has not heard yet what others said: its word would be the later one. Within `writeTogether`.
 */
export async function sayZoneOnce(context: StoreContext, zone: string): Promise<void> {
  const known = await context.db.preference.get(preferenceId);
  if (typeof known?.values['zone'] === 'string') return;
  const { connection, position } = await readStanding(context.db);
  if (connection !== undefined && position?.completeAtMs === undefined) return;
  await writeEdit(context, { table: 'preference', id: preferenceId, values: { zone }, subject: '' });
}
