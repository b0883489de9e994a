import { connectSoon, openActions, openTab, turnOn } from './device.ts';
import { findSignal } from './fate.ts';
import { mendRefused } from './person.ts';
import { calm } from './settings.ts';
import type { Device, World } from './world.ts';

const maxRounds = 40;

/** Nothing goes wrong any more, and everybody syncs until nothing changes. Fails where that has no end. */
export async function heal(world: World, runUntilQuiet: () => Promise<void>): Promise<void> {
  world.isHealing = true;
  world.settings = calm(world.settings);
  world.server.isUp = true;
  world.tell(() => 'everything is well from here on');
  for (const device of world.devices) mendDevice(world, device);
  await runUntilQuiet();
  for (let round = 0; round < maxRounds && world.violation === undefined; round += 1) {
    const before = world.server.readState();
    for (const device of world.devices) nudge(world, device);
    await runUntilQuiet();
    if (world.devices.every(isAtRest) && world.server.readState() === before) return;
  }
  const restless = world.devices.filter((device) => !isAtRest(device)).map(({ name }) => name);
  world.fail(`S-4 S-18 after ${maxRounds} rounds there is no rest on ${restless.join() || 'the server'}`);
}

function mendDevice(world: World, device: Device): void {
  device.isFull = false;
  for (const tab of device.tabs) tab.stepsLeft = undefined;
  turnOn(world, device);
  findSignal(world, device);
  if (device.tabs.every(({ isWorker }) => isWorker)) openTab(world, device);
}

function nudge(world: World, device: Device): void {
  const [tab] = device.tabs;
  if (tab === undefined) return;
  if (device.disk.records('parked').size > 0) void mendRefused(openActions(world, tab), device, 100);
  for (const { engine } of device.tabs) void engine.request();
  const connection = device.disk.records('meta').get('connection') as
    | { value: { isSignedIn: boolean } }
    | undefined;
  if (connection?.value.isSignedIn !== true) connectSoon(world, device);
}

function isAtRest({ disk, tabs }: Device): boolean {
  const contents = [...disk.records('content').values()] as { state: string }[];
  const isSent = contents.every(({ state }) => state !== 'waiting' && state !== 'refused');
  const isEmpty = isSent && disk.records('outbox').size === 0 && disk.records('parked').size === 0;
  return isEmpty && tabs.length > 0 && tabs.every(({ lastOutcome }) => lastOutcome === 'done');
}
