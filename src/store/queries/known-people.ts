import { type Person, rowToPerson } from '../../domain/person.ts';
import type { StoreContext } from '../context.ts';
import { isStoredDeleted } from '../stored-row.ts';

/** Somebody who may be met again, and how they are reached. */
export interface Reachable {
  readonly person: Person;
  readonly e164s: ReadonlySet<string>;
  /** In small letters. */
  readonly emails: ReadonlySet<string>;
}

export function knownPeopleQueries({ db }: StoreContext) {
  return {
    async listReachable(): Promise<Reachable[]> {
      const rows = (await db.person.toArray()).filter((row) => !isStoredDeleted(row));
      return rows.map(rowToPerson).map((person) => ({
        person,
        e164s: new Set(person.phones.flatMap(({ e164 }) => e164 ?? [])),
        emails: new Set(person.emails.map(({ typed }) => typed.toLowerCase())),
      }));
    },

    /** The others under one roof with somebody. */
    async listHousehold(personId: string, household: string | null): Promise<Person[]> {
      if (household === null) return [];
      const rows = await db.person.filter(({ values }) => values['household'] === household).toArray();
      return rows.filter((row) => row.id !== personId && !isStoredDeleted(row)).map(rowToPerson);
    },
  };
}
