/// <reference lib="webworker" />
import { clientsClaim } from 'workbox-core';
import { cleanupOutdatedCaches, createHandlerBoundToURL, precacheAndRoute } from 'workbox-precaching';
import { NavigationRoute, registerRoute } from 'workbox-routing';
import { backgroundSyncTag } from '../device/background-sync.ts';
import { cardPartsCache, cardPartsFolder } from '../device/card-parts.ts';
import { readContactFilePath } from '../device/contact-file-path.ts';
import { subscribeToPush } from '../device/push.ts';
import { speechPartsCache, speechPartsFolder, speechWorkerFolder } from '../device/speech-parts.ts';
import { syncInBackground } from './background-sync.ts';
import { answerContactFile } from './contact-file.ts';
import { keepShared } from './keep-shared.ts';
import { openReminder, showReminder } from './show-reminder.ts';

declare const self: ServiceWorkerGlobalScope & {
  readonly __WB_MANIFEST: { readonly url: string; readonly revision: string | null }[];
};

precacheAndRoute(self.__WB_MANIFEST);
cleanupOutdatedCaches();
clientsClaim();

// The app's own rooms are the one precached page. Everything else is the server's to answer.
const rooms = [/^\/(\?|$)/, /^\/(saved|today|review|people|card|settings|connect|claim|join-phone)(\/|\?|$)/];
registerRoute(new NavigationRoute(createHandlerBoundToURL('/index.html'), { allowlist: rooms }));

// Somebody's card for the phone's own address book: this device has it, and no server is asked.
registerRoute(
  ({ sameOrigin, url }) => sameOrigin && readContactFilePath(url.pathname) !== undefined,
  ({ url }) => answerContactFile(readContactFilePath(url.pathname) ?? ''),
);

// What another app shares is on the device before the app opens; with no signal as well (vite.config.ts, share_target).
registerRoute(
  '/share',
  async ({ request }) => {
    const isKept = await request
      .formData()
      .then(keepShared)
      .then(
        () => true,
        () => false,
      );
    return Response.redirect(isKept ? '/' : '/?share=lost', 303);
  },
  'POST',
);

// Engines are kept apart from the app's own files, once they were wanted: the page fetches them into these caches.
const engines = [
  { folder: cardPartsFolder, cacheName: cardPartsCache },
  { folder: speechPartsFolder, cacheName: speechPartsCache },
  { folder: speechWorkerFolder, cacheName: speechPartsCache },
];
for (const { folder, cacheName } of engines) {
  registerRoute(
    ({ url, sameOrigin }) => sameOrigin && url.pathname.startsWith(folder),
    async ({ request, url }) => (await caches.match(url.pathname, { cacheName })) ?? fetch(request),
  );
}

/** Static routing (Service Workers, 3.4): no standard type library has it yet. */
interface RoutingEvent extends ExtendableEvent {
  addRoutes(rule: { condition: { urlPattern: { pathname: string } }; source: 'network' }): Promise<void>;
}

// What is asked of the contact database need not wait until this worker has started, to be passed on.
self.addEventListener('install', (event) => {
  if (!isRoutingEvent(event)) return;
  const rule = { condition: { urlPattern: { pathname: '/api/*' } }, source: 'network' } as const;
  // A browser that will not take it asks this worker, as all others do.
  event.waitUntil(event.addRoutes(rule).catch(() => undefined));
});

function isRoutingEvent(event: ExtendableEvent): event is RoutingEvent {
  return 'addRoutes' in event;
}

// Background Sync (WICG): no standard type library has its event yet.
self.addEventListener('sync', (event) => {
  if (isSyncEvent(event) && event.tag === backgroundSyncTag) event.waitUntil(syncInBackground());
});

function isSyncEvent(event: Event): event is ExtendableEvent & { readonly tag: string } {
  return 'tag' in event && 'waitUntil' in event;
}

// Reminders (docs/reminders.md). What a browser's push service has taken back is asked for anew.
self.addEventListener('push', (event) => event.waitUntil(showReminder(event.data)));
self.addEventListener('notificationclick', (event) => event.waitUntil(openReminder(event.notification)));
self.addEventListener('pushsubscriptionchange', (event) => {
  if ('waitUntil' in event) event.waitUntil(subscribeToPush(self.registration).catch(() => false));
});

// A new version waits until a person asks for it.
self.addEventListener('message', (event: ExtendableMessageEvent) => {
  if (isSkipWaiting(event.data)) void self.skipWaiting();
});

function isSkipWaiting(message: unknown): boolean {
  return (
    typeof message === 'object' && message !== null && 'type' in message && message.type === 'SKIP_WAITING'
  );
}
