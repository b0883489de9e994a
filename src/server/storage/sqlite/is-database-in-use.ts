import { DatabaseSync } from '@photostructure/sqlite';
import { busyResult, sqliteResult } from './sqlite-result.ts';

/**
 * Whether another process has the database open, also when it does nothing with it just now: in WAL mode an open
 * connection keeps a shared lock, and exclusive mode wants the whole file. One that is no database is in nobody's use.
 */
export function isDatabaseInUse(path: string): boolean {
  const database = new DatabaseSync(path, { timeout: 0 });
  try {
    database.exec('pragma locking_mode = exclusive');
    database.prepare('select count(*) from sqlite_master').get();
    database.exec('begin exclusive; rollback');
    return false;
  } catch (error) {
    return sqliteResult(error) === busyResult;
  } finally {
    database.close();
  }
}
