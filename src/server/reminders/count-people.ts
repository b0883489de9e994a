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
}

const maxNames = 3;

/**
 * Whom each reminder is about at that moment, in the order of the questions: by the functions that the device works
 * its own agenda out with. Read while others write: it is as true as any answer that takes a moment to arrive.
 */
export async function countPeople(
  rows: RowsDatabase,
  questions: readonly Question[],
  nowMs: number,
): Promise<Counted[]> {
  const of = (kind: ReminderKind) => questions.filter((question) => question.kind === kind);
  const found = {
    evening: await readUnreviewed(rows, of('evening')),
    morning: await readDue(rows, of('morning'), nowMs),
  };
  return questions.map(({ accountId, kind }) => toCounted(found[kind].get(accountId) ?? []));
}

function toCounted(people: readonly Found[]): Counted {
  const sorted = [...people].sort((a, b) => (a.since < b.since ? -1 : Number(a.since > b.since)));
  const names = sorted.flatMap(({ name }) => name.trim() || []).slice(0, maxNames);
  return { count: sorted.length, names };
}

interface Found {
  readonly name: string;
  /** What they are put in order by. */
  readonly since: string;
}

type ByAccount<T> = ReadonlyMap<string, T[]>;

const accountsOf = (questions: readonly Question[]) =>
  sql.join([...new Set(questions.map(({ accountId }) => accountId))]);

/**
 * Values are canonical JSON without spaces, in which no text holds a quotation mark by itself: what has no such member
 * is left out before it is parsed.
 */
async function readUnreviewed(
  { db }: RowsDatabase,
  questions: readonly Question[],
): Promise<ByAccount<Found>> {
  const found = new Map<string, Found[]>();
  if (questions.length === 0) return found;
  const { rows } = await sql<{ account_id: string; values: string }>`
    select account_id, "values" from "row"
    where account_id in (${accountsOf(questions)}) and "table" = 'person' and deleted = 0
      and "values" not like '%"lookedAt":"_%' and "values" not like '%"isImported":true%'`.execute(db);
  for (const row of rows) {
    const values = toValues(row.values);
    if (!isUnreviewed(values)) continue;
    put(found, row.account_id, { name: textOf(values['name']), since: textOf(values['metAt']) });
  }
  return found;
}

async function readDue(
  rows: RowsDatabase,
  questions: readonly Question[],
  nowMs: number,
): Promise<ByAccount<Found>> {
  const found = new Map<string, Found[]>();
  if (questions.length === 0) return found;
  const { rows: planned } = await sql<{ account_id: string; id: string; values: string }>`
    select account_id, id, "values" from "row"
    where account_id in (${accountsOf(questions)}) and "table" = 'person' and deleted = 0
      and ("values" like '%"next":{%' or "values" like '%"rhythm":{%')`.execute(rows.db);
  const zones = new Map(questions.map(({ accountId, zone }) => [accountId, zone]));
  const todayIn = todayByZone(nowMs);
  const findDue = (accountId: string, values: FieldValues, touches: readonly FieldValues[]) => {
    const { due, zone } = personDue(values, touches, zones.get(accountId) ?? '');
    return due !== undefined && due.on <= todayIn(zone) ? due : undefined;
  };
  // A touch only ever puts off: who is not due without any is not due.
  const perhaps = planned
    .map(({ account_id, id, values }) => ({ accountId: account_id, id, values: toValues(values) }))
    .filter(({ accountId, values }) => hasPlan(values) && findDue(accountId, values, []) !== undefined);
  const touches = await readTouches(rows, perhaps);
  for (const { accountId, id, values } of perhaps) {
    const due = findDue(accountId, values, touches.get(`${accountId} ${id}`) ?? []);
    if (due !== undefined) put(found, accountId, { name: textOf(values['name']), since: due.on });
  }
  return found;
}

function put<T>(found: Map<string, T[]>, key: string, one: T): void {
  const known = found.get(key);
  if (known === undefined) found.set(key, [one]);
  else known.push(one);
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

/** By account and person. */
async function readTouches(
  { db, dialect }: RowsDatabase,
  people: readonly { readonly accountId: string; readonly id: string }[],
): Promise<ByAccount<FieldValues>> {
  const byPerson = new Map<string, FieldValues[]>();
  if (people.length === 0) return byPerson;
  const asked = new Set(people.map(({ accountId, id }) => `${accountId} ${id}`));
  const accounts = sql.join([...new Set(people.map(({ accountId }) => accountId))]);
  const { asJson } = dialectWords(dialect);
  const { rows } = await sql<{ account_id: string; person: string | null; values: string }>`
    select account_id, "values"${asJson} ->> 'person' as person, "values" from "row"
    where account_id in (${accounts}) and "table" = 'touch' and deleted = 0
      and "values" like '%"at":"_%'`.execute(db);
  for (const { account_id, person, values } of rows) {
    const key = `${account_id} ${person}`;
    if (asked.has(key)) put(byPerson, key, toValues(values));
  }
  return byPerson;
}

/** Total, as all readers of rows are. */
function toValues(text: string): FieldValues {
  const values: Json = JSON.parse(text);
  return isObject(values) ? values : {};
}
