import { StartUpProblem } from '../start-up-problem.ts';

const reading = /^[\s(]*(select|with|values|explain|pragma)\b/i;
const assigning = /^[\s(]*pragma\b.*=/is;

/**
 * Only what reads: a read-only connection still writes files by `vacuum into`, opens others by `attach`, and runs
 * programs by PostgreSQL's `copy`. No comment may go before the first word: the databases do not agree on its end.
 */
export function requireQuestion(query: string): void {
  if (reading.test(query) && !assigning.test(query)) return;
  throw new StartUpProblem(
    'That cannot be answered: begin with select, with, values or explain, or with a pragma that sets nothing.',
  );
}
