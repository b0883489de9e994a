import { parseArgs } from 'node:util';
import { simulate } from './simulate.ts';
import type { PlantedFault } from './world.ts';

const plantedFaults: readonly PlantedFault[] = [
  'ack-by-position',
  'overwriting-pull',
  'early-unlock',
  'confirm-unsent',
  'evict-unasked',
];
const options = {
  seeds: { type: 'string', default: '2000' },
  from: { type: 'string', default: '0' },
  fault: { type: 'string' },
  trace: { type: 'boolean', default: false },
} as const;

/** What led to a failure, at most so many lines of it. */
const shownLines = 80;

const say = (line: string) => void process.stdout.write(`${line}\n`);

/**
 * `npm run sim -- --seeds 100000 --from 0`: runs seeds until one breaks a rule, and says how it came to it.
 * With `--fault <name>` counts instead how many seeds find that fault. `--trace` tells all of the first seed.
 */
export async function main(args: string[]): Promise<void> {
  const { values } = parseArgs({ args, options });
  const [seeds, from] = [Number(values.seeds), Number(values.from)];
  const fault = plantedFaults.find((name) => name === values.fault);
  if (values.fault !== undefined && fault === undefined) {
    say(`There is no fault ${values.fault}: ${plantedFaults.join(', ')}.`);
    process.exitCode = 1;
    return;
  }
  if (values.trace) {
    await simulate(from, { fault, onTrace: say });
    return;
  }
  const startMs = performance.now();
  const failed: number[] = [];
  for (let seed = from; seed < from + seeds; seed += 1) {
    const { violation } = await simulate(seed, { fault });
    if (violation !== undefined) {
      failed.push(seed);
      if (fault === undefined) return reportFailure(seed, violation);
    }
    const done = seed - from + 1;
    if (done % 1_000 === 0) say(`${done} of ${seeds} seeds, ${perSecond(done, startMs)} a second`);
  }
  say(`${seeds} seeds from ${from}, ${perSecond(seeds, startMs)} a second: ${outcomeToText(fault, failed)}`);
}

async function reportFailure(seed: number, violation: string): Promise<void> {
  const trace: string[] = [];
  await simulate(seed, { onTrace: (line) => trace.push(line) });
  for (const line of trace.slice(-shownLines)) say(line);
  say(`seed ${seed}: ${violation}`);
  say(`All ${trace.length} lines: npm run sim -- --seeds 1 --from ${seed} --trace`);
  process.exitCode = 1;
}

function outcomeToText(fault: PlantedFault | undefined, failed: readonly number[]): string {
  if (fault === undefined) return 'every rule held.';
  const first = failed.length > 0 ? `, the first of them ${failed[0]}` : '';
  return `${failed.length} find the fault ${fault}${first}.`;
}

const perSecond = (count: number, startMs: number) =>
  ((count * 1_000) / (performance.now() - startMs)).toFixed(1);
