import { noteEdits } from '../../../store/actions/note-edits.ts';
import { recordingActions } from '../../../store/actions/recordings.ts';
import type { StoreContext } from '../../../store/context.ts';
import { recordingQueries } from '../../../store/queries/recordings.ts';

/**
 * Deletes the recordings whose text somebody has read and which the contact database holds, where the agent chose
 * that. Their text stays. Resolves with how many notes that were.
 */
export async function sweepRecordings(context: StoreContext): Promise<number> {
  if ((await recordingActions(context).readKeeping()) === 'all') return 0;
  const read = await recordingQueries(context).listReadWithRecordings();
  const { deleteRecordings } = noteEdits(context);
  for (const { noteId, text } of read) await deleteRecordings(noteId, text);
  return read.length;
}
