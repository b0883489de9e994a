import { type Kysely, sql } from 'kysely';
import { type CalendarDate, dateIn } from '../../domain/due/calendar-date.ts';
import { hasPlan, isUnreviewed, personDue } from '../../domain/due/person-due.ts';
import { isObject, type Json } from '../../domain/json.ts';
import { textOf } from '../../domain/person.ts';
import type { FieldValues } from '../../domain/row.ts';
import type { ReminderKind } from '../../protocol/push.ts';
import { type DialectName, dialectWords } from '../storage/dialect.ts';
import type { Schema } from '../storage/schema.ts';

/** Whom a reminder is about. */
export interface Counted {
  readonly count: number;
  /** Of a few of them, the first in the list first; who has none is not among them. */
  readonly names: readonly string[];
}

interface RowsDatabase {
  readonly db: Kysely<Schema>;
  readonly dialect: DialectName;
}

interface Question {
  readonly accountId: string;
  readonly kind: ReminderKind;
  /** The agent's own. */
  readonly zone: string;
  readonly nowMs: number;
}

const maxNames = 3;

/**
 * Whom the evening's or the morning's reminder is about at that moment: by the functions that the device works its own
 * agenda out with. Read while others write: it is as true as any answer that takes a moment to arrive.
 */
export async function countPeople(rows: RowsDatabase, question: Question): Promise<Counted> {
  const people =
    question.kind === 'evening' ? await readUnreviewed(rows, question) : await readDue(rows, question);
  const sorted = people.sort((a, b) => (a.since < b.since ? -1 : Number(a.since > b.since)));
  const names = sorted.flatMap(({ name }) => name.trim() || []).slice(0, maxNames);
  return { count: sorted.length, names };
}

interface Found {
  readonly name: string;
  /** What they are put in order by. */
  readonly since: string;
}

/**
 * Values are canonical JSON without spaces, in which no text holds a quotation mark by itself: what has no such member
 * is left out before it is parsed.
 */
async function readUnreviewed({ db }: RowsDatabase, { accountId }: Question): Promise<Found[]> {
  const { rows } = await sql<{ values: string }>`
    select "values" from "row"
    where account_id = ${accountId} and "table" = 'person' and deleted = 0
      and "values" not like '%"lookedAt":"_%' and "values" not like '%"isImported":true%'`.execute(db);
  const people = rows.map(({ values }) => toValues(values)).filter(isUnreviewed);
  return people.map((values) => ({ name: textOf(values['name']), since: textOf(values['metAt']) }));
}

async function readDue(rows: RowsDatabase, { accountId, zone, nowMs }: Question): Promise<Found[]> {
  const { rows: planned } = await sql<{ id: string; values: string }>`
    select id, "values" from "row"
    where account_id = ${accountId} and "table" = 'person' and deleted = 0
      and ("values" like '%"next":{%' or "values" like '%"rhythm":{%')`.execute(rows.db);
  const todayIn = todayByZone(nowMs);
  const isDue = (values: FieldValues, touches: readonly FieldValues[]) => {
    const { due, zone: own } = personDue(values, touches, zone);
    return due !== undefined && due.on <= todayIn(own) ? due : undefined;
  };
  // A touch only ever puts off: who is not due without any is not due.
  const perhaps = planned
    .map(({ id, values }) => ({ id, values: toValues(values) }))
    .filter(({ values }) => hasPlan(values) && isDue(values, []) !== undefined);
  if (perhaps.length === 0) return [];
  const touches = await readTouches(rows, accountId, new Set(perhaps.map(({ id }) => id)));
  return perhaps.flatMap(({ id, values }) => {
    const due = isDue(values, touches.get(id) ?? []);
    return due === undefined ? [] : [{ name: textOf(values['name']), since: due.on }];
  });
}

/** Each zone's calendar is asked once: that is most of the work otherwise. */
function todayByZone(nowMs: number): (zone: string) => CalendarDate {
  const known = new Map<string, CalendarDate>();
  return (zone) => {
    const today = known.get(zone) ?? dateIn(zone, nowMs);
    known.set(zone, today);
    return today;
  };
}

async function readTouches({ db, dialect }: RowsDatabase, accountId: string, ids: ReadonlySet<string>) {
  const { asJson } = dialectWords(dialect);
  const { rows } = await sql<{ person: string | null; values: string }>`
    select "values"${asJson} ->> 'person' as person, "values" from "row"
    where account_id = ${accountId} and "table" = 'touch' and deleted = 0
      and "values" like '%"at":"_%'`.execute(db);
  const byPerson = new Map<string, FieldValues[]>();
  for (const { person, values } of rows) {
    if (person === null || !ids.has(person)) continue;
    byPerson.set(person, [...(byPerson.get(person) ?? []), toValues(values)]);
  }
  return byPerson;
}

/** Total, as all readers of rows are. */
function toValues(text: string): FieldValues {
  const values: Json = JSON.parse(text);
  return isObject(values) ? values : {};
}
