import type { Kysely } from 'kysely';
import * as z from 'zod/mini';
import { rowToOccasion } from '../domain/occasion.ts';
import { type Person, rowToPerson } from '../domain/person.ts';
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

const rowsAQuery = 500;
const valuesSchema = z.record(z.string(), z.json());

/** In pages, so that fifty thousand are never in memory at once and others get their turn between. */
export function createPeopleReader(db: Kysely<Schema>): PeopleReader {
  return async function* readPeople(accountId) {
    const places = new Map<string, string>();
    for await (const row of readRows(db, accountId, 'occasion')) {
      const { id, name } = rowToOccasion(row);
      places.set(id, name);
    }
    for await (const row of readRows(db, accountId, 'person')) {
      const person = rowToPerson(row);
      yield toPersonForOthers(person, places.get(person.occasionId ?? '') ?? '');
    }
  };
}

async function* readRows(db: Kysely<Schema>, accountId: string, table: 'person' | 'occasion') {
  for (let after = ''; ; ) {
    const rows = await db
      .selectFrom('row')
      .select(['id', 'values'])
      .where('account_id', '=', accountId)
      .where('table', '=', table)
      .where('deleted', '=', 0)
      .where('id', '>', after)
      .orderBy('id')
      .limit(rowsAQuery)
      .execute();
    for (const { id, values } of rows) yield { id, values: z.parse(valuesSchema, JSON.parse(values)) };
    const last = rows.at(-1);
    if (last === undefined || rows.length < rowsAQuery) return;
    after = last.id;
  }
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
