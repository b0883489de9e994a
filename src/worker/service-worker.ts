/// <reference lib="webworker" />
import { clientsClaim } from 'workbox-core';
import { cleanupOutdatedCaches, createHandlerBoundToURL, precacheAndRoute } from 'workbox-precaching';
import { NavigationRoute, registerRoute } from 'workbox-routing';
import { backgroundSyncTag } from '../device/background-sync.ts';
import { syncInBackground } from './background-sync.ts';

declare const self: ServiceWorkerGlobalScope & {
  readonly __WB_MANIFEST: { readonly url: string; readonly revision: string | null }[];
};

precacheAndRoute(self.__WB_MANIFEST);
cleanupOutdatedCaches();
clientsClaim();

// The app's own rooms are the one precached page. Everything else is the server's to answer.
const rooms = [/^\/$/, /^\/(saved|today|people|settings|connect|claim)(\/|\?|$)/];
registerRoute(new NavigationRoute(createHandlerBoundToURL('/index.html'), { allowlist: rooms }));

// Background Sync (WICG): no standard type library has its event yet.
self.addEventListener('sync', (event) => {
  if (isSyncEvent(event) && event.tag === backgroundSyncTag) event.waitUntil(syncInBackground());
});

function isSyncEvent(event: Event): event is ExtendableEvent & { readonly tag: string } {
  return 'tag' in event && 'waitUntil' in event;
}

// A new version waits until a person asks for it.
self.addEventListener('message', (event: ExtendableMessageEvent) => {
  if (isSkipWaiting(event.data)) void self.skipWaiting();
});

function isSkipWaiting(message: unknown): boolean {
  return (
    typeof message === 'object' && message !== null && 'type' in message && message.type === 'SKIP_WAITING'
  );
}
