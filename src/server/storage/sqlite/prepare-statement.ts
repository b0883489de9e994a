import type { DatabaseSyncInstance } from '@photostructure/sqlite';

type SqlValue = string | number | null;

export interface Statement<Row> {
  get(...values: readonly SqlValue[]): Row | undefined;
  all(...values: readonly SqlValue[]): Row[];
  run(...values: readonly SqlValue[]): void;
}

/**
 * A statement that is prepared once and runs at once: what every request asks is not built, compiled and awaited
 * anew each time. `Row` is what its columns hold; the tables are strict, so that they hold nothing else.
 */
export function prepareStatement<Row = never>(database: DatabaseSyncInstance, text: string): Statement<Row> {
  return database.prepare(text);
}
