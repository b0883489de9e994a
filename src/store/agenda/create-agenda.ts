import type { StoreContext } from '../context.ts';
import { refreshAgenda } from './refresh-agenda.ts';

/** One round at a time: what is marked during it is for the next. */
export function createAgenda(context: StoreContext) {
  let running: Promise<void> | undefined;
  return {
    /** Works the agenda out for whoever was marked; see `refreshAgenda`. Rejects where the disk does. */
    refresh(deviceZone: string): Promise<void> {
      running ??= refreshAgenda(context, deviceZone).finally(() => {
        running = undefined;
      });
      return running;
    },
  };
}
