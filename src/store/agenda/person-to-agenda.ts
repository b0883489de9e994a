import { isUnreviewed, personDue } from '../../domain/due/person-due.ts';
import { isObject } from '../../domain/json.ts';
import { textOf } from '../../domain/person.ts';
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
  const recallAt = findRecallAt(values);
  const isToReview = isUnreviewed(values);
  if (due === undefined && recallAt === undefined && !isToReview) return undefined;
  return {
    id,
    zone: own,
    way: due?.way ?? '',
    ...(due !== undefined && { dueOn: due.on, by: due.by }),
    ...(isToReview && { unreviewed: textOf(values['metAt']) }),
    ...(recallAt !== undefined && { recallAt }),
  };
}

function findRecallAt(values: StoredRow['values']): string | undefined {
  if (textOf(values['name']) === '' || entriesOf(values, 'detail').length === 0) return undefined;
  const { recall } = values;
  const due = isObject(recall) ? textOf(recall['due']) : '';
  if (due !== '') return due;
  const metAt = Date.parse(textOf(values['metAt']));
  return Number.isNaN(metAt) ? undefined : new Date(metAt + firstRecallAfterMs).toISOString();
}
