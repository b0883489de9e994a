import { endedEvent } from '../../protocol/devices.ts';
import { changeEvent, changeSchema, eventsPath } from '../../protocol/events.ts';

export interface ServerEvents {
  /** Listens from now on, where it does not already. */
  open(): void;
  close(): void;
}

/**
 * Calls back when another device wrote (sync.md S-22), and each time that listening begins: what was said
 * before was not heard. `ownDevice`: whose writes are no news here.
 */
export function createServerEvents(
  ownDevice: () => Promise<string | undefined>,
  onChange: () => void,
): ServerEvents {
  let source: EventSource | undefined;
  const take = async (text: unknown) => {
    const change = changeSchema.safeParse(parseJson(text));
    if (change.success && change.data.device !== (await ownDevice())) onChange();
  };
  return {
    open() {
      // The browser itself tries again after a break, but not after an answer that is no stream.
      if (source !== undefined && source.readyState !== EventSource.CLOSED) return;
      const mine = new EventSource(eventsPath);
      mine.addEventListener('open', () => onChange());
      mine.addEventListener(changeEvent, (event) => void take(event.data).catch(onChange));
      // Asking says that the session has ended, and the page says so.
      mine.addEventListener(endedEvent, () => {
        mine.close();
        onChange();
      });
      source = mine;
    },
    close() {
      source?.close();
      source = undefined;
    },
  };
}

function parseJson(text: unknown): unknown {
  try {
    return typeof text === 'string' ? JSON.parse(text) : undefined;
  } catch {
    return undefined;
  }
}
