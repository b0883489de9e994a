import { setTimeout as pause } from 'node:timers/promises';
import { startServer } from '../../tests/browser/harness/start-server.ts';
import type { Driver } from './drivers.ts';
import { makeDevices } from './make-batches.ts';
import { pushDevices } from './push-devices.ts';
import { signDevicesIn } from './sign-devices-in.ts';
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
  const made = makeDevices(1, people, 500);
  const devices = made.map(({ device }) => device);
  const signedIn = await signDevicesIn(dataFolder, databaseUrl, { accounts: 1, devices });
  const filled = await startServer({ dataFolder, env });
  await pushDevices(filled.url, made, signedIn);
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
