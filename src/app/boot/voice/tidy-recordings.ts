import type { StoreContext } from '../../../store/context.ts';
import type { App } from '../../ports/app.ts';
import { speechModelCache } from '../speech/piece-store.ts';

/**
 * At the start: what was being recorded when the browser was killed becomes a voice note, and what has been read may
 * go; what waits is written down. Never rejects: what fails is tried at the next start.
 */
export async function tidyRecordings(app: App, { db }: StoreContext): Promise<void> {
  try {
    const [left, keeping] = [await db.recording.count(), await db.meta.get('recordings')];
    // Whoever has no model on the device pays for none of it.
    const mayWrite = 'caches' in globalThis && (await caches.has(speechModelCache));
    if (left === 0 && keeping === undefined && !mayWrite) return;
    const recorder = await app.loadRecorder();
    const kept = await recorder.keepLeftOver();
    if (kept.length > 0) {
      app.toast.set({ words: 'A recording was cut off. What was said until then is saved as a voice note.' });
      app.requestSync();
    }
    await recorder.sweep();
    await recorder.writeDown();
  } catch {
    // The disk is full, or the code did not arrive: nothing is lost by waiting.
  }
}
