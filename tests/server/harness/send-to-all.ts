import { setTimeout as pause } from 'node:timers/promises';
import { usualTimes } from '../../../src/server/reminders/reminders.ts';
import { putAgents } from './agents.ts';
import { openTestReminders } from './open-test-reminders.ts';
import { accept, answer, hang, type PushEndpoint, startPushEndpoint, subscribe } from './push-endpoint.ts';

export interface SentToAll {
  /** How long after its time each arrived, of those whose endpoint takes it; in milliseconds, sorted. */
  readonly delaysMs: readonly number[];
  /** Of the agents whose endpoint is well, how many were told, and how many twice. */
  readonly told: number;
  readonly twice: number;
  /** The same of those whose endpoint hangs, fails or is gone. */
  readonly others: number;
  readonly othersTwice: number;
  readonly failures: readonly unknown[];
}

interface Options {
  readonly agents: number;
  /** Of each agent: with their touches a few rows more than that. */
  readonly peopleEach: number;
  readonly databaseUrl?: string;
  readonly limitMs: number;
}

/**
 * Agents who all want to be reminded at the same minute. Of each ten, six are at one host and two at another; one
 * hangs, at the first host or at one of its own; and of the last some fail, some are gone.
 */
export async function sendToAll({ agents, peopleEach, databaseUrl, limitMs }: Options): Promise<SentToAll> {
  const endpoints: PushEndpoint[] = [];
  for (let n = 0; n < 4; n += 1) endpoints.push(await startPushEndpoint());
  const [first, second, silent, failing] = endpoints.map(({ origin }) => origin);
  for (const endpoint of endpoints) {
    endpoint.behave('/well', accept);
    endpoint.behave('/hangs', hang);
    endpoint.behave('/fails', answer(503, { 'retry-after': '1' }));
    endpoint.behave('/gone', answer(410));
  }
  const addressOf = (n: number): string => {
    const place = n % 10;
    if (place < 6) return `${first}/well/${n}`;
    if (place < 8) return `${second}/well/${n}`;
    if (place === 8) return `${n % 20 === 8 ? first : silent}/hangs/${n}`;
    return `${failing}/${n % 20 === 9 ? 'fails' : 'gone'}/${n}`;
  };
  const world = await openTestReminders({
    also: endpoints.map(({ origin }) => origin),
    at: '2026-11-27T00:00:00.000Z',
    times: usualTimes,
    ...(databaseUrl !== undefined && { databaseUrl }),
  });
  try {
    const atOnce = 500;
    for (let start = 0; start < agents; start += atOnce) {
      await putAgents(
        world.db,
        Array.from({ length: Math.min(atOnce, agents - start) }, (_, place) => {
          const n = start + place;
          const known = { unreviewed: 3, due: 2, others: peopleEach - 5, touchesEach: 2 };
          const kind = n % 2 === 0 ? { evening: '20:00' } : { morning: '20:00' };
          return { n, ...kind, ...known, endpoints: [subscribe(addressOf(n)).subscription] };
        }),
      );
    }
    await world.plan();
    const reminders = world.begin();
    world.setClock('2026-11-27T01:00:00.000Z');
    const dueMs = Date.now();
    const received = () => endpoints.flatMap((endpoint) => endpoint.received);
    const tally = () => {
      const well = new Map<string, number>();
      const others = new Map<string, number>();
      for (const { path } of received()) {
        const counts = path.startsWith('/well') ? well : others;
        counts.set(path, (counts.get(path) ?? 0) + 1);
      }
      return { well, others };
    };
    const wellAgents = Array.from({ length: agents }, (_, n) => n).filter((n) => n % 10 < 8).length;
    while (tally().well.size < wellAgents && Date.now() - dueMs < limitMs) await pause(100);
    // A second one would come soon after.
    await pause(1_500);
    const { well, others } = tally();
    const firsts = new Map<string, number>();
    for (const { path, atMs } of received()) {
      if (path.startsWith('/well') && !firsts.has(path)) firsts.set(path, atMs - dueMs);
    }
    await reminders.close();
    return {
      delaysMs: [...firsts.values()].sort((a, b) => a - b),
      told: well.size,
      twice: [...well.values()].filter((count) => count > 1).length,
      others: others.size,
      othersTwice: [...others].filter(([path, count]) => count > 1 && !path.startsWith('/fails')).length,
      failures: world.logged,
    };
  } finally {
    await world.close();
    await Promise.all(endpoints.map((endpoint) => endpoint.stop()));
  }
}
