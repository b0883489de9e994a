import { DatabaseError } from 'pg';
import { errorCode } from '../../start-up-problem.ts';

const networkCodes: ReadonlySet<string> = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EAI_AGAIN',
]);

/** https://www.postgresql.org/docs/current/errcodes-appendix.html: shutting down, starting, no connection left, a deadlock. */
const awayStates: ReadonlySet<string> = new Set(['57P01', '57P02', '57P03', '53300', '25P03', '40P01']);

/** What `pg` says without a code when a connection ends or is not made in time. */
const awayWords =
  /^(Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error)/;

/** PostgreSQL does not answer just now. What was asked may be on disk, if it broke at the commit; it can be asked again. */
export function isPostgresAway(error: unknown): boolean {
  const code = errorCode(error);
  if (error instanceof DatabaseError) return awayStates.has(code) || code.startsWith('08');
  if (networkCodes.has(code)) return true;
  if (!(error instanceof Error)) return false;
  // A socket in a folder that is not there; of a file it would be another matter.
  const isConnecting = 'syscall' in error && error.syscall === 'connect';
  return (code === 'ENOENT' && isConnecting) || awayWords.test(error.message);
}
