import { joinCardLines } from '../../domain/card-lines.ts';
import { canonicalJson, type Json } from '../../domain/json.ts';
import { textOf } from '../../domain/person.ts';
import { type FieldKey, type FieldValues, memberOf, type Row } from '../../domain/row.ts';
import { tombstoneOf } from '../../domain/tombstone.ts';
import { nowIso, type StoreContext } from '../context.ts';
import { findLateValues } from '../merge/late-values.ts';
import { jsonToMerged, type Merged, mergedToJson } from '../merge/merged.ts';
import { moveDrafts } from '../merge/move-drafts.ts';
import { moveRows } from '../merge/move-rows.ts';
import { type SingleField, uniteValues } from '../merge/united-values.ts';
import { putInOrder } from '../merge/who-stays.ts';
import { isStoredDeleted, type StoredRow, storedToRow } from '../stored-row.ts';
import { writeEdit, writeTogether } from '../write-edit.ts';

export interface MergedPeople {
  readonly stays: string;
  readonly goes: string;
}

/** Two rows that are one person. Only the agent says so (docs/decisions/0029-review.md). */
export function mergeActions(context: StoreContext) {
  const { db } = context;
  return {
    /**
     * Puts the one who was met later into the other, in one transaction: values, notes, touches, files. `chosen`: of
     * these fields the other's value goes, of who goes it stays. Undefined, with nothing written, where one is gone.
     */
    mergePeople: (
      oneId: string,
      otherId: string,
      chosen: readonly SingleField[],
    ): Promise<MergedPeople | undefined> =>
      writeTogether(context, async () => {
        const [one, other] = await db.person.bulkGet([oneId, otherId]);
        if (one === undefined || other === undefined || oneId === otherId) return undefined;
        if (isStoredDeleted(one) || isStoredDeleted(other)) return undefined;
        const { stays, goes } = putInOrder(one, other);
        await writeMerge(context, stays, goes, uniteValues({ stays, goes }, new Set(chosen)));
        return { stays: stays.id, goes: goes.id };
      }, [db.recording]),

    /** Takes apart again who was put into another: what has been changed since stays. False where there is nothing to do. */
    unmergePeople: (goesId: string): Promise<boolean> =>
      writeTogether(context, async () => {
        const goes = await db.person.get(goesId);
        const merged = jsonToMerged(goes?.values['merged']);
        if (goes === undefined || merged === undefined) return false;
        const stays = await db.person.get(merged.into);
        if (stays !== undefined && !isStoredDeleted(stays)) {
          await edit(context, stays.id, findRestored(merged, stays.values, goes.values));
        }
        await moveRows(context, { from: merged.into, to: goesId, only: new Set(merged.rows) });
        await edit(context, goesId, { deleted: null, merged: null });
        return true;
      }, [db.recording]),

    /**
     * What came from elsewhere about somebody who had been put into another goes over, too. The same on every device,
     * however often it runs. Resolves with how many people it was about.
     */
    finishMerges: (): Promise<number> =>
      writeTogether(context, async () => {
        const finished = new Set<string>();
        // Who goes into somebody that went themselves is done again in the next turn.
        for (let turn = 0; turn < turnsAtMost; turn += 1) {
          const more = await finishOnce(context);
          if (more.length === 0) break;
          for (const id of more) finished.add(id);
        }
        return finished.size;
      }, [db.recording]),
  };
}

const turnsAtMost = 10;

/** Within `writeTogether`. */
async function writeMerge(
  context: StoreContext,
  stays: StoredRow,
  goes: StoredRow,
  united: Record<FieldKey, Json>,
): Promise<void> {
  const earlier = jsonToMerged(goes.values['merged']);
  const isAgain = earlier?.into === stays.id;
  const moved = await moveRows(context, { from: goes.id, to: stays.id });
  await moveDrafts(context.db, goes.id, stays.id);
  // Also where nothing goes over: whoever deletes the other elsewhere has not seen this (sync.md S-12).
  await edit(context, stays.id, { ...united, notedAt: nowIso(context) });
  const merged = {
    into: stays.id,
    rows: [...new Set([...(isAgain ? earlier.rows : []), ...moved])],
    before: { ...beforeOf(united, stays.values), ...(isAgain ? earlier.before : {}) },
  };
  await writeGone(context, goes.id, merged);
}

