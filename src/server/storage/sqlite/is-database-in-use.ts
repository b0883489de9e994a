import { holdSqlite } from './hold-sqlite.ts';
import { sqliteResult } from './sqlite-result.ts';

/** Whether another process has the database open. One that is no database is in nobody's use. */
export function isDatabaseInUse(path: string): boolean {
  try {
    const held = holdSqlite(path);
    held?.close();
    return held === undefined;
  } catch (error) {
    if (sqliteResult(error) === 0) throw error;
    return false;
  }
}
