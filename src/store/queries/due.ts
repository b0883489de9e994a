import { dateIn } from '../../domain/due/calendar-date.ts';
import { type Due, daysLate, findDue } from '../../domain/due/find-due.ts';
import { jsonToNextTouch, jsonToRhythm, type NextTouch, type Rhythm } from '../../domain/due/next-touch.ts';
import { textOf } from '../../domain/person.ts';
import { preferenceId } from '../../domain/table-words.ts';
import { toTouchedAt } from '../agenda/person-to-agenda.ts';
import type { StoreContext } from '../context.ts';
import type { AgendaEntry } from '../database.ts';
import { isStoredDeleted } from '../stored-row.ts';
import { type Planned, planEntries } from './plan-entries.ts';
import { rowsToNotes } from './rows-to-notes.ts';
import { rowToTouch, type Touch } from './touches.ts';

/** What was said about being in touch with somebody, and what follows from it. */
export interface PlannedTouch {
  /** None once somebody was in touch on that day or after it. */
  readonly next: NextTouch | undefined;
  readonly rhythm: Rhythm | undefined;
  readonly due: Due | undefined;
  /** Where that person lives; IANA. */
  readonly zone: string;
  /** It was said of this person, and is not the agent's. */
  readonly isOwnZone: boolean;
}

export interface DuePerson extends Planned {
  /** Days since it was due, where that person lives; 0: it is today. */
  readonly late: number;
  /** Why you like each other, in a line; '' where nothing is known. */
  readonly why: string;
  /** Somebody went to do it here, and has not said whether it was done. */
  readonly asked: Touch | undefined;
}

export interface DueNow {
  /** The longest due first. */
  readonly shown: readonly DuePerson[];
  readonly count: number;
  /** Those whose day is over, the longest due first. */
  readonly overdue: readonly AgendaEntry[];
}

/** For live queries; who is due as far as the agenda is worked out. */
export function dueQueries({ db }: StoreContext) {
  /** In common, else what was kept, else how the latest note begins. */
  const readWhy = async ({ person }: Planned): Promise<string> => {
    const told = person.details.filter(({ kind, text }) => text !== '' && !untold.has(kind));
    const best = told.find(({ kind }) => kind === 'common') ?? told[0];
    if (best !== undefined) return best.text;
    const [notes, files] = await Promise.all(
      [db.note, db.file].map((table) => table.where('values.person').equals(person.id).toArray()),
    );
    const spoken = rowsToNotes(notes ?? [], files ?? []).filter(({ text }) => text !== '');
    const latest = spoken.reduce<(typeof spoken)[number] | undefined>(
      (last, note) => (last === undefined || note.writtenAt > last.writtenAt ? note : last),
      undefined,
    );
    return latest?.text.slice(0, whyLength) ?? '';
  };
  const readAsked = async (personId: string): Promise<Touch | undefined> => {
    const touches = await db.touch.where('values.person').equals(personId).toArray();
    const asked = touches
      .flatMap(rowToTouch)
      .filter(({ state, way }) => state === 'asked' && reaching.has(way));
    return asked.sort((a, b) => (a.tapped < b.tapped ? 1 : -1))[0];
  };
  const readDueNow = async (nowMs: number, limit: number): Promise<DueNow> => {
    // Nowhere is it a later day than this, nor an earlier one than two days before.
    const latest = dateIn('Etc/GMT-14', nowMs);
    const entries = await db.agenda.where('dueOn').belowOrEqual(latest).sortBy('dueOn');
    const todayByZone = new Map<string, string>();
    const todayOf = ({ zone }: AgendaEntry) => {
      const known = todayByZone.get(zone) ?? dateIn(zone, nowMs);
      todayByZone.set(zone, known);
      return known;
    };
    const due = entries.filter((entry) => (entry.dueOn ?? latest) <= todayOf(entry));
    const planned = await planEntries(db, due.slice(0, limit));
    const shown = await Promise.all(
      planned.map(async (one) => {
        const [why, asked] = await Promise.all([readWhy(one), readAsked(one.person.id)]);
        const late = daysLate(one.entry.dueOn ?? latest, one.entry.zone, nowMs);
        return { ...one, late, why, asked };
      }),
    );
    const overdue = due.filter((entry) => (entry.dueOn ?? latest) < todayOf(entry));
    return { shown, count: due.length, overdue };
  };
  return {
    /** Who is due at that moment: for each, by the day it is where they live. At most `limit` of them with all else. */
    async listDueNow(nowMs: number, limit: number): Promise<DueNow> {
      // In one: each transaction of its own costs a slow phone more than what is read in it.
      return db.transaction('r', [db.agenda, db.person, db.occasion, db.note, db.file, db.touch], () =>
        readDueNow(nowMs, limit),
      );
    },

    /** When somebody was in touch with them, by whatever way; the latest first. */
    async listDone(personId: string): Promise<Touch[]> {
      const touches = await db.touch.where('values.person').equals(personId).toArray();
      const done = touches.flatMap(rowToTouch).filter(({ at }) => at !== null);
      return done.sort((a, b) => ((a.at ?? '') < (b.at ?? '') ? 1 : -1));
    },

    /** Undefined for who is deleted. `deviceZone` stands in while the agent has not said where they live. */
    async readPlanned(personId: string, deviceZone: string): Promise<PlannedTouch | undefined> {
      const [row, touches, preference] = await Promise.all([
        db.person.get(personId),
        db.touch.where('values.person').equals(personId).toArray(),
        db.preference.get(preferenceId),
      ]);
      if (row === undefined || isStoredDeleted(row)) return undefined;
      const isSaid = preference !== undefined && !isStoredDeleted(preference);
      const own = textOf(row.values['zone']);
      const zone = own || (isSaid && textOf(preference.values['zone'])) || deviceZone;
      const next = jsonToNextTouch(row.values['next']);
      const rhythm = jsonToRhythm(row.values['rhythm']);
      const due = findDue({ next, rhythm, touchedAt: touches.flatMap(toTouchedAt), zone });
      return { next: due?.by === 'next' ? next : undefined, rhythm, due, zone, isOwnZone: own !== '' };
    },
  };
}

/** What one does not greet somebody with: it is on the tag, or is the date itself. */
const untold = new Set(['phone', 'email', 'address', 'touch']);
const whyLength = 200;
/** What a row of somebody who is due can lead to. */
const reaching: ReadonlySet<string> = new Set(['call', 'text', 'email']);
