import { createHash } from 'node:crypto';
import type { Session } from '../../src/protocol/session.ts';
import type { SyncResponse } from '../../src/protocol/sync.ts';
import type { StoreContext } from '../../src/store/context.ts';
import { createFileCache } from '../../src/store/file-cache.ts';
import { createFileStore } from '../../src/store/file-store.ts';
import { createLaterActions } from '../../src/store/later-actions.ts';
import { fileQueries } from '../../src/store/queries/files.ts';
import { createStore, type Store } from '../../src/store/store.ts';
import { createSyncStore } from '../../src/store/sync-store.ts';
import { createSyncEngine } from '../../src/sync/engine.ts';
import type { FileCache, FileStore, FileTransport, SyncStore, Transport } from '../../src/sync/ports.ts';
import { recordCommit } from './ledger.ts';
import { openMemoryDatabase } from './memory-database.ts';
import { MemoryDisk } from './memory-disk.ts';
import { createFileTransport, createTransport } from './network.ts';
import { plantInFileTransport, plantInStore, plantInTransport } from './planted-faults.ts';
import { WebLock } from './web-lock.ts';
import { type Device, readClock, type Tab, type World } from './world.ts';

const yearMs = 365 * 24 * 3_600_000;
const email = 'kim@example.com';

export function addDevice(world: World): void {
  const { random, settings, scheduler } = world;
  const isWrong = random.chance(settings.wrongClock);
  const device: Device = {
    name: 'ABCDE'[world.devices.length] ?? 'Z',
    disk: new MemoryDisk(),
    lock: new WebLock(scheduler),
    tabs: [],
    isOn: true,
    isOnline: true,
    clockMs: isWrong ? (random.chance(0.5) ? yearMs : -yearMs) : random.between(-1_000, 1_000),
    isFull: false,
    isConnecting: false,
    answeredEpoch: -1,
    latestStamp: '',
    isToLookAt: false,
  };
  world.devices.push(device);
  openTab(world, device);
}

/** At most three pages, and beside them the service worker. */
export function openTab(world: World, device: Device): void {
  const isWorker =
    device.tabs.length > 0 && !device.tabs.some((tab) => tab.isWorker) && world.random.chance(0.3);
  if (device.tabs.length > 3 || !device.isOn) return;
  const name = `${device.name}${isWorker ? 'w' : world.random.below(1_000)}`;
  const tab: Tab = {
    name,
    device,
    isWorker,
    engine: createEngine(world, device, () => tab),
    isAlive: true,
    stepsLeft: undefined,
    isDeviceDoomed: false,
    waiting: new Set(),
    answerEpoch: 0,
    lastOutcome: undefined,
  };
  device.tabs.push(tab);
  world.tell(() => `${name} opens`);
  void tab.engine.request();
}

/** The tab is gone as if it had never been; its transactions are undone and its lock goes on. */
function closeTab(world: World, tab: Tab): void {
  if (!tab.isAlive) return;
  const { device } = tab;
  tab.isAlive = false;
  // Whoever was about to sign in there begins anew.
  device.isConnecting = false;
  device.tabs = device.tabs.filter((other) => other !== tab);
  device.disk.abandon(tab);
  device.lock.abandon(tab);
  world.tell(() => `${tab.name} is gone`);
}

export function turnOff(world: World, device: Device): void {
  for (const tab of device.tabs) closeTab(world, tab);
  device.isOn = false;
}

export function turnOn(world: World, device: Device): void {
  if (device.isOn) return;
  device.isOn = true;
  openTab(world, device);
}

/** What the screens of this tab do, one thing a store. `heardOf`: the server's life that it is about. */
export function openActions(
  world: World,
  tab: Tab,
  heardOf?: number,
): Store & ReturnType<typeof fileQueries> {
  const context = openContext(
    world,
    tab.device,
    () => tab,
    () => heardOf,
  );
  // All at once: what is loaded later comes at a moment that no seed decides.
  return { ...createStore(context), ...createLaterActions(context), ...fileQueries(context) };
}

/** Where one thing that is done in this tab fetches bytes from, and removes them from. */
export function openFileCache(world: World, tab: Tab): { cache: FileCache; transport: FileTransport } {
  const context = openContext(
    world,
    tab.device,
    () => tab,
    () => undefined,
  );
  const loadHasher = async () => () => {
    const hash = createHash('sha256');
    return { update: (bytes: Uint8Array) => hash.update(bytes), digest: () => hash.digest('hex') };
  };
  return {
    cache: createFileCache(context, loadHasher),
    transport: createFileTransport(world, () => tab, false),
  };
}

/** A person signs in, sooner or later. */
export function connectSoon(world: World, device: Device): void {
  if (device.isConnecting) return;
  device.isConnecting = true;
  world.scheduler.after(world.random.next() * (world.isHealing ? 10 : 60_000), () => {
    const [tab] = device.tabs;
    device.isConnecting = false;
    if (tab === undefined) return;
    if (!world.server.isUp || !device.isOnline) connectSoon(world, device);
    else connect(world, tab);
  });
}

