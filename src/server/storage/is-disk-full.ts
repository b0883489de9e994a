import { errorCode } from '../start-up-problem.ts';
import { fullResult, sqliteResult } from './sqlite/sqlite-result.ts';

/** https://www.postgresql.org/docs/current/errcodes-appendix.html: disk_full. */
const fullCodes: ReadonlySet<string> = new Set(['ENOSPC', 'EDQUOT', '53100']);

/** Nothing of what failed was written, and it may work again when there is room. */
export function isDiskFull(error: unknown): boolean {
  return fullCodes.has(errorCode(error)) || sqliteResult(error) === fullResult;
}
