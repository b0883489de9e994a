import { webLock } from '../device/lock.ts';
import { openDevice } from '../device/open-device.ts';
import { createTransport } from '../device/transport.ts';
import { createFileStore } from '../store/file-store.ts';
import { createSyncStore } from '../store/sync-store.ts';
import { isToRetry } from '../sync/round.ts';
import { syncAll } from '../sync/sync-all.ts';

/**
 * Sends what waits, with or without a page (sync.md S-17). Rejects when it could not, so that the browser
 * comes again. Where a page is sending, this waits for its lock and then finds nothing left.
 */
export async function syncInBackground(): Promise<void> {
  const context = openDevice(() => undefined);
  const store = createSyncStore(context);
  const files = createFileStore(context);
  const transport = createTransport(context.nowMs);
  try {
    const outcome = await webLock()(async () => {
      const waiting = await store.readBatch({ edits: 1, bytes: 1 });
      const isNothingLeft = waiting.length === 0 && (await files.nextUpload()) === undefined;
      return isNothingLeft ? undefined : syncAll({ store, transport, files, fileTransport: transport });
    });
    if (outcome !== undefined && isToRetry(outcome)) throw new Error('Not sent yet');
  } finally {
    context.db.close();
  }
}
