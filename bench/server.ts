import { startServer } from '../tests/browser/harness/start-server.ts';
import type { Figure, Measurement, Outcome } from './harness/measurement.ts';
import { median, percentile } from './harness/statistics.ts';
import { type Driver, postgresDriver, sqliteDriver } from './server/drivers.ts';
import { makeDevices, packRequest } from './server/make-batches.ts';
import { measureStart } from './server/measure-start.ts';
import { type PushedByAll, pushDevices } from './server/push-devices.ts';
import { signDevicesIn } from './server/sign-devices-in.ts';
import { watchMemory } from './server/watch-memory.ts';

const peopleStored = 50_000;
/** Those of twenty devices, one account: what the goal is for. */
const goal = 0.5;
const megabyte = 2 ** 20;

interface Shape {
  readonly devices: number;
  readonly batchRows: number;
  readonly rowsEach: number;
  readonly accounts: number;
}

const shapes: readonly Shape[] = [
  { devices: 1, batchRows: 500, rowsEach: 20_000, accounts: 1 },
  { devices: 1, batchRows: 20, rowsEach: 4_000, accounts: 1 },
  { devices: 20, batchRows: 500, rowsEach: 2_500, accounts: 1 },
  { devices: 20, batchRows: 500, rowsEach: 2_500, accounts: 20 },
  { devices: 20, batchRows: 20, rowsEach: 1_000, accounts: 1 },
  { devices: 20, batchRows: 20, rowsEach: 1_000, accounts: 20 },
  { devices: 200, batchRows: 20, rowsEach: 200, accounts: 20 },
];

interface Load {
  readonly driver: Driver['name'];
  readonly shape: Shape;
  readonly pushed: PushedByAll[];
  /** Rows a second. */
  readonly bare: number[];
  /** The most that the server held, in bytes. */
  readonly mostBytes: number[];
}

/**
 * Devices push new people at once to the real server process, on both drivers: rows a second as a ratio to the same
 * bodies unpacked, parsed and upserted by the same driver in this process, one durable transaction a batch, before
 * and after, since a machine is not as fast at every moment. And what the server holds in memory, and how long it takes to start on many people.
 */
export const server: Measurement = {
  name: 'server',
  async measure({ runs = 3, scale, tell }) {
    const drivers = [sqliteDriver(), await postgresDriver()];
    try {
      const outcomes: Outcome[] = [];
      for (const driver of drivers) outcomes.push(await measureDriver(driver, runs, scale, tell));
      return {
        figures: outcomes.flatMap(({ figures }) => figures),
        raw: Object.assign({}, ...outcomes.map(({ raw }) => raw)),
      };
    } finally {
      for (const driver of drivers) await driver.close();
    }
  },
};

async function measureDriver(
  driver: Driver,
  runs: number,
  scale: number,
  tell: (line: string) => void,
): Promise<Outcome> {
  const loads = shapes.map(
    (shape): Load => ({ driver: driver.name, shape, pushed: [], bare: [], mostBytes: [] }),
  );
  for (let round = 0; round < runs; round++) {
    for (const load of loads) {
      tell(nameOf(load));
      await pushOnce(driver, load, scale);
    }
    tell(`server on ${driver.name}: ${round + 1} of ${runs}`);
  }
  const start = await measureStart(driver, Math.max(500, Math.round(peopleStored * scale)), runs);
  const stored = `${driver.name}, ${peopleStored * scale} people`;
  const figures: Figure[] = [
    { what: `${stored}: start to ready`, value: median(start.readyMs), unit: 'ms', atMost: 1_500 },
    {
      what: `${stored}: memory at rest`,
      value: median(start.restBytes) / megabyte,
      unit: 'MB',
      atMost: 150,
    },
    {
      what: `${driver.name}: memory under load, the most`,
      value: Math.max(...loads.flatMap(({ mostBytes }) => mostBytes)) / megabyte,
      unit: 'MB',
      atMost: 400,
    },
  ];
  const raw: Record<string, readonly number[]> = {
    [`${driver.name}, start to ready, ms`]: start.readyMs,
    [`${driver.name}, memory at rest, bytes`]: start.restBytes,
  };
  for (const load of loads) {
    raw[`${nameOf(load)}, server rows a second`] = load.pushed.map((one) => rateOf(load, one));
    raw[`${nameOf(load)}, bare rows a second`] = load.bare;
    raw[`${nameOf(load)}, memory, bytes`] = load.mostBytes;
  }
  return { figures: [...loads.flatMap(loadFigures), ...figures], raw };
}

async function pushOnce(driver: Driver, load: Load, scale: number): Promise<void> {
  const { devices, batchRows, accounts, rowsEach } = load.shape;
  const rows = Math.max(batchRows, Math.round((rowsEach * scale) / batchRows) * batchRows);
  const made = makeDevices(devices, rows, batchRows);
  const database = await driver.makeDatabase();
  const { dataFolder, databaseUrl } = database;
  const signedIn = await signDevicesIn(dataFolder, databaseUrl, {
    accounts,
    devices: made.map(({ device }) => device),
  });
  const bodies = made.flatMap(({ device, batches }) =>
    batches.map((edits) => packRequest({ account: device, device, head: null, cursor: 0, edits })),
  );
  const env = databaseUrl === undefined ? {} : { DATABASE_URL: databaseUrl };
  const started = await startServer({ dataFolder, env });
  try {
    const before = await database.pushBare(bodies);
    const readMost = watchMemory(started.pid);
    load.pushed.push(await pushDevices(started.url, made, signedIn));
    load.mostBytes.push(readMost());
    const after = await database.pushBare(bodies);
    load.bare.push((2 * rows * devices) / (before + after));
  } finally {
    await started.stop();
  }
  const arrived = await database.countRows();
  if (arrived !== rows * devices) throw new Error(`Only ${arrived} rows arrived`);
}

function rateOf({ shape }: Load, { requestMs, seconds }: PushedByAll): number {
  return (requestMs.length * shape.batchRows) / seconds;
}

function loadFigures(load: Load): Figure[] {
  const name = nameOf(load);
  const ms = load.pushed.flatMap(({ requestMs }) => requestMs);
  const rate = median(load.pushed.map((one) => rateOf(load, one)));
  const isMain = load.shape.accounts === 1 && load.shape.devices === 20;
  const goalPart = isMain ? { atLeast: goal } : {};
  return [
    { what: `${name}: a request, median`, value: median(ms), unit: 'ms' },
    { what: `${name}: a request, 99th percentile`, value: percentile(ms, 99), unit: 'ms' },
    { what: `${name}: rows`, value: rate, unit: 'a second' },
    { what: `${name}: bare rows`, value: median(load.bare), unit: 'a second' },
    { what: `${name}: server / bare`, value: rate / median(load.bare), unit: 'times', ...goalPart },
  ];
}

function nameOf({ driver, shape: { devices, batchRows, accounts } }: Load): string {
  const who = devices === 1 ? 'one device' : `${devices} devices`;
  const whose = accounts === 1 ? 'one account' : `${accounts} accounts`;
  return `${driver}, ${who}, batches of ${batchRows}, ${whose}`;
}
