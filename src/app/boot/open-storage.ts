import type { Signal } from '../ports/signal.ts';

/** An upgrade that another tab holds up takes for ever; opening takes milliseconds. */
const patienceMs = 5_000;
const tryAgainMs = 3_000;

/** Opens the device's database, says so where it does not open, and goes on trying. */
export async function openStorage(open: () => Promise<unknown>, isOpen: Signal<boolean>): Promise<void> {
  for (;;) {
    const late = setTimeout(() => isOpen.set(false), patienceMs);
    try {
      await open();
      return isOpen.set(true);
    } catch {
      isOpen.set(false);
    } finally {
      clearTimeout(late);
    }
    await new Promise((resolve) => setTimeout(resolve, tryAgainMs));
  }
}
