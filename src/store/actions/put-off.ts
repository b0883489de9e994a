import { nextToJson } from '../../domain/due/next-touch.ts';
import { personFacts } from '../../domain/due/person-due.ts';
import { putOffTo } from '../../domain/due/put-off.ts';
import { textOf } from '../../domain/person.ts';
import type { FieldValues } from '../../domain/row.ts';
import { preferenceId } from '../../domain/table-words.ts';
import type { StoreContext } from '../context.ts';
import { isStoredDeleted } from '../stored-row.ts';
import { writeEdit, writeTogether } from '../write-edit.ts';
import { sayZoneOnce } from './say-zone-once.ts';

/** Whom another day is for, and which. */
export interface PutOff {
  readonly personId: string;
  /** A calendar date where that person lives, ISO 8601. */
  readonly on: string;
  readonly way: string | undefined;
}

/** Another day for each; resolves with what stood before. Nothing for who is deleted. Within `writeTogether`. */
async function writePutOff(context: StoreContext, days: readonly PutOff[], deviceZone: string) {
  const { db } = context;
  await sayZoneOnce(context, deviceZone);
  const preference = await db.preference.get(preferenceId);
  const isSaid = preference !== undefined && !isStoredDeleted(preference);
  const zone = (isSaid && textOf(preference.values['zone'])) || deviceZone;
  const ids = days.map(({ personId }) => personId);
  const [people, touches] = await Promise.all([
    db.person.bulkGet(ids),
    db.touch.where('values.person').anyOf(ids).toArray(),
  ]);
  const made = touches.flatMap((touch) => (isStoredDeleted(touch) ? [] : [touch.values]));
  const before: { readonly id: string; readonly values: FieldValues }[] = [];
  for (const [place, { personId: id, on, way }] of days.entries()) {
    const row = people[place];
    if (row === undefined || isStoredDeleted(row)) continue;
    const theirs = made.filter(({ person }) => person === id);
    const values = toValues(putOffTo(personFacts(row.values, theirs, zone), { on, way }));
    const fields = Object.keys(values);
    const were = fields.map((field) => [field, row.values[field] ?? null]);
    before.push({ id, values: Object.fromEntries(were) });
    await writeEdit(context, { table: 'person', id, values, subject: id });
  }
  return before;
}

function toValues(moved: ReturnType<typeof putOffTo>): FieldValues {
  return 'next' in moved ? { next: nextToJson(moved.next) } : { rhythm: { ...moved.rhythm } };
}

/**
 * Another day for whoever is due (domain/due/put-off.ts), all at one go; resolves with what undoes it. `deviceZone`
 * (IANA) stands in while the agent has not said where they live.
 */
export async function putOff(
  context: StoreContext,
  days: readonly PutOff[],
  deviceZone: string,
): Promise<() => Promise<void>> {
  const before = await writeTogether(context, () => writePutOff(context, days, deviceZone));
  return () =>
    writeTogether(context, async () => {
      for (const { id, values } of before)
        await writeEdit(context, { table: 'person', id, values, subject: id });
    });
}
