import { askForBackgroundSync } from '../../device/background-sync.ts';
import { webLock } from '../../device/lock.ts';
import { openDevice } from '../../device/open-device.ts';
import { createTransport, type SyncTransport } from '../../device/transport.ts';
import { makeShortId } from '../../store/context.ts';
import { createStore } from '../../store/store.ts';
import { createSyncStore } from '../../store/sync-store.ts';
import { createSyncEngine } from '../../sync/engine.ts';
import type { SyncOutcome } from '../../sync/round.ts';
import type { App, Toast } from '../ports/app.ts';
import { createSignal, type Signal } from '../ports/signal.ts';
import { endOfDay, startOfDay } from '../ui/time-words.ts';
import { contactDatabase } from './contact-database.ts';
import { deviceNameOf } from './device-name.ts';
import { saveFile, shareText } from './hand-over.ts';
import { keepLeftOver } from './keep-left-over.ts';
import { openStorage } from './open-storage.ts';
import { persistStorage } from './persistence.ts';
import { guessRegion, listPhoneRegions, loadPhoneReader, readPhoneSoon } from './phone-reader.ts';
import { createServerEvents, type ServerEvents } from './server-events.ts';
import { openTab } from './tab.ts';
import { whenIdle } from './when-idle.ts';
import { registerWorker } from './worker.ts';

/** Longer than that without an answer, a request does not hold up somebody who is looking. */
const patienceMs = 5_000;

export function createApp(): App {
  const isOnline = createSignal(navigator.onLine);
  const lastSync = createSignal<SyncOutcome['kind'] | undefined>(undefined);
  const isStorageOpen = createSignal(true);
  const isUpdateReady = createSignal(false);
  const context = openDevice(() => void engine.request());
  const { nowMs } = context;
  const transport = createTransport(nowMs);
  const syncStore = createSyncStore(context);
  const events = createServerEvents(
    async () => (await syncStore.readPosition())?.device,
    () => requestSync(),
  );
  const onOutcome = ({ kind }: SyncOutcome) => {
    lastSync.set(kind);
    if (kind === 'done' && document.visibilityState === 'visible') events.open();
    if (kind === 'signed-out' || kind === 'not-connected') events.close();
    if (kind === 'unreachable') void askToBeWoken();
  };
  const engine = createSyncEngine({
    store: syncStore,
    transport,
    lock: webLock(),
    timer: startTimer,
    nowMs,
    random: Math.random,
    onError: (error) => reportError(error),
    onOutcome,
  });
  const store = createStore(context);
  const tab = openTab(() => makeShortId(context, 10));
  const requestSync = () => void engine.request();
  const readRegion = async () => (await store.readRegion()) ?? guessRegion(navigator.languages);
  const readNumber = async (typed: string) =>
    (await readPhoneSoon(typed, region ?? (await readRegion())))?.e164;
  const readNumbers = async (isReady: boolean) => {
    if (isReady) await store.readNumbers(readNumber);
  };
  let region: string | undefined;
  let applyUpdate = async () => location.reload();

  void openStorage(() => context.db.open(), isStorageOpen);
  whenIdle(() => {
    requestSync();
    void loadPhoneReader().then(readNumbers);
    store.watch(readRegion).subscribe((code) => {
      if (region !== undefined && region !== code) void loadPhoneReader().then(readNumbers);
      region = code;
    });
    void registerWorker(isUpdateReady).then((apply) => {
      applyUpdate = apply;
    });
  });

  const app: App = {
    store,
    contactDatabase,
    isOnline,
    lastSync,
    isStorageOpen,
    isUpdateReady,
    toast: createSignal<Toast | undefined>(undefined),
    today: watchToday(nowMs),
    nowMs,
    timer: startTimer,
    openDraft: async (name) => store.openDraft(name, await tab.id, tab.readLiveIds),
    listLineDrafts: async (personId) => store.listLineDrafts(personId, await tab.id, tab.readLiveIds),
    share: shareText,
    saveFile,
    unwritten: new Map(),
    deviceName: deviceNameOf(navigator.userAgent, navigator.maxTouchPoints),
    requestSync() {
      transport.breakOff(patienceMs);
      requestSync();
    },
    reload: () => location.reload(),
    applyUpdate: () => void applyUpdate(),
    readPhone: async (typed) => readPhoneSoon(typed, region ?? (await readRegion())),
    readRegion,
    listPhoneRegions,
    async askToKeepStorage(when) {
      if (when === 'once' && (await store.readPersistence()) !== undefined) return;
      const isKept = await persistStorage();
      if (isKept !== undefined) await store.rememberPersistence(isKept);
    },
  };
  const keepDrafts = async () => {
    const leftOver = await store.listLeftOver(await tab.id, tab.readLiveIds);
    await keepLeftOver(app, leftOver, location.pathname);
  };
  const keepDraftsQuietly = () => void keepDrafts().catch(() => undefined);
  whenIdle(keepDraftsQuietly);
  watchConnection(isOnline, { transport, events, requestSync });
  watchSight({
    onSeen() {
      transport.breakOff(patienceMs);
      requestSync();
      keepDraftsQuietly();
    },
    onHidden() {
      events.close();
      // The worker goes on with what is unsent, and finds nothing where all is sent.
      void askToBeWoken();
    },
  });
  return app;
}

/** Redraws what says "today" at midnight, and when the app is looked at again on another day. */
function watchToday(nowMs: () => number): Signal<number> {
  const today = createSignal(startOfDay(nowMs()));
  const update = () => today.set(startOfDay(nowMs()));
  const wait = () =>
    setTimeout(
      () => {
        update();
        wait();
      },
      endOfDay(nowMs()) - nowMs() + 1_000,
    );
  wait();
  document.addEventListener('visibilitychange', update);
  return today;
}

async function askToBeWoken(): Promise<void> {
  const registration = await navigator.serviceWorker?.getRegistration();
  if (registration !== undefined) await askForBackgroundSync(registration);
}

function startTimer(run: () => void, ms: number): () => void {
  const timer = setTimeout(run, ms);
  return () => clearTimeout(timer);
}

interface Connection {
  readonly transport: SyncTransport;
  readonly events: ServerEvents;
  readonly requestSync: () => void;
}

function watchConnection(isOnline: Signal<boolean>, { transport, events, requestSync }: Connection): void {
  addEventListener('online', () => {
    isOnline.set(true);
    // Whatever was under way was on the connection before.
    transport.breakOff(0);
    requestSync();
  });
  addEventListener('offline', () => {
    isOnline.set(false);
    events.close();
  });
}

function watchSight({ onSeen, onHidden }: { onSeen: () => void; onHidden: () => void }): void {
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') onSeen();
    else onHidden();
  });
}
