import type { StoreContext } from '../context.ts';
import { refreshAgenda } from './refresh-agenda.ts';

/** One round at a time: what is marked during it is for the next, and whoever asks during it is given that one, too. */
export function createAgenda(context: StoreContext) {
  let running: Promise<void> | undefined;
  let isAsked = false;
  const run = async (deviceZone: string) => {
    try {
      while (isAsked) {
        isAsked = false;
        await refreshAgenda(context, deviceZone);
      }
    } finally {
      running = undefined;
    }
  };
  return {
    /** Works the agenda out for whoever was marked; see `refreshAgenda`. Rejects where the disk does. */
    refresh(deviceZone: string): Promise<void> {
      isAsked = true;
      running ??= run(deviceZone);
      return running;
    },
  };
}
