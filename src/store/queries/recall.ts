import * as z from 'zod/mini';
import { type Occasion, rowToOccasion } from '../../domain/occasion.ts';
import { type Person, rowToPerson } from '../../domain/person.ts';
import { askAbout, type RecallQuestion } from '../../domain/recall/ask-about.ts';
import { jsonToRecall } from '../../domain/recall/recall-state.ts';
import { seededOrder } from '../../domain/recall/seeded-order.ts';
import type { StoreContext } from '../context.ts';
import { isStoredDeleted, type StoredRow } from '../stored-row.ts';

/** The key in `meta` of the day that was put off on this device: its end, ISO 8601. */
export const recallPutOffKey = 'recallPutOff';
const putOffSchema = z.object({ until: z.string() });

const recallsADay = 3;
/** Somebody about whom nothing can be asked is passed over; so many are looked at. */
const candidatesAtMost = 20;
const neighbours = 20;
const mistakenFor = 6;

/** A day of the device's own: [from, to), ISO 8601. */
export interface DayBounds {
  readonly from: string;
  readonly to: string;
}

/** `working-out`: the agenda is not up to date yet. */
export type RecallToday =
  | { readonly kind: 'working-out' | 'nothing' }
  | {
      readonly kind: 'ask';
      readonly person: Person;
      readonly occasion: Occasion | undefined;
      readonly question: RecallQuestion;
    };

/** For live queries. */
export function recallQueries({ db }: StoreContext) {
  const readNear = async (row: StoredRow, seed: string): Promise<Person[]> => {
    const metAt = String(row.values['metAt'] ?? '');
    const met = () => db.person.where('values.metAt');
    const [before, after] = await Promise.all([
      met().belowOrEqual(metAt).reverse().limit(neighbours).toArray(),
      met().above(metAt).limit(neighbours).toArray(),
    ]);
    const near = [...before, ...after].filter((other) => other.id !== row.id && !isStoredDeleted(other));
    const apart = ({ values }: StoredRow) =>
      Math.abs(Date.parse(String(values['metAt'])) - Date.parse(metAt));
    const byTime = near.sort((a, b) => apart(a) - apart(b)).map(rowToPerson);
    const { occasion } = row.values;
    const wasThere = ({ occasionId }: Person) => occasionId !== null && occasionId === occasion;
    const mix = (people: readonly Person[]) => [
      ...seededOrder(people.slice(0, mistakenFor), seed, ({ id }) => id),
      ...people.slice(mistakenFor),
    ];
    return [...mix(byTime.filter(wasThere)), ...mix(byTime.filter((one) => !wasThere(one)))];
  };

  const ask = async (id: string): Promise<RecallToday | undefined> => {
    const row = await db.person.get(id);
    if (row === undefined || isStoredDeleted(row)) return undefined;
    const person = rowToPerson(row);
    const reps = jsonToRecall(row.values['recall'])?.reps ?? 0;
    const seed = `${id} ${reps}`;
    const question = askAbout(person, await readNear(row, seed), seed, reps % 2 === 0);
    if (question === undefined) return undefined;
    const occasion = await db.occasion.get(person.occasionId ?? '');
    return { kind: 'ask', person, question, occasion: occasion && rowToOccasion(occasion) };
  };

  /**
   * Those who were asked about before, the longest waiting first; of the others, whoever was met last. The second of
   * a day is somebody new, where there is anybody: so neither waits for ever.
   */
  const listCandidates = async (to: string, askedToday: number): Promise<string[]> => {
    const asked = await db.agenda.where('recalledAt').above('').toArray();
    const again = asked.filter(({ recallAt = '' }) => recallAt !== '' && recallAt < to);
    again.sort((a, b) => ((a.recallAt ?? '') < (b.recallAt ?? '') ? -1 : 1));
    const fresh = await db.agenda
      .where('recallAt')
      .below(to)
      .reverse()
      .filter(({ recalledAt }) => recalledAt === undefined)
      .limit(candidatesAtMost)
      .toArray();
    const known = again.slice(0, candidatesAtMost);
    return (askedToday === 1 ? [...fresh, ...known] : [...known, ...fresh]).map(({ id }) => id);
  };

  return {
    /** Whom to remember now: of all devices together no more than `recallsADay` on that day. */
    async readRecall({ from, to }: DayBounds): Promise<RecallToday> {
      const [putOff, stale, askedToday] = await Promise.all([
        db.meta.get(recallPutOffKey),
        db.stale.count(),
        db.agenda.where('recalledAt').between(from, to).count(),
      ]);
      if (stale > 0) return { kind: 'working-out' };
      if (putOffSchema.safeParse(putOff?.value).data?.until === to) return { kind: 'nothing' };
      if (askedToday >= recallsADay) return { kind: 'nothing' };
      for (const id of await listCandidates(to, askedToday)) {
        const asked = await ask(id);
        if (asked !== undefined) return asked;
      }
      return { kind: 'nothing' };
    },
  };
}
