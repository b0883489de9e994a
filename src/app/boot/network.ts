import { webLock } from '../../device/lock.ts';
import { createTransport } from '../../device/transport.ts';
import type { StoreContext } from '../../store/context.ts';
import { createFileStore } from '../../store/file-store.ts';
import type { Store } from '../../store/store.ts';
import { createSyncStore } from '../../store/sync-store.ts';
import { createSyncEngine } from '../../sync/engine.ts';
import type { SyncOutcome } from '../../sync/round.ts';
import type { ContactDatabase } from '../ports/contact-database.ts';
import type { AppFiles } from '../ports/files.ts';
import { contactDatabase } from './contact-database.ts';
import { createFiles } from './files.ts';
import { createEndingNote } from './note-ending.ts';
import { createServerEvents } from './server-events.ts';
import { startTimer } from './start-timer.ts';

export interface NetworkParts {
  readonly context: StoreContext;
  readonly store: Store;
  readonly onOutcome: (outcome: SyncOutcome) => void;
  /** Milliseconds that this device's clock is ahead of the contact database's. */
  readonly onClockAhead: (ms: number) => void;
  readonly isLookedAt: () => boolean;
}

/** All that goes over the network, on this page's database, lock and clock. */
export interface Network {
  readonly contactDatabase: ContactDatabase;
  readonly files: AppFiles;
  readonly requestSync: () => void;
  /** Breaks off a request that has waited longer than `ms`. */
  readonly breakOff: (ms: number) => void;
  /** Listens to other devices' writes no longer. */
  readonly stopListening: () => void;
}

export function createNetwork({
  context,
  store,
  onOutcome,
  onClockAhead,
  isLookedAt,
}: NetworkParts): Network {
  const { nowMs } = context;
  const transport = createTransport(nowMs, (serverMs) => {
    if (!Number.isNaN(serverMs)) onClockAhead(nowMs() - serverMs);
  });
  const syncStore = createSyncStore(context);
  const requestSync = () => void engine.request();
  const files = createFiles({ context, store, transport, requestSync });
  const noteEnding = createEndingNote(store, contactDatabase);
  const events = createServerEvents(async () => (await syncStore.readPosition())?.device, requestSync);
  const engine = createSyncEngine({
    store: syncStore,
    transport,
    files: createFileStore(context),
    fileTransport: transport,
    lock: webLock(),
    timer: startTimer,
    nowMs,
    random: Math.random,
    onError: (error) => reportError(error),
    onOutcome(outcome) {
      const { kind } = outcome;
      if (kind === 'done' && isLookedAt()) events.open();
      if (kind === 'done') void files.keepWithinQuota();
      if (kind === 'signed-out' || kind === 'not-connected') events.close();
      void noteEnding(kind).catch(() => undefined);
      onOutcome(outcome);
    },
  });
  return {
    contactDatabase,
    files,
    requestSync,
    breakOff: (ms) => transport.breakOff(ms),
    stopListening: () => events.close(),
  };
}
