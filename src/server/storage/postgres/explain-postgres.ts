import { DatabaseError } from 'pg';
import { errorCode, StartUpProblem } from '../../start-up-problem.ts';
import { NewerDatabaseError } from '../opened-database.ts';

/** https://www.postgresql.org/docs/current/errcodes-appendix.html */
const sentenceByState: Readonly<Record<string, string>> = {
  '28P01': 'PostgreSQL does not know the user or the password in DATABASE_URL.',
  '28000': 'PostgreSQL does not let the user in DATABASE_URL in.',
  '3D000': 'PostgreSQL has no database of the name in DATABASE_URL; make it with createdb.',
  '42501': 'The user in DATABASE_URL may not make tables there; make it the owner of the database.',
  '53300': 'PostgreSQL has no connection left; raise its max_connections or run fewer servers.',
  '57P03': 'PostgreSQL is still starting; try again in a moment.',
};

/** A table, view or index, a function, or anything else of a name that is to be made. */
const takenStates: ReadonlySet<string> = new Set(['42P07', '42723', '42710']);

const unreachableCodes = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'ENOENT',
  'EAI_AGAIN',
  'ETIMEDOUT',
  'EHOSTUNREACH',
]);

/** What keeps the server from starting, in words and without the password; other errors as they are. */
export function explainPostgres(error: unknown): unknown {
  if (error instanceof NewerDatabaseError) {
    return new StartUpProblem('The database was written by a newer Justmet; update this one.');
  }
  if (unreachableCodes.has(errorCode(error))) {
    return new StartUpProblem('PostgreSQL does not answer at the address in DATABASE_URL; is it running?');
  }
  if (!(error instanceof DatabaseError)) return error;
  if (takenStates.has(errorCode(error))) {
    return new StartUpProblem(
      `The database in DATABASE_URL holds something of another program (${error.message}); give an empty one.`,
    );
  }
  const sentence = sentenceByState[errorCode(error)];
  return sentence === undefined ? error : new StartUpProblem(sentence);
}
