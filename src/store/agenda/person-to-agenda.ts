import { isUnreviewed, personDue, touchedAt } from '../../domain/due/person-due.ts';
import { textOf } from '../../domain/person.ts';
import { jsonToRecall, type RecallState } from '../../domain/recall/recall-state.ts';
import { entriesOf } from '../../domain/row.ts';
import type { AgendaEntry } from '../database.ts';
import { isStoredDeleted, type StoredRow } from '../stored-row.ts';

/** Before that nobody has had the time to forget. */
const firstRecallAfterMs = 86_400_000;

/**
 * What the days to come hold for somebody; undefined where there is nothing to say. `touches` are all of theirs;
 * `zone` is the agent's own.
 */
export function personToAgenda(
  person: StoredRow,
  touches: readonly StoredRow[],
  zone: string,
): AgendaEntry | undefined {
  const { id, values } = person;
  if (isStoredDeleted(person)) return undefined;
  const heard = touches.flatMap((touch) => (isStoredDeleted(touch) ? [] : [touch.values]));
  const { zone: own, due } = personDue(values, heard, zone);
  const recall = jsonToRecall(values['recall']);
  const recallAt = findRecallAt(values, recall);
  const isToReview = isUnreviewed(values);
  const waits = touches.some(isStillToDo);
  if (due === undefined && recallAt === undefined && !isToReview && !waits) return undefined;
  return {
    id,
    zone: own,
    way: due?.way ?? '',
    ...(due !== undefined && { dueOn: due.on, by: due.by }),
    ...(isToReview && { unreviewed: textOf(values['metAt']) }),
    ...(recallAt !== undefined && { recallAt }),
    ...(waits && { waits: 1 }),
    ...(recallAt !== undefined && recall !== undefined && { recalledAt: recall.seenAt }),
  };
}

/** When they heard from the agent; nothing for what is still to do, was taken back, or is no hello to them. */
export function toTouchedAt(touch: StoredRow): string[] {
  return isStoredDeleted(touch) ? [] : touchedAt(touch.values);
}

function isStillToDo(touch: StoredRow): boolean {
  return (touch.values['at'] ?? null) === null && !isStoredDeleted(touch);
}

function findRecallAt(values: StoredRow['values'], recall: RecallState | undefined): string | undefined {
  if (textOf(values['name']) === '' || entriesOf(values, 'detail').length === 0) return undefined;
  if (recall !== undefined) return recall.due;
  const metAt = Date.parse(textOf(values['metAt']));
  return Number.isNaN(metAt) ? undefined : new Date(metAt + firstRecallAfterMs).toISOString();
}
