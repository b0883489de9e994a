import { act, cleanup, render } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import type { ReactNode } from 'react';
import { onTestFinished } from 'vitest';
import type { App, Toast } from '../../../src/app/ports/app.ts';
import { createSignal } from '../../../src/app/ports/signal.ts';
import { startOfDay } from '../../../src/app/ui/time-words.ts';
import { AppContext } from '../../../src/app/ui/use-app.ts';
import { StatusProvider } from '../../../src/app/ui/use-status.ts';
import { formatPhoneAsTyped, phoneRegions, readPhone } from '../../../src/exchange/phone.ts';
import type { HttpResult } from '../../../src/protocol/http-result.ts';
import type { StoreContext } from '../../../src/store/context.ts';
import type { SyncOutcome } from '../../../src/sync/round.ts';
import { type OpenStore, openStore } from '../store/open-store.ts';

export interface FakeApp extends App {
  readonly open: OpenStore;
  /** How often the browser was asked to keep the storage. */
  readonly storageAsks: () => number;
  /** What was handed over. */
  readonly shared: readonly string[];
}

const nobodyThere = async (): Promise<HttpResult<never>> => ({ kind: 'unreachable' });

/** The app over a store of its own, without a network. `parts` take the place of its own. */
export function fakeApp(parts: Partial<App> = {}): FakeApp {
  const open = openStore();
  onTestFinished(cleanup);
  let storageAsks = 0;
  const shared: string[] = [];
  return {
    open,
    store: open.store,
    part: makePartsOnce(open.context),
    contactDatabase: {
      readHealth: nobodyThere,
      claim: nobodyThere,
      signIn: nobodyThere,
      ask: nobodyThere,
      signOut: nobodyThere,
    },
    loadSignIn: () => new Promise(() => undefined),
    askCamera: () => undefined,
    loadScanner: () => new Promise(() => undefined),
    loadCards: () => new Promise(() => undefined),
    loadSpeech: () => new Promise(() => undefined),
    loadRecorder: () => new Promise(() => undefined),
    loadReminders: () => new Promise(() => undefined),
    writingDown: createSignal(undefined),
    files: {
      add: async () => 'added',
      load: async () => 'unreachable',
      makeRoom: async () => ({ freedBytes: 0, lost: 0, isAsked: false }),
      keepWithinQuota: async () => undefined,
    },
    loadContactRoutes: async () => ({
      order: ['file', 'share'],
      maxMailLength: 2_000,
      canShare: () => true,
      share: async () => true,
    }),
    isOnline: createSignal(true),
    lastSync: createSignal<SyncOutcome['kind'] | undefined>(undefined),
    clockAheadMs: createSignal(0),
    isStorageOpen: createSignal(true),
    isUpdateReady: createSignal(false),
    toast: createSignal<Toast | undefined>(undefined),
    today: createSignal(startOfDay(open.clock.nowMs)),
    nowMs: () => open.clock.nowMs,
    randomBytes: (length) => new Uint8Array(length),
    timer(run, ms) {
      const timer = setTimeout(run, ms);
      return () => clearTimeout(timer);
    },
    openDraft: async (name) => open.store.openDraft(name, 'tab1', async () => new Set(['tab1'])),
    tab: { id: Promise.resolve('tab1'), readLiveIds: async () => new Set(['tab1']) },
    share: async (text) => {
      shared.push(text);
      return true;
    },
    readClipboard: async () => undefined,
    locate: async () => 'unknown',
    saveFile: () => undefined,
    unwritten: new Map(),
    unkept: new Map(),
    shared,
    deviceName: 'iPhone',
    requestSync: () => undefined,
    reload: () => undefined,
    applyUpdate: () => undefined,
    readPhone: async (typed) => readPhone(typed, 'US'),
    formatPhone: (typed) => formatPhoneAsTyped(typed, 'US'),
    readRegion: async () => 'US',
    listPhoneRegions: async () => phoneRegions(),
    async askToKeepStorage() {
      storageAsks += 1;
    },
    storageAsks: () => storageAsks,
    ...parts,
  };
}

function makePartsOnce(context: StoreContext): App['part'] {
  const parts = new Map<unknown, unknown>();
  return <Part,>(create: (context: StoreContext) => Part) => {
    if (!parts.has(create)) parts.set(create, create(context));
    return parts.get(create) as Part;
  };
}

/** Shows a part of the app, and answers the hands that use it. */
export function show(app: App, part: ReactNode) {
  const user = userEvent.setup();
  const { container, unmount } = render(
    <AppContext.Provider value={app}>
      <StatusProvider>{part}</StatusProvider>
    </AppContext.Provider>,
  );
  return { user, container, unmount };
}

/** Long enough for everything that the app still has in hand to reach the device's database. */
export const quiet = () => act(() => new Promise<void>((resolve) => setTimeout(resolve, 40)));

/** The app over a store whose `action` waits for the test, each time that it is called. */
export function slowApp(app: FakeApp, action: 'savePerson' | 'addNote' | 'writeDraft' | 'readDraft') {
  const waiting: (() => void)[] = [];
  const works = app.store[action] as (...given: unknown[]) => Promise<unknown>;
  const wait = (...given: unknown[]) =>
    new Promise<unknown>((resolve, reject) => {
      waiting.push(() => void works(...given).then(resolve, reject));
    });
  const store = { ...app.store, [action]: wait };
  /** Lets all go on that wait, until nothing waits any more. */
  const goOn = async () => {
    await quiet();
    while (waiting.length > 0) {
      waiting.shift()?.();
      await quiet();
    }
  };
  return { app: { ...app, store }, goOn, count: () => waiting.length };
}

/** A promise that waits for the test. */
export function gate<T = void>() {
  let open: (value: T) => void = () => undefined;
  const opened = new Promise<T>((resolve) => {
    open = resolve;
  });
  return { opened, open };
}
