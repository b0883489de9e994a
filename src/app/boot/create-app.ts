import { askForBackgroundSync } from '../../device/background-sync.ts';
import { openDevice } from '../../device/open-device.ts';
import { makeShortId, type StoreContext } from '../../store/context.ts';
import { createStore, type Store } from '../../store/store.ts';
import type { SyncOutcome } from '../../sync/round.ts';
import type { App, Toast } from '../ports/app.ts';
import type { WritingDown } from '../ports/recorder.ts';
import { createSignal, type Signal } from '../ports/signal.ts';
import type { Tab } from '../ports/tab.ts';
import { endOfDay, startOfDay } from '../ui/time-words.ts';
import { deviceNameOf } from './device-name.ts';
import type { Network } from './network.ts';
import { networkWhenWanted } from './network-when-wanted.ts';
import { openStorage } from './open-storage.ts';
import { persistStorage } from './persistence.ts';
import {
  formatPhoneNow,
  guessRegion,
  listPhoneRegions,
  loadPhoneReader,
  readPhoneSoon,
} from './phone-reader.ts';
import { saveFile } from './save-file.ts';
import { askCameraAhead } from './scan/ask-camera.ts';
import { startTimer } from './start-timer.ts';
import { openTab } from './tab.ts';
import { whenIdle } from './when-idle.ts';
import { registerWorker } from './worker.ts';

/** Longer than that without an answer, a request does not hold up somebody who is looking. */
const patienceMs = 5_000;

const loadPorts = () => import('./load-ports.ts');

/** `isHurried`: somebody waits for a way of capture, and everything else. */
export function createApp(isHurried: boolean): App {
  const isOnline = createSignal(navigator.onLine);
  const lastSync = createSignal<SyncOutcome['kind'] | undefined>(undefined);
  const clockAheadMs = createSignal(0);
  const isStorageOpen = createSignal(true);
  const isUpdateReady = createSignal(false);
  const context = openDevice(() => requestSync());
  const { nowMs } = context;
  const store = createStore(context);
  const network = networkWhenWanted({
    context,
    store,
    // To the minute, so that nothing is drawn anew for less.
    onClockAhead: (ms) => clockAheadMs.set(Math.round(ms / 60_000) * 60_000),
    isLookedAt: () => document.visibilityState === 'visible',
    onOutcome({ kind }) {
      lastSync.set(kind);
      if (kind === 'unreachable') void askToBeWoken();
    },
  });
  const { contactDatabase, files, requestSync } = network;
  const tab = openTab(() => makeShortId(context, 10));
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
    void store.loadActions().catch(() => undefined);
    requestSync();
    void loadPhoneReader().then(readNumbers);
    store.watch(readRegion).subscribe((code) => {
      if (region !== undefined && region !== code) void loadPhoneReader().then(readNumbers);
      region = code;
    });
    void registerWorker(isUpdateReady).then((apply) => {
      applyUpdate = apply;
    });
  }, isHurried);

  const app: App = {
    store,
    part: makePartsOnce(context),
    contactDatabase,
    loadSignIn: async () => (await loadPorts()).loadSignIn(),
    loadScanner: async () => (await loadPorts()).loadScanner(),
    loadCards: async () => (await loadPorts()).loadCards(),
    askCamera: askCameraAhead,
    loadSpeech: async () => (await loadPorts()).loadSpeech(),
    loadRecorder: async () => (await loadPorts()).loadRecorder(app, context),
    loadReminders: async () => (await loadPorts()).loadReminders(),
    writingDown: createSignal<WritingDown | undefined>(undefined),
    files,
    loadContactRoutes: async () => (await loadPorts()).loadContactRoutes(app.deviceName),
    isOnline,
    lastSync,
    clockAheadMs,
    isStorageOpen,
    isUpdateReady,
    toast: createSignal<Toast | undefined>(undefined),
    today: watchToday(nowMs),
    nowMs,
    timer: startTimer,
    randomBytes: context.randomBytes,
    openDraft: async (name) => store.openDraft(name, await tab.id, tab.readLiveIds),
    tab,
    share: async (text) => (await loadPorts()).share(text),
    readClipboard: async () => (await loadPorts()).readClipboard(),
    locate: async (quietly) => (await loadPorts()).locate(quietly),
    saveFile,
    unwritten: new Map(),
    unkept: new Map(),
    deviceName: deviceNameOf(navigator.userAgent, navigator.maxTouchPoints),
    requestSync: () => syncNow(network),
    reload: () => location.reload(),
    applyUpdate: () => void applyUpdate(),
    readPhone: async (typed) => readPhoneSoon(typed, region ?? (await readRegion())),
    formatPhone: (typed) => formatPhoneNow(typed, region ?? guessRegion(navigator.languages)),
    readRegion,
    listPhoneRegions,
    askToKeepStorage: (when) => askToKeepStorage(store, when),
  };
  const keepDraftsQuietly = createDraftKeeper(app, tab);
  whenIdle(keepDraftsQuietly, isHurried);
  whenIdle(async () => (await loadPorts()).beginQuietly(app, context), isHurried);
  watchConnection(isOnline, network);
  watchSight({
    onSeen() {
      syncNow(network);
      keepDraftsQuietly();
    },
    onHidden() {
      network.stopListening();
      // The worker goes on with what is unsent, and finds nothing where all is sent.
      void askToBeWoken();
    },
  });
  return app;
}

function syncNow({ breakOff, requestSync }: ReturnType<typeof networkWhenWanted>): void {
  breakOff(patienceMs);
  requestSync();
}

/** Saves what was typed about people and left, where nobody is typing it. */
function createDraftKeeper(app: App, tab: Tab): () => void {
  const keepDrafts = async () => {
    const { keepLeftOver } = await import('./keep-left-over.ts');
    await keepLeftOver(app, await tab.id, tab.readLiveIds, location.pathname);
  };
  return () => void keepDrafts().catch(() => undefined);
}

async function askToKeepStorage(store: Store, when: 'once' | 'now'): Promise<void> {
  if (when === 'once' && (await store.readPersistence()) !== undefined) return;
  const isKept = await persistStorage();
  if (isKept !== undefined) await store.rememberPersistence(isKept);
}

function makePartsOnce(context: StoreContext): App['part'] {
  const parts = new Map<unknown, unknown>();
  return <Part>(create: (context: StoreContext) => Part) => {
    if (!parts.has(create)) parts.set(create, create(context));
    return parts.get(create) as Part;
  };
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

function watchConnection(isOnline: Signal<boolean>, network: Network): void {
  addEventListener('online', () => {
    isOnline.set(true);
    // Whatever was under way was on the connection before.
    network.breakOff(0);
    network.requestSync();
  });
  addEventListener('offline', () => {
    isOnline.set(false);
    network.stopListening();
  });
}

function watchSight({ onSeen, onHidden }: { onSeen: () => void; onHidden: () => void }): void {
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') onSeen();
    else onHidden();
  });
}
