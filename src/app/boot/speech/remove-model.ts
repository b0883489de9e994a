import { speechPartsCache } from '../../../device/speech-parts.ts';
import { speechModelCache } from './piece-store.ts';

/** Frees all that writing down takes on this device. Never rejects. */
export async function removeModel(): Promise<void> {
  if (!('caches' in globalThis)) return;
  await Promise.all(
    [speechModelCache, speechPartsCache].map((name) => caches.delete(name).catch(() => false)),
  );
}