/** Whom there was something left to do about. Within `writeTogether`. */
async function finishOnce(context: StoreContext): Promise<readonly string[]> {
  const finished: string[] = [];
  for (const row of await context.db.person.where('values.merged.into').above('').toArray()) {
    if (await finishMerge(context, row)) finished.push(row.id);
  }
  return finished;
}

/** False where nothing was left to do. Within `writeTogether`. */
async function finishMerge(context: StoreContext, goes: StoredRow): Promise<boolean> {
  const merged = jsonToMerged(goes.values['merged']);
  const stays = merged && (await context.db.person.get(merged.into));
  // It comes with a later page.
  if (merged === undefined || stays === undefined) return false;
  const isBack = !isStoredDeleted(goes);
  const moved = await moveRows(context, { from: goes.id, to: stays.id });
  if (!isBack && moved.length === 0) return false;
  const rows = [...new Set([...merged.rows, ...moved])];
  if (isBack) {
    const [went, there] = [storedToRow('person', goes), storedToRow('person', stays)];
    const late = findLateValues(went, there);
    const notedAt = [stays, goes].map(({ values }) => textOf(values['notedAt'])).sort()[1] ?? '';
    const isNoted = notedAt > textOf(stays.values['notedAt']);
    await edit(context, stays.id, { ...late, ...(isNoted ? { notedAt } : {}) });
    const before = { ...beforeOf(late, stays.values), ...findUntouched(merged, went, there) };
    // Said once more after each that was written: by that it is known for the merge's own (late-values.ts).
    const said = Object.keys(late).length === 0 ? goes : undefined;
    await writeGone(context, goes.id, { ...merged, before, rows }, said);
  } else if (moved.some((id) => !merged.rows.includes(id))) {
    const before = findUntouched(merged, storedToRow('person', goes), storedToRow('person', stays));
    await writeGone(context, goes.id, { ...merged, before, rows }, goes);
  }
  return true;
}

/** In two edits: a row's tombstone must have seen what the row says of its end. */
async function writeGone(
  context: StoreContext,
  id: string,
  merged: Merged,
  present?: StoredRow,
): Promise<void> {
  const value = mergedToJson(merged);
  if (canonicalJson(present?.values['merged'] ?? null) !== canonicalJson(value)) {
    await edit(context, id, { merged: value });
  }
  const row = await context.db.person.get(id);
  if (row === undefined) return;
  await edit(context, id, { deleted: { ...tombstoneOf(storedToRow('person', row).stamps) } });
}

/** What stands where the merge wrote is put back; what a hand has changed since stays. */
function findRestored({ before }: Merged, stays: FieldValues, goes: FieldValues): Record<FieldKey, Json> {
  const restored: Record<FieldKey, Json> = {};
  for (const [field, was] of Object.entries(before)) {
    const present = memberOf(stays, field) ?? null;
    const written = writtenOf(field, was, goes);
    if (written === undefined || canonicalJson(present) === canonicalJson(written)) restored[field] = was;
  }
  return restored;
}

/** What the merge wrote; undefined for what only it can have written. */
function writtenOf(field: FieldKey, was: Json, goes: FieldValues): Json | undefined {
  if (field === 'lookedAt') return null;
  if (field === 'cardLines') return joinCardLines(textOf(was), textOf(goes['cardLines'])).kept;
  return memberOf(goes, field);
}

/** What the merge wrote and no hand has changed since: what is said of the merge anew is later than any hand. */
function findUntouched({ before }: Merged, { stamps }: Row, stays: Row): FieldValues {
  const said = memberOf(stamps, 'merged') ?? '';
  return Object.fromEntries(
    Object.entries(before).filter(([field]) => (memberOf(stays.stamps, field) ?? '') <= said),
  );
}

function beforeOf(written: FieldValues, present: FieldValues): Record<FieldKey, Json> {
  return Object.fromEntries(Object.keys(written).map((field) => [field, memberOf(present, field) ?? null]));
}

async function edit(context: StoreContext, id: string, values: FieldValues): Promise<void> {
  if (Object.keys(values).length === 0) return;
  await writeEdit(context, { table: 'person', id, values, subject: id });
}
