import { DatabaseSync, type DatabaseSyncInstance } from '@photostructure/sqlite';
import { busyResult, sqliteResult } from './sqlite-result.ts';

/**
 * A database for oneself alone until it is closed; undefined while another process has it open, also when it does
 * nothing with it just now: in WAL mode an open connection keeps a shared lock, and exclusive mode wants the whole file.
 */
export function holdSqlite(path: string): DatabaseSyncInstance | undefined {
  const database = new DatabaseSync(path, { timeout: 0 });
  try {
    database.exec('pragma locking_mode = exclusive');
    database.prepare('select count(*) from sqlite_master').get();
    database.exec('begin exclusive');
    return database;
  } catch (error) {
    database.close();
    if (sqliteResult(error) === busyResult) return undefined;
    throw error;
  }
}
