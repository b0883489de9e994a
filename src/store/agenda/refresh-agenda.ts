import { textOf } from '../../domain/person.ts';
import { preferenceId } from '../../domain/table-words.ts';
import type { StoreContext } from '../context.ts';
import { isStoredDeleted, type StoredRow } from '../stored-row.ts';
import { everybody } from './everybody.ts';
import { personToAgenda } from './person-to-agenda.ts';

const peopleAtOnce = 250;

/**
 * Works the agenda out anew for whoever was marked. `deviceZone` (IANA) stands in while the agent has not said where
 * they live. What is marked meanwhile stays marked.
 */
export async function refreshAgenda({ db }: StoreContext, deviceZone: string): Promise<void> {
  const marks = (await db.stale.toCollection().primaryKeys()).filter((id) => id !== '');
  if (marks.length === 0) return;
  if (marks.includes(everybody)) await spreadMark();
  const ids = await db.stale.toCollection().primaryKeys();
  for (let start = 0; start < ids.length; start += peopleAtOnce) {
    await refreshSome(ids.slice(start, start + peopleAtOnce));
  }

  /** From one mark for everybody to one for each: broken off here, none is forgotten. */
  async function spreadMark(): Promise<void> {
    await db.transaction('rw', db.stale, db.person, db.agenda, async () => {
      const [people, planned] = await Promise.all(
        [db.person, db.agenda].map((table) => table.toCollection().primaryKeys()),
      );
      const all = new Set([...(people ?? []), ...(planned ?? [])]);
      await db.stale.bulkPut([...all].map((id) => ({ id })));
      await db.stale.delete(everybody);
    });
  }

  async function refreshSome(ids: readonly string[]): Promise<void> {
    await db.transaction('rw', [db.stale, db.person, db.touch, db.preference, db.agenda], async () => {
      const [people, touches, preference] = await Promise.all([
        db.person.bulkGet([...ids]),
        db.touch.where('values.person').anyOf(ids).toArray(),
        db.preference.get(preferenceId),
      ]);
      const isSaid = preference !== undefined && !isStoredDeleted(preference);
      const zone = (isSaid && textOf(preference.values['zone'])) || deviceZone;
      const touchesByPerson = groupByPerson(touches);
      const entries = people.flatMap((person) =>
        person === undefined
          ? []
          : (personToAgenda(person, touchesByPerson.get(person.id) ?? [], zone) ?? []),
      );
      const planned = new Set(entries.map(({ id }) => id));
      await Promise.all([
        db.agenda.bulkPut(entries),
        db.agenda.bulkDelete(ids.filter((id) => !planned.has(id))),
        db.stale.bulkDelete([...ids]),
      ]);
    });
  }
}

function groupByPerson(touches: readonly StoredRow[]): ReadonlyMap<string, readonly StoredRow[]> {
  const byPerson = new Map<string, StoredRow[]>();
  for (const touch of touches) {
    const person = textOf(touch.values['person']);
    const theirs = byPerson.get(person);
    if (theirs === undefined) byPerson.set(person, [touch]);
    else theirs.push(touch);
  }
  return byPerson;
}
