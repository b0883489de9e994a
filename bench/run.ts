import { parseArgs } from 'node:util';
import { cards, unseenCards } from './cards.ts';
import { coldStart } from './cold-start.ts';
import { details } from './details.ts';
import { firstJs } from './first-js.ts';
import { readMachine } from './harness/machine.ts';
import type { Measurement, Outcome, RunOptions } from './harness/measurement.ts';
import { outcomesToTable, writeReport } from './harness/report.ts';
import { push } from './push.ts';
import { quickLine } from './quick-line.ts';
import { reminders } from './reminders.ts';
import { save } from './save.ts';
import { scroll } from './scroll.ts';
import { search } from './search.ts';
import { server } from './server.ts';
import { sync } from './sync.ts';
import { tenSeconds } from './ten-seconds.ts';
import { today } from './today.ts';

const measurements: readonly Measurement[] = [
  firstJs,
  coldStart,
  save,
  push,
  search,
  quickLine,
  details,
  scroll,
  sync,
  server,
  reminders,
  cards,
  unseenCards,
  tenSeconds,
  today,
];

const usage = `npm run bench [-- <measurement>… --runs <n> --scale <0 to 1> --only <part>]
Measurements: ${measurements.map(({ name }) => name).join(', ')}. A scale under 1
writes no results, nor does --only: of ten-seconds the ways that begin so.`;

/** Measures all, or what is named; prints a table and writes bench/results/<date>-<name or all>.json. */
export async function main(args: readonly string[]): Promise<void> {
  const asked = readArguments(args);
  if (asked === undefined) {
    console.log(usage);
    process.exitCode = 1;
    return;
  }
  const { chosen, options } = asked;
  const machine = await readMachine();
  const outcomes: Record<string, Outcome> = {};
  for (const { name, measure } of chosen) {
    options.tell(name);
    outcomes[name] = await measure(options);
  }
  console.log(outcomesToTable(outcomes));
  console.log(`${machine.cpu}, ${machine.cores} cores, ${machine.chromium}, load before ${machine.load}`);
  if (options.scale < 1 || options.only !== undefined) return;
  const report = {
    date: new Date().toISOString(),
    machine,
    runs: options.runs ?? null,
    scale: options.scale,
    measurements: outcomes,
  };
  console.log(writeReport(report, chosen.length === measurements.length ? 'all' : nameOf(chosen)));
}

function readArguments(args: readonly string[]) {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { runs: { type: 'string' }, scale: { type: 'string' }, only: { type: 'string' } },
  });
  const runs = values.runs === undefined ? undefined : Number(values.runs);
  const scale = Number(values.scale ?? 1);
  const chosen = measurements.filter(({ name }) => positionals.length === 0 || positionals.includes(name));
  const isKnown = positionals.every((name) => measurements.some((one) => one.name === name));
  const isCount = runs === undefined || (Number.isInteger(runs) && runs > 0);
  if (!isKnown || !isCount || !(scale > 0 && scale <= 1)) return undefined;
  const { only } = values;
  const options: RunOptions = { runs, scale, only, tell: (line) => console.error(line) };
  return { chosen, options };
}

function nameOf(chosen: readonly Measurement[]): string {
  return chosen.map(({ name }) => name).join('+');
}
