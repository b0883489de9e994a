import { dateIn } from '../../domain/due/calendar-date.ts';
import { jsonToNextTouch, type NextTouch, nextToJson, type Rhythm } from '../../domain/due/next-touch.ts';
import { canonicalJson } from '../../domain/json.ts';
import { tombstoneOf } from '../../domain/tombstone.ts';
import { makeRowId, nowIso, type StoreContext } from '../context.ts';
import type { TouchWay } from '../queries/touches.ts';
import { storedToRow } from '../stored-row.ts';
import { isGone, writeEdit, writeTogether } from '../write-edit.ts';
import { type PutOff, putOff } from './put-off.ts';
import { sayZoneOnce } from './say-zone-once.ts';

/** A touch that was marked by hand, and what takes it back. */
export interface MarkedTouch {
  readonly id: string;
  /** Brings the date that was agreed on back, too. */
  readonly undo: () => Promise<void>;
}

/** When somebody is to hear from the agent, and that they did. All false, with nothing written, for who is deleted. */
export function nextTouchActions(context: StoreContext) {
  const { db } = context;
  /** Within `writeTogether`. */
  const write = (id: string, values: Record<string, unknown>) =>
    writeEdit(context, {
      table: 'person',
      id,
      values: values as Parameters<typeof writeEdit>[1]['values'],
      subject: id,
    });
  return {
    /** Undefined: none. `zone`: the device's, taken for the agent's where none was said yet. */
    setNextTouch: (personId: string, next: NextTouch | undefined, zone: string) =>
      writeTogether(context, async () => {
        if (await isGone(context, personId)) return false;
        await sayZoneOnce(context, zone);
        await write(personId, { next: next === undefined ? null : nextToJson(next) });
        return true;
      }),

    /** Undefined: none. */
    setRhythm: (personId: string, rhythm: Rhythm | undefined, zone: string) =>
      writeTogether(context, async () => {
        if (await isGone(context, personId)) return false;
        await sayZoneOnce(context, zone);
        await write(personId, { rhythm: rhythm === undefined ? null : { ...rhythm } });
        return true;
      }),

    /** Both at once; see `setNextTouch` and `setRhythm`. What is as it was is not written. */
    setPlan: (
      personId: string,
      { next, rhythm }: { readonly next: NextTouch | undefined; readonly rhythm: Rhythm | undefined },
      zone: string,
    ) =>
      writeTogether(context, async () => {
        if (await isGone(context, personId)) return false;
        await sayZoneOnce(context, zone);
        const present = (await db.person.get(personId))?.values;
        const values = {
          next: next === undefined ? null : nextToJson(next),
          rhythm: rhythm === undefined ? null : { ...rhythm },
        };
        const changed = Object.entries(values).filter(
          ([field, value]) => canonicalJson(value) !== canonicalJson(present?.[field] ?? null),
        );
        if (changed.length > 0) await write(personId, Object.fromEntries(changed));
        return true;
      }),

    /** See `putOff`. */
    putOff: (days: readonly PutOff[], zone: string) => putOff(context, days, zone),

    /** The person's own time zone, IANA; null: the agent's. */
    setPersonZone: (personId: string, zone: string | null) =>
      writeTogether(context, async () => {
        if (await isGone(context, personId)) return false;
        await write(personId, { zone });
        return true;
      }),

    /**
     * Somebody was in touch just now. It is what a date in the days to come was about where `isAgreed`; one that is
     * due is answered by any touch. Undefined for who is deleted.
     */
    async markTouch(personId: string, way: TouchWay, isAgreed: boolean): Promise<MarkedTouch | undefined> {
      const id = makeRowId(context);
      const next = await writeTogether(context, async () => {
        if (await isGone(context, personId)) return undefined;
        const values = { person: personId, way, about: '', at: nowIso(context) };
        await writeEdit(context, { table: 'touch', id, values, subject: personId, isNew: true });
        const present = jsonToNextTouch((await db.person.get(personId))?.values['next']);
        if (isAgreed && present !== undefined) await write(personId, { next: null });
        return { before: isAgreed ? present : undefined };
      });
      if (next === undefined) return undefined;
      const undo = () =>
        writeTogether(context, async () => {
          const row = await db.touch.get(id);
          if (row === undefined) return;
          const deleted = { ...tombstoneOf(storedToRow('touch', row).stamps) };
          await writeEdit(context, { table: 'touch', id, values: { deleted }, subject: personId });
          if (next.before !== undefined) await write(personId, { next: nextToJson(next.before) });
        });
      return { id, undo };
    },

    /** Today where that zone is. */
    todayIn: (zone: string) => dateIn(zone, context.nowMs()),
  };
}
