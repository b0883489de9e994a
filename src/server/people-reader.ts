import type { Kysely } from 'kysely';
import { rowToOccasion } from '../domain/occasion.ts';
import { type Person, rowToPerson } from '../domain/person.ts';
import { openLeaving } from './exports/open-leaving.ts';
import type { Schema } from './storage/schema.ts';

/** What other programs get of a person: no note, no remark, nothing of the evening's review. */
export interface PersonForOthers {
  readonly id: string;
  readonly name: string;
  readonly company: string;
  /** ISO 8601, UTC. */
  readonly metAt: string;
  readonly metWhere: string;
  readonly phones: readonly { readonly typed: string; readonly e164?: string }[];
  readonly emails: readonly string[];
  readonly handles: readonly { readonly typed: string; readonly network?: string; readonly url?: string }[];
}

/** Everybody of one account who was not deleted, in the order in which they were met first here. */
export type PeopleReader = (accountId: string) => AsyncIterable<PersonForOthers>;

export function createPeopleReader(db: Kysely<Schema>): PeopleReader {
  return async function* readPeople(accountId) {
    const leaving = await openLeaving(db, accountId, 'public');
    const places = new Map<string, string>();
    for await (const row of leaving.rows('occasion')) {
      const { id, name } = rowToOccasion(row);
      places.set(id, name);
    }
    for await (const row of leaving.rows('person')) {
      const person = rowToPerson(row);
      yield toPersonForOthers(person, places.get(person.occasionId ?? '') ?? '');
    }
  };
}

function toPersonForOthers(person: Person, metWhere: string): PersonForOthers {
  const { id, name, company, metAt, phones, emails, handles } = person;
  return {
    ...{ id, name, company, metAt, metWhere },
    phones: phones.map(({ id: _, ...phone }) => phone),
    emails: emails.map(({ typed }) => typed),
    handles: handles.map(({ id: _, ...handle }) => handle),
  };
}
