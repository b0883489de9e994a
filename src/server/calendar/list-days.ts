import { setImmediate } from 'node:timers/promises';
import { jsonToNextTouch } from '../../domain/due/next-touch.ts';
import { personDue } from '../../domain/due/person-due.ts';
import type { Json } from '../../domain/json.ts';
import { mayLeave, takeLeaving } from '../../domain/leaving.ts';
import { type Occasion, rowToOccasion } from '../../domain/occasion.ts';
import { rowToPerson, textOf } from '../../domain/person.ts';
import type { FieldValues } from '../../domain/row.ts';
import { preferenceId } from '../../domain/table-words.ts';
import type { DayEvent } from '../../exchange/calendar/day-event.ts';
import { occasionToEvent } from '../../exchange/calendar/occasion-to-event.ts';
import { personToEvent } from '../../exchange/calendar/person-to-event.ts';
import type { Leaving, LeavingRow } from '../exports/open-leaving.ts';

/**
 * The days of an account: who is due when, as the agent's own devices work it out, and which occasions are on again.
 * `leaving` is of reach `private`, since in whose zone a day is may not leave; what an event says may.
 */
export async function* listDays(leaving: Leaving, origin: string): AsyncGenerator<DayEvent> {
  const zone = await readZone(leaving);
  const touches = await readTouches(leaving);
  const occasions = await readOccasions(leaving);
  for await (const row of paced(leaving.rows('person'))) {
    const { due } = personDue(row.values, touches.get(row.id) ?? [], zone);
    if (due === undefined || !mayLeave('person', due.by, 'public')) continue;
    const person = rowToPerson(takePublic(row));
    const where = occasions.get(person.occasionId ?? '')?.occasion.name;
    yield personToEvent(person, due, { origin, changedAt: lastChange(row) }, where);
  }
  if (!mayLeave('occasion', 'again', 'public')) return;
  if (!mayLeave('occasion', 'again', 'public')) return;
  for (const { occasion, again, changedAt } of occasions.values()) {
    const day = jsonToNextTouch({ on: again });
    if (day !== undefined) yield occasionToEvent(occasion, day.on, { origin, changedAt });
  }
}

/** Where the agent lives; UTC while no device has said it. */
async function readZone(leaving: Leaving): Promise<string> {
  for await (const { id, values } of leaving.rows('preference')) {
    if (id === preferenceId) return textOf(values['zone']) || 'UTC';
  }
  return 'UTC';
}

interface OccasionFacts {
  /** Of what may leave. */
  readonly occasion: Occasion;
  /** The day that it is on again, as it is stored. */
  readonly again: Json;
  readonly changedAt: string;
}

/** All occasions by id. */
async function readOccasions(leaving: Leaving): Promise<ReadonlyMap<string, OccasionFacts>> {
  const byId = new Map<string, OccasionFacts>();
  for await (const row of paced(leaving.rows('occasion'))) {
    const again = row.values['again'] ?? null;
    byId.set(row.id, { occasion: rowToOccasion(takePublic(row)), again, changedAt: lastChange(row) });
  }
  return byId;
}

/** What was done with each person. */
async function readTouches(leaving: Leaving): Promise<ReadonlyMap<string, readonly FieldValues[]>> {
  const byPerson = new Map<string, FieldValues[]>();
  for await (const { values } of paced(leaving.rows('touch'))) {
    const person = textOf(values['person']);
    byPerson.set(person, [...(byPerson.get(person) ?? []), values]);
  }
  return byPerson;
}

/** Between two looks at what else there is to do: a few milliseconds' work. */
const rowsAtOnce = 50;

/** SQLite answers in the same task: nobody else would be heard until all is read. */
async function* paced<One>(all: AsyncIterable<One>): AsyncGenerator<One> {
  let left = rowsAtOnce;
  for await (const one of all) {
    yield one;
    left -= 1;
    if (left > 0) continue;
    left = rowsAtOnce;
    await setImmediate();
  }
}

function takePublic(row: LeavingRow): Pick<LeavingRow, 'id' | 'values'> {
  return { id: row.id, values: takeLeaving(row, 'public') };
}

/** Of what may leave. */
function lastChange(row: LeavingRow): string {
  const fields = Object.keys(row.values).filter((field) => mayLeave(row.table, field, 'public'));
  const ms = fields.reduce((latest, field) => Math.max(latest, row.changedMs(field)), 0);
  return new Date(ms).toISOString();
}
