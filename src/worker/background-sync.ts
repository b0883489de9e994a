import { webLock } from '../device/lock.ts';
import { openDevice } from '../device/open-device.ts';
import { createTransport } from '../device/transport.ts';
import { createSyncStore } from '../store/sync-store.ts';
import { runSync } from '../sync/round.ts';

/**
 * Sends what waits, with or without a page (sync.md S-17). Rejects when it could not, so that the browser
 * comes again. Where a page is sending, this waits for its lock and then finds nothing left.
 */
export async function syncInBackground(): Promise<void> {
  const context = openDevice(() => undefined);
  const store = createSyncStore(context);
  try {
    const outcome = await webLock()(async () => {
      const waiting = await store.readBatch({ edits: 1, bytes: 1 });
      return waiting.length === 0 ? undefined : runSync(store, createTransport(context.nowMs));
    });
    if (outcome?.kind === 'unreachable' || outcome?.kind === 'failed') throw new Error('Not sent yet');
  } finally {
    context.db.close();
  }
}
