import type { StoreContext } from '../store/context.ts';
import { JustmetDatabase } from '../store/database.ts';

/** The device's own database with this browser's clock and randomness, for a page or the worker. */
export function openDevice(onSaved: () => void): StoreContext {
  return {
    db: new JustmetDatabase(),
    nowMs: () => Date.now(),
    randomBytes: (length) => crypto.getRandomValues(new Uint8Array(length)),
    onSaved,
  };
}
