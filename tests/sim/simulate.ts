import type { Store } from '../../src/store/store.ts';
import { checkEnd, checkStatus, openLook } from './checks.ts';
import { addDevice, connectSoon } from './device.ts';
import { strike } from './fate.ts';
import { heal } from './heal.ts';
import { createLedger } from './ledger.ts';
import { act } from './person.ts';
import { createRandom } from './random.ts';
import { createScheduler } from './scheduler.ts';
import { drawSettings } from './settings.ts';
import { SimulatedServer } from './simulated-server.ts';
import type { Device, PlantedFault, World } from './world.ts';

export interface SimulationResult {
  readonly seed: number;
  /** The rule that was broken; undefined when all held. */
  readonly violation: string | undefined;
  readonly events: number;
}

interface SimulationOptions {
  readonly fault?: PlantedFault | undefined;
  /** Hears what happens, line by line. */
  readonly onTrace?: ((line: string) => void) | undefined;
}

/** More than any run needs, many times over. */
const maxEvents = 200_000;

/** One run of a few devices and one contact database: all of it follows from the seed. */
export async function simulate(seed: number, options: SimulationOptions = {}): Promise<SimulationResult> {
  const { world, looks } = createWorld(seed, options);
  const { scheduler, random, settings } = world;
  const isToStop = () => world.violation !== undefined || scheduler.countEvents() > maxEvents;
  for (let count = 0; count < settings.devices; count += 1) addDevice(world);
  for (const device of world.devices) {
    looks.push(openLook(device));
    scheduler.after((random.next() * settings.spanMs) / 3, () => connectSoon(world, device));
    for (let action = 0; action < settings.actions; action += 1) {
      scheduler.after(random.next() * settings.spanMs, () => actOften(world, device));
      scheduler.after(random.next() * settings.spanMs, () => strike(world, device));
    }
  }
  await scheduler.run(settings.spanMs, isToStop);
  await heal(world, () => scheduler.run(Number.POSITIVE_INFINITY, isToStop));
  if (scheduler.countEvents() > maxEvents) world.fail(`S-4 S-18 no end after ${maxEvents} events`);
  if (world.violation === undefined) checkEnd(world);
  return { seed, violation: world.violation, events: scheduler.countEvents() };
}

/** People do one thing, or several in a row, too fast to wait for each. */
function actOften(world: World, device: Device): void {
  const count = world.random.chance(0.2) ? 3 : 1;
  for (let time = 0; time < count; time += 1) act(world, device);
}

function createWorld(seed: number, { fault, onTrace }: SimulationOptions) {
  const random = createRandom(seed);
  const settings = drawSettings(random);
  const looks: Store[] = [];
  const scheduler = createScheduler(() => lookAround(world, looks));
  const tell = (line: () => string) =>
    onTrace?.(`${(scheduler.nowMs() / 1_000).toFixed(3).padStart(10)} s  ${line()}`);
  const world: World = {
    random,
    scheduler,
    server: new SimulatedServer(random, settings.pageRows),
    ledger: createLedger(),
    devices: [],
    fault,
    settings,
    isHealing: false,
    violation: undefined,
    tell,
    fail(violation) {
      world.violation ??= violation;
      tell(() => `BROKEN: ${violation}`);
    },
  };
  tell(() => JSON.stringify(settings));
  return { world, looks };
}

async function lookAround(world: World, looks: readonly Store[]): Promise<void> {
  for (const [place, device] of world.devices.entries()) {
    const look = looks[place];
    if (look !== undefined && device.isToLookAt && device.disk.isSettled())
      await checkStatus(world, device, look);
  }
}
