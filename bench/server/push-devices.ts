import { Agent, request } from 'node:http';
import { syncPath, syncResponseSchema } from '../../src/protocol/sync.ts';
import { type DevicePush, packRequest } from './make-batches.ts';
import type { SignedIn } from './sign-devices-in.ts';

export interface PushedByAll {
  readonly seconds: number;
  /** Of each request, from its first byte to the answer's last. */
  readonly requestMs: readonly number[];
}

/** Higher than any number that is given: nothing is pulled, so that pushing alone is measured. */
const cursor = 2 ** 40;

/**
 * All devices push at once, each its next batch as soon as the last one is acknowledged. Their requests are
 * packed before, but for the head, which stays the first one: the database keeps them all.
 */
export async function pushDevices(
  url: string,
  devices: readonly DevicePush[],
  signedIn: readonly SignedIn[],
): Promise<PushedByAll> {
  const agent = new Agent({ keepAlive: true });
  const queues = await Promise.all(
    devices.map(async ({ device, batches }, index) => {
      const owner = signedIn[index];
      if (owner === undefined) throw new Error('A device is not signed in');
      const base = { account: owner.accountId, device };
      const first = await send(
        url,
        agent,
        owner.cookie,
        packRequest({ ...base, head: null, cursor: 0, edits: [] }),
      );
      const bodies = batches.map((edits) => packRequest({ ...base, head: first.head, cursor, edits }));
      return { owner, bodies, batches };
    }),
  );
  const requestMs: number[] = [];
  const start = performance.now();
  await Promise.all(
    queues.map(async ({ owner, bodies, batches }) => {
      for (const [index, body] of bodies.entries()) {
        const { acknowledged, ms } = await send(url, agent, owner.cookie, body);
        if (acknowledged !== batches[index]?.length) throw new Error('A batch was not acknowledged whole');
        requestMs.push(ms);
      }
    }),
  );
  const seconds = (performance.now() - start) / 1_000;
  agent.destroy();
  return { seconds, requestMs };
}

function send(url: string, agent: Agent, cookie: string, body: Buffer) {
  const headers = {
    cookie,
    'content-type': 'application/json',
    'content-encoding': 'gzip',
    'content-length': body.length,
    'accept-encoding': 'identity',
  };
  const start = performance.now();
  return new Promise<{ ms: number; acknowledged: number; head: string }>((resolve, reject) => {
    const sent = request(new URL(syncPath, url), { method: 'POST', agent, headers }, async (response) => {
      const parts: Buffer[] = [];
      for await (const part of response) parts.push(part);
      const ms = performance.now() - start;
      const text = Buffer.concat(parts).toString();
      if (response.statusCode !== 200) return reject(new Error(`Status ${response.statusCode}: ${text}`));
      const { acknowledged, head } = syncResponseSchema.parse(JSON.parse(text));
      resolve({ ms, acknowledged: acknowledged.length, head });
    });
    sent.on('error', reject).end(body);
  });
}
