import type { Signal } from '../ports/signal.ts';

/**
 * Registers the service worker and says when a newer version of the app waits.
 * Nothing reloads by itself: `applyUpdate` does, in the tab where somebody asked for it.
 */
export async function registerWorker(isUpdateReady: Signal<boolean>): Promise<() => Promise<void>> {
  const reload = async () => location.reload();
  if (!('serviceWorker' in navigator) || !import.meta.env.PROD) return reload;
  const { Workbox } = await import('workbox-window');
  const workbox = new Workbox('/service-worker.js');
  const hadWorker = navigator.serviceWorker.controller !== null;
  let isAsked = false;
  let isWaiting = false;
  workbox.addEventListener('waiting', () => {
    isWaiting = true;
    isUpdateReady.set(true);
  });
  workbox.addEventListener('controlling', () => {
    isWaiting = false;
    if (isAsked) location.reload();
    else if (hadWorker) isUpdateReady.set(true);
  });
  addEventListener('vite:preloadError', () => isUpdateReady.set(true));
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') void workbox.update().catch(() => undefined);
  });
  void workbox.register({ immediate: true }).catch(() => undefined);
  return async () => {
    isAsked = true;
    if (isWaiting) workbox.messageSkipWaiting();
    else await reload();
  };
}
