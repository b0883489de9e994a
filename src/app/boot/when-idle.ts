/** Later still where the app opens with a camera: that comes first. */
const cameraMs = 1_000;

/** Runs it when the browser has nothing better to do, and in any case within two seconds. */
export function whenIdle(run: () => void, isCameraFirst = false): void {
  if (isCameraFirst) setTimeout(whenIdle, cameraMs, run);
  else if ('requestIdleCallback' in window) requestIdleCallback(run, { timeout: 2_000 });
  else setTimeout(run, 300);
}