function connect(world: World, tab: Tab): void {
  const { server, scheduler, random } = world;
  const { device } = tab;
  const { epoch } = server;
  const session: Session = { accountId: server.signIn(device.name), name: 'Kim', email };
  device.isConnecting = true;
  scheduler.after(random.next() * (world.isHealing ? 10 : 2_000), () => {
    if (!tab.isAlive) {
      device.isConnecting = false;
      return;
    }
    world.tell(() => `${tab.name} connects to ${session.accountId}`);
    const isNew = readAccount(device) !== session.accountId;
    const done = (result: unknown) => {
      device.isConnecting = false;
      world.tell(() => `${tab.name} is connected: ${JSON.stringify(result)}`);
    };
    openActions(world, tab, isNew ? epoch : undefined)
      .connect(session)
      .then(done, (error: unknown) => {
        device.isConnecting = false;
        acceptError(world, error);
        connectSoon(world, device);
      });
  });
}

/** The only thing that may go wrong in a device's own database is that it is full. */
export function acceptError(world: World, error: unknown): void {
  const isQuota = error instanceof Error && error.name === 'QuotaExceededError';
  if (!isQuota) world.fail(`an error that is a bug: ${error instanceof Error ? error.stack : String(error)}`);
}

function readAccount({ disk }: Device): string | undefined {
  const entry = disk.records('meta').get('connection') as { value: { accountId: string } } | undefined;
  return entry?.value.accountId;
}

function createEngine(world: World, device: Device, tab: () => Tab) {
  const settling: { epoch?: number | undefined } = {};
  // The next answer may come, from a later life of the server, before this one is taken in.
  const epochByAnswer = new Map<string, number>();
  const context = openContext(world, device, tab, () => settling.epoch);
  const network = createTransport(world, tab);
  const remembering: Transport = {
    async send(request) {
      const outcome = await network.send(request);
      if (outcome.kind === 'answered') epochByAnswer.set(answerName(outcome.response), tab().answerEpoch);
      return outcome;
    },
  };
  const transport = plantInTransport(world.fault, remembering, () => device.lock.abandon(tab()));
  const real = createSyncStore(context);
  const store: SyncStore = {
    ...real,
    readBatch: (limits) =>
      real.readBatch({ ...limits, edits: Math.min(limits.edits, world.settings.batchEdits) }),
    async settle(response, isHistoryLost, account) {
      settling.epoch = epochByAnswer.get(answerName(response));
      return await real.settle(response, isHistoryLost, account).finally(() => {
        settling.epoch = undefined;
      });
    },
  };
  return createSyncEngine({
    store: plantInStore(world.fault, store, context.db),
    transport,
    files: openFileStore(world, context),
    fileTransport: plantInFileTransport(world.fault, createFileTransport(world, tab, true)),
    lock: (run) => device.lock.request(tab(), run),
    timer: (run, ms) =>
      world.scheduler.after(ms, () => {
        if (tab().isAlive) run();
      }),
    nowMs: context.nowMs,
    random: world.random.next,
    onError: (error) => acceptError(world, error),
    onOutcome: ({ kind }) => {
      tab().lastOutcome = kind;
      if (kind === 'signed-out' || kind === 'not-connected') connectSoon(world, device);
    },
  });
}

/** Also of two that are taken in together: those lead where the last one leads. */
const answerName = ({ head, cursor }: SyncResponse) => `${head} ${cursor}`;

/** Parts are small, so that there are several. */
function openFileStore({ settings }: World, context: StoreContext): FileStore {
  const files = createFileStore(context);
  return {
    ...files,
    readPart: (id, from, length) => files.readPart(id, from, Math.min(length, settings.partBytes)),
  };
}

function openContext(
  world: World,
  { disk }: Device,
  tab: () => Tab,
  heardOf: () => number | undefined,
): StoreContext {
  const { random } = world;
  const conditions = {
    get owner() {
      return tab();
    },
    step: () => step(world, tab()),
    findWriteError: () => (tab().device.isFull && random.chance(0.3) ? makeQuotaError() : undefined),
    onCommit: (changes: Parameters<typeof recordCommit>[2]) =>
      recordCommit(world, tab().device, changes, heardOf()),
  };
  return {
    db: openMemoryDatabase(disk, conditions),
    nowMs: () => readClock(world, tab().device),
    randomBytes: random.bytes,
    onSaved: () => void tab().engine.request(),
  };
}

function makeQuotaError(): Error {
  return Object.assign(new Error('the disk is full'), { name: 'QuotaExceededError' });
}

/** Here every other tab comes in between, and here a tab ends. */
function step(world: World, tab: Tab): Promise<void> {
  const { random, scheduler, settings } = world;
  return new Promise((resolve) => {
    if (!tab.isAlive) return;
    if (tab.stepsLeft !== undefined) {
      tab.stepsLeft -= 1;
      if (tab.stepsLeft === 0) scheduler.after(0, () => endTab(world, tab));
      if (tab.stepsLeft <= 0) return;
    }
    // Often nothing comes in between, as in life; it also saves time.
    if (random.chance(0.5)) resolve();
    else
      scheduler.after(random.next() * settings.stepMs, () => {
        if (tab.isAlive) resolve();
      });
  });
}

function endTab(world: World, tab: Tab): void {
  world.tell(() => `${tab.name} crashes${tab.isDeviceDoomed ? ' with its device' : ''}`);
  if (tab.isDeviceDoomed) turnOff(world, tab.device);
  else closeTab(world, tab);
}
