/** The one registration: it stands for whatever waits in the outbox when it comes. */
export const backgroundSyncTag = 'justmet-sync';

/** Background Sync (WICG): no standard type library has it yet. */
interface SyncManager {
  register(tag: string): Promise<void>;
}

/** Asks the browser to wake the worker when there is a connection, with the app closed. Nothing where it cannot. */
export async function askForBackgroundSync(registration: ServiceWorkerRegistration): Promise<void> {
  if (!('sync' in registration)) return;
  await (registration.sync as SyncManager).register(backgroundSyncTag).catch(() => undefined);
}
