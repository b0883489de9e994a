import type { App } from '../ports/app.ts';
import type { KeptQuery } from './kept-query.ts';

/**
 * Asks what a room will show before it is opened, so that its first frame has it. Resolves with the answer that is
 * known then; undefined where the device's database does not answer, which the room will say.
 */
export function askAhead<Args extends readonly (string | number | boolean)[], T>(
  app: App,
  query: KeptQuery<Args, T>,
  ...args: Args
): Promise<T | undefined> {
  const { read, subscribe } = query.of(app, args);
  return new Promise((resolve) => {
    const look = () => {
      const answer = read();
      if (answer === undefined) return false;
      resolve('value' in answer ? answer.value : undefined);
      return true;
    };
    if (look()) return;
    const stop = subscribe(() => {
      if (look()) stop();
    });
  });
}
