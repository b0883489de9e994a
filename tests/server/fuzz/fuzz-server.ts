import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import type { RouteOptions } from 'fastify';
import * as z from 'zod/mini';
import { cardPath } from '../../../src/protocol/card-page.ts';
import { problemMediaType, problemSchema } from '../../../src/protocol/problem.ts';
import { sessionPath } from '../../../src/protocol/session.ts';
import { cardPolicy } from '../../../src/server/cards/card-style.ts';
import { makeAppFolder } from '../harness/built-server.ts';
import { claimOver, signInOver, syncOver } from '../harness/http-device.ts';
import { cardEdit } from '../harness/public-card.ts';
import { type RunningServer, runServer } from '../harness/run-server.ts';
import { type BadRequest, badRequestTo, fuzzedCard } from './bad-request.ts';
import { type Answer, sendBytes } from './send-bytes.ts';

export interface FuzzOutcome {
  /** How many requests went to each route. */
  readonly countsByRoute: ReadonlyMap<string, number>;
  /** How many answers had each status; `closed` for none. */
  readonly countsByStatus: ReadonlyMap<string, number>;
  /** Bytes that the server holds after the first third, and at the end, after a collection. */
  readonly early: Memory;
  readonly late: Memory;
}

const memorySchema = z.object({ rss: z.number(), heapUsed: z.number(), external: z.number() });
type Memory = z.infer<typeof memorySchema>;

interface FuzzOptions {
  readonly routes: readonly RouteOptions[];
  readonly requests: number;
  readonly seed: number;
  readonly tell: (line: string) => void;
}

/**
 * Sends bad requests to a server of its own, which must have been compiled. Rejects with the smallest request
 * that gets a 500, an answer that is no problem document, or no answer. With a public address the server
 * believes the proxy's word for where each request comes from, so that no limit by address hides the rest.
 */
export async function fuzzServer({ routes, requests, seed, tell }: FuzzOptions): Promise<FuzzOutcome> {
  const folder = await mkdtemp(join(tmpdir(), 'justmet-fuzz-'));
  const folders = { dataFolder: join(folder, 'data'), appFolder: await makeAppFolder(folder) };
  const server = await runServer(folders, {
    nodeArgs: ['--expose-gc', '--import', `data:text/javascript,${answerWithMemory}`],
    env: { JUSTMET_URL: 'https://people.example' },
  });
  try {
    const attack = await prepareAttack(server, routes);
    const third = Math.ceil(requests / 3);
    await attack.run(third, seed);
    const early = await readMemory(server);
    for (let done = third; done < requests; ) {
      const some = Math.min(5_000, requests - done);
      await attack.run(some, seed + done);
      done += some;
      tell(`${done} of ${requests}`);
    }
    const { countsByRoute, countsByStatus } = attack;
    return { countsByRoute, countsByStatus, early, late: await readMemory(server) };
  } finally {
    await server.end('SIGKILL');
    await rm(folder, { recursive: true, force: true });
  }
}

async function prepareAttack(server: RunningServer, routes: readonly RouteOptions[]) {
  let cookie = await claimOver(server, server.claimToken);
  await syncOver(server, cookie, [cardEdit(1, 1, { name: 'Ann', token: fuzzedCard })]);
  // What ends its own session has one apart, so that the others stay signed in.
  const parting = await signInOver(server);
  const countsByRoute = new Map<string, number>();
  const countsByStatus = new Map<string, number>();
  const arbitrary = fc.oneof(
    ...routes.flatMap((route) => [route.method].flat().map((method) => badRequestTo(route, method))),
  );
  const attackOnce = async (request: BadRequest) => {
    const own = request.route === `DELETE ${sessionPath}` ? parting : cookie;
    const head = request.head.replaceAll('{cookie}', own);
    const answer = await sendBytes(server.url, { ...request, head });
    count(countsByRoute, request.route);
    count(countsByStatus, answer.kind === 'closed' ? 'closed' : String(answer.status));
    refuseBadAnswer(request, answer);
  };
  return {
    countsByRoute,
    countsByStatus,
    async run(requests: number, seed: number): Promise<void> {
      await fc.assert(fc.asyncProperty(arbitrary, attackOnce), { numRuns: requests, seed });
      // A request may have signed us out.
      const answer = await fetch(server.url + sessionPath, { headers: { cookie } });
      if (answer.status === 401) cookie = await signInOver(server);
    },
  };
}

function refuseBadAnswer({ route }: BadRequest, answer: Answer): void {
  if (answer.kind === 'closed') return;
  const { status, head, body } = answer;
  if (status >= 500) throw new Error(`${route} answered ${status}: ${body}`);
  if (status < 400 || route.startsWith('HEAD')) return;
  if (answersWithPages(route) && isPageForPeople(head)) return;
  if (!head.toLowerCase().includes(`content-type: ${problemMediaType}`)) {
    throw new Error(`${route} answered ${status} without a problem document: ${head}`);
  }
  const isPlain = !/\r\n(transfer-encoding|content-encoding):/i.test(head);
  if (isPlain) problemSchema.parse(JSON.parse(Buffer.from(body, 'latin1').toString()));
}

/** Their callers are people with a browser. What does not get as far as the route is answered as everywhere. */
const answersWithPages = (route: string) => route.includes(` ${cardPath}`);
const isPageForPeople = (head: string) => /content-type: text\/html/i.test(head) && head.includes(cardPolicy);

function count(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

/** What the server's process runs before the server: asked by a message, it collects and says what it holds. */
const answerWithMemory =
  "process.on('message', () => { gc(); gc(); process.send(process.memoryUsage()); }); process.channel.unref();";

function readMemory({ process: child }: RunningServer): Promise<Memory> {
  return new Promise((resolve) => {
    child.once('message', (message) => resolve(memorySchema.parse(message)));
    child.send('memory');
  });
}
