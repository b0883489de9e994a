import { personLabel, rowToPerson } from '../../domain/person.ts';
import { stampToReading } from '../../domain/stamp.ts';
import type { StoreContext } from '../context.ts';
import { jsonToMerged } from '../merge/merged.ts';
import { hasRows } from '../merge/move-rows.ts';
import { readMeta } from '../meta.ts';
import { isStoredDeleted, type StoredRow, storedToRow } from '../stored-row.ts';

/** Somebody who was put into another person. */
export interface PutTogether {
  readonly id: string;
  readonly label: string;
  /** Whom they were put into. */
  readonly into: string;
  /** ISO 8601. */
  readonly at: string;
}

export function mergeQueries({ db }: StoreContext) {
  return {
    /** Who was put into somebody, latest last. */
    async listPutInto(personId: string): Promise<PutTogether[]> {
      const rows = await db.person.where('values.merged.into').equals(personId).toArray();
      return rows
        .filter(isStoredDeleted)
        .flatMap(toPutTogether)
        .sort((a, b) => (a.at < b.at ? -1 : 1));
    },

    /** Undefined for somebody who was never put into another, and whoever is not on this device. */
    async readPutInto(personId: string): Promise<(PutTogether & { readonly intoLabel: string }) | undefined> {
      const row = await db.person.get(personId);
      const [found] = row === undefined || !isStoredDeleted(row) ? [] : toPutTogether(row);
      const into = found && (await db.person.get(found.into));
      return found && into && { ...found, intoLabel: personLabel(rowToPerson(into)) };
    },

    /** Whom `finishMerges` has something to do about, as one text: empty for nobody. */
    async findUnfinished(): Promise<string> {
      const rows = await db.person.where('values.merged.into').above('').toArray();
      if (rows.length === 0) return '';
      const back = rows.filter((row) => !isStoredDeleted(row)).map(({ id }) => id);
      const ids = rows.map(({ id }) => id);
      return [...back, ...((await hasRows({ db }, ids)) ? ['rows'] : [])].join(' ');
    },

    /** Where the contact database was left off; undefined while more is left to pull. */
    async readPulled(): Promise<string | undefined> {
      const position = await readMeta(db, 'position');
      if (position === undefined) return 'never';
      return position.completeAtMs === undefined ? undefined : `${position.head} ${position.cursor}`;
    },
  };
}

function toPutTogether(row: StoredRow): PutTogether[] {
  const merged = jsonToMerged(row.values['merged']);
  if (merged === undefined) return [];
  const { stamps } = storedToRow('person', row);
  const at = new Date(stampToReading(stamps['merged'] ?? '').ms || 0).toISOString();
  return [{ id: row.id, label: personLabel(rowToPerson(row)), into: merged.into, at }];
}
