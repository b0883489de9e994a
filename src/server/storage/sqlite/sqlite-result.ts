/** SQLite's primary result codes, https://sqlite.org/rescode.html. */
export const busyResult = 5;
export const fullResult = 13;
export const damagedResults: ReadonlySet<number> = new Set([11, 26]);

/** 0 for an error that is none of SQLite's. */
export function sqliteResult(error: unknown): number {
  if (!(error instanceof Error)) return 0;
  const code = 'errcode' in error ? error.errcode : 'sqliteCode' in error ? error.sqliteCode : 0;
  return typeof code === 'number' ? code & 0xff : 0;
}
