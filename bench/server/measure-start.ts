import { setTimeout as pause } from 'node:timers/promises';
import { startServer } from '../../tests/browser/harness/start-server.ts';
import type { Driver } from './drivers.ts';
import { makeDevices } from './make-batches.ts';
import { makeOwners } from './make-owners.ts';
import { pushDevices } from './push-devices.ts';
import { readMemory } from './watch-memory.ts';

export interface MeasuredStart {
  /** From nothing to the line that says that it is ready, each time. */
  readonly readyMs: readonly number[];
  /** Five seconds after the start, in bytes. */
  readonly restBytes: readonly number[];
}

/** Stores people, then starts the server on them again and again. */
export async function measureStart(driver: Driver, people: number, runs: number): Promise<MeasuredStart> {
  const { dataFolder, databaseUrl } = await driver.makeDatabase();
  const env = databaseUrl === undefined ? {} : { DATABASE_URL: databaseUrl };
  const [owner] = await makeOwners(dataFolder, 1, databaseUrl);
  if (owner === undefined) throw new Error('There is no owner');
  const filled = await startServer({ dataFolder, env });
  await pushDevices(filled.url, makeDevices(1, people, 500), () => owner);
  await filled.stop();
  const readyMs: number[] = [];
  const restBytes: number[] = [];
  for (let run = 0; run < runs; run++) {
    const start = performance.now();
    const server = await startServer({ dataFolder, env });
    readyMs.push(performance.now() - start);
    await pause(5_000);
    restBytes.push(readMemory(server.pid));
    await server.stop();
  }
  return { readyMs, restBytes };
}
