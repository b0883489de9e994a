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
  const { deleteRecordings } = noteEdits(context);
  let swept = 0;
  for (const noteId of await recordingQueries(context).listWithRecordings()) {
    if ((await deleteRecordings(noteId, true)).length > 0) swept += 1;
  }
  return swept;
}
