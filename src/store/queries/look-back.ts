import { dateIn } from '../../domain/due/calendar-date.ts';
import { type LookBack, lookBack, type MetThen } from '../../domain/look-back.ts';
import { personFirstName, personLabel, rowToPerson, textOf } from '../../domain/person.ts';
import { toTouchedAt } from '../agenda/person-to-agenda.ts';
import type { StoreContext } from '../context.ts';
import { toMeetings } from '../merge/to-meetings.ts';
import { isStoredDeleted, type StoredRow } from '../stored-row.ts';
import { readGroups } from './occasion-page.ts';

/** For live queries. */
export function lookBackQueries(context: StoreContext) {
  const { db } = context;
  return {
    /** Who was met in [fromIso, toIso) and what became of it, by days where `zone` (IANA) is. */
    async readLookBack(fromIso: string, toIso: string, zone: string): Promise<LookBack> {
      const rows = await db.person.where('values.metAt').between(fromIso, toIso).sortBy('values.metAt');
      const met = await toMeetings(
        db,
        rows.filter(({ values }) => values['isImported'] !== true),
      );
      const ids = met.map(({ id }) => id);
      const [notes, touches, groups] = await Promise.all([
        db.note.where('values.person').anyOf(ids).toArray(),
        db.touch.where('values.person').anyOf(ids).toArray(),
        readGroups(context),
      ]);
      const noted = new Set(notes.filter((row) => !isStoredDeleted(row)).map(personOf));
      const touchedOn = new Map<string, string[]>();
      for (const touch of touches) {
        const days = toTouchedAt(touch).flatMap((at) => dayIn(zone, at));
        touchedOn.set(personOf(touch), [...(touchedOn.get(personOf(touch)) ?? []), ...days]);
      }
      const people = met.map((row): MetThen => {
        const person = rowToPerson(row);
        return {
          id: person.id,
          label: personLabel(person),
          firstName: personFirstName(person),
          occasionId: person.occasionId,
          metOn: dayIn(zone, person.metAt)[0] ?? fromIso.slice(0, 10),
          isKnown: person.details.length > 0 || noted.has(person.id),
          touchedOn: touchedOn.get(person.id) ?? [],
        };
      });
      return lookBack(people, groups);
    },

    /** When the first of all was met, ISO 8601; undefined where nobody was. */
    async readFirstMetAt(): Promise<string | undefined> {
      const first = await db.person
        .orderBy('values.metAt')
        .filter((row) => row.values['isImported'] !== true && !isStoredDeleted(row))
        .first();
      return first && textOf(first.values['metAt']);
    },
  };
}

const personOf = ({ values }: StoredRow) => textOf(values['person']);

function dayIn(zone: string, at: string): string[] {
  const ms = Date.parse(at);
  return Number.isNaN(ms) ? [] : [dateIn(zone, ms)];
}
