import { errorCode } from '../../start-up-problem.ts';

/** SQLite's primary result codes, https://sqlite.org/rescode.html. */
export const busyResult = 5;
export const fullResult = 13;
export const damagedResults: ReadonlySet<number> = new Set([11, 26]);

/**
 * SQLite's own words for its results: `all()` and `iterate()` of `@photostructure/sqlite` throw errors without a
 * code, and nothing else tells these apart.
 */
const resultByMessage: ReadonlyMap<string, number> = new Map([
  ['database or disk is full', fullResult],
  ['database disk image is malformed', 11],
  ['file is not a database', 26],
]);

/** 0 for an error that is none of SQLite's. */
export function sqliteResult(error: unknown): number {
  if (!(error instanceof Error)) return 0;
  const code = 'errcode' in error ? error.errcode : 'sqliteCode' in error ? error.sqliteCode : undefined;
  if (typeof code === 'number') return code & 0xff;
  return errorCode(error) === 'ERR_SQLITE_ERROR' ? (resultByMessage.get(error.message) ?? 0) : 0;
}
