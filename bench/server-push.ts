import { querySql } from '../tests/browser/harness/sql.ts';
import { startServer } from '../tests/browser/harness/start-server.ts';
import type { Figure, Measurement } from './harness/measurement.ts';
import { makeScratch } from './harness/scratch.ts';
import { median, percentile } from './harness/statistics.ts';
import { makeDevices, packRequest } from './server-push/make-batches.ts';
import { makeOwners } from './server-push/make-owners.ts';
import { pushBare } from './server-push/push-bare.ts';
import { type PushedByAll, pushDevices } from './server-push/push-devices.ts';

const devices = 20;
const rowsEach = 2_500;
const goal = 0.5;

interface Load {
  readonly batchRows: number;
  /** 1, or as many as there are devices. */
  readonly accounts: number;
  readonly pushed: PushedByAll[];
  readonly bare: number[];
}

/**
 * Twenty devices push new people at once to the real server process: rows a second as a ratio to the same
 * bodies unpacked, parsed and upserted by the same SQLite in this process, one durable transaction a batch.
 */
export const serverPush: Measurement = {
  name: 'server-push',
  async measure({ runs = 3, scale, tell }) {
    const loads = [500, 20].flatMap((batchRows) =>
      [1, devices].map((accounts): Load => ({ batchRows, accounts, pushed: [], bare: [] })),
    );
    for (let round = 0; round < runs; round++) {
      for (const load of loads) {
        // Batches of 20 wait for the disk 25 times as often.
        await pushOnce(load, Math.round(rowsEach * scale * (load.batchRows === 20 ? 0.4 : 1)), round);
      }
      tell(`server-push: ${round + 1} of ${runs}`);
    }
    return {
      figures: loads.flatMap(loadFigures),
      raw: Object.fromEntries(
        loads.flatMap((load) => [
          [`${nameOf(load)}, server rows a second`, load.pushed.map((one) => rateOf(load, one))],
          [`${nameOf(load)}, bare rows a second`, load.bare],
        ]),
      ),
    };
  },
};

async function pushOnce(load: Load, rows: number, round: number): Promise<void> {
  const { batchRows, accounts } = load;
  const made = makeDevices(devices, rows, batchRows);
  const dataFolder = makeScratch('data');
  const owners = await makeOwners(dataFolder, accounts);
  const ownerOf = (index: number) => {
    const owner = owners[index % accounts];
    if (owner === undefined) throw new Error('There is no owner');
    return owner;
  };
  const bodies = made.flatMap(({ device, batches }) =>
    batches.map((edits) => packRequest({ account: device, device, head: null, cursor: 0, edits })),
  );
  const bare = () => load.bare.push((rows * devices) / pushBare(bodies));
  const server = await startServer({ dataFolder });
  try {
    if (round % 2 === 0) bare();
    load.pushed.push(await pushDevices(server.url, made, ownerOf));
    if (round % 2 === 1) bare();
  } finally {
    await server.stop();
  }
  const [counted] = await querySql(dataFolder, 'select count(*) as arrived from "row"');
  if (Number(counted?.arrived) !== rows * devices) throw new Error(`Only ${counted?.arrived} rows arrived`);
}

function rateOf({ batchRows }: Load, { requestMs, seconds }: PushedByAll): number {
  return (requestMs.length * batchRows) / seconds;
}

function loadFigures(load: Load): Figure[] {
  const name = nameOf(load);
  const ms = load.pushed.flatMap(({ requestMs }) => requestMs);
  const rate = median(load.pushed.map((one) => rateOf(load, one)));
  const isMain = load.accounts === 1;
  const goalPart = isMain ? { atLeast: goal } : {};
  return [
    { what: `${name}: a request, median`, value: median(ms), unit: 'ms' },
    { what: `${name}: a request, 99th percentile`, value: percentile(ms, 99), unit: 'ms' },
    { what: `${name}: rows`, value: rate, unit: 'a second' },
    { what: `${name}: bare rows`, value: median(load.bare), unit: 'a second' },
    { what: `${name}: server / bare`, value: rate / median(load.bare), unit: 'times', ...goalPart },
  ];
}

function nameOf({ batchRows, accounts }: Load): string {
  return `batches of ${batchRows}, ${accounts === 1 ? 'one account' : `${accounts} accounts`}`;
}
