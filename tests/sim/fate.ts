import { turnOff, turnOn } from './device.ts';
import { recordLostFiles } from './file-ledger.ts';
import { recordLoss } from './ledger.ts';
import { breakOff } from './network.ts';
import { runShort } from './pictures.ts';
import type { Device, World } from './world.ts';

const yearMs = 365 * 24 * 3_600_000;

/** One turn of fate for one device and for the server. */
export function strike(world: World, device: Device): void {
  const { random, settings } = world;
  const hits = (probability: number) => random.chance(probability * 0.15);
  if (hits(settings.clockJump)) jumpClock(world, device);
  if (hits(settings.offline)) loseSignal(world, device);
  if (hits(settings.full)) fillUp(world, device);
  if (hits(settings.crash)) turnOff(world, device);
  if (hits(settings.sessionEnd)) world.server.endSession(device.name);
  if (hits(settings.kill)) killServer(world);
  if (hits(settings.backup)) world.server.backUp();
  if (hits(settings.restore)) loseHistory(world, 'restored', () => world.server.restore());
  if (hits(settings.wipe)) loseHistory(world, 'wiped', () => world.server.wipe());
  if (!device.isOn) world.scheduler.after(random.next() * 60_000, () => turnOn(world, device));
}

function jumpClock({ random, tell }: World, device: Device): void {
  const most = random.pick([1_000, 3_600_000, yearMs]) ?? 0;
  device.clockMs += Math.round((random.next() * 2 - 1) * most);
  tell(() => `the clock of ${device.name} is ${device.clockMs} ms off`);
}

function loseSignal(world: World, device: Device): void {
  if (!device.isOnline) return;
  device.isOnline = false;
  world.tell(() => `${device.name} has no signal`);
  world.scheduler.after(world.random.next() * 120_000, () => findSignal(world, device));
}

/** As the app does at `online`: what was under way was on the connection before. */
export function findSignal(world: World, device: Device): void {
  if (device.isOnline) return;
  device.isOnline = true;
  world.tell(() => `${device.name} has signal`);
  for (const tab of device.tabs) {
    breakOff(tab);
    void tab.engine.request();
  }
}

function fillUp(world: World, device: Device): void {
  device.isFull = true;
  world.tell(() => `${device.name} is full`);
  world.scheduler.after(world.random.next() * 60_000, () => {
    device.isFull = false;
  });
}

function killServer({ server, scheduler, random, tell }: World): void {
  if (!server.isUp) return;
  server.kill();
  tell(() => 'the server is killed');
  scheduler.after(random.next() * 60_000, () => {
    server.isUp = true;
    tell(() => 'the server is up');
  });
}

function loseHistory(world: World, what: string, lose: () => unknown): void {
  const { server } = world;
  const before = server.listCells();
  const filesBefore = server.listFiles();
  if (lose() === false) return;
  recordLoss(world, before, server.listCells());
  recordLostFiles(world, filesBefore, server.listFiles());
  for (const device of world.devices) runShort(world, device);
  world.tell(() => `the server is ${what}: ${before.size} values before, ${server.listCells().size} now`);
}
