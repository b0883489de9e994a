import type { Config } from '../config.ts';
import { StartUpProblem } from '../start-up-problem.ts';

/** For commands that know SQLite alone: they must not answer from a file that nobody serves any more. */
export function refusePostgres({ databaseUrl }: Pick<Config, 'databaseUrl'>): void {
  if (databaseUrl === undefined) return;
  throw new StartUpProblem(
    'DATABASE_URL is set, and this command works on SQLite only: use pg_dump and pg_restore, and copy the data folder.',
  );
}
