import { eventsPath } from '../../../src/protocol/events.ts';
import type { Origin } from './http-device.ts';

/** What a device that listens has been told; it listens when this resolves. */
export async function hearChanges(origin: Origin, cookie: string) {
  const abort = new AbortController();
  const answer = await fetch(`${origin.url}${eventsPath}`, { headers: { cookie }, signal: abort.signal });
  if (!answer.ok) throw new Error(`Listening answered ${answer.status}`);
  const heard = { text: '', stop: () => abort.abort() };
  const read = async () => {
    const decoder = new TextDecoder();
    for await (const bytes of answer.body ?? []) heard.text += decoder.decode(bytes, { stream: true });
  };
  void read().catch(() => undefined);
  return heard;
}
