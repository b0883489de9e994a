import type { ServerResponse } from 'node:http';
import type { FastifyInstance } from 'fastify';
import { endedEvent } from '../../protocol/devices.ts';
import { changeEvent, eventsPath } from '../../protocol/events.ts';
import type { Accounts } from '../accounts/accounts.ts';
import { foundSessionOf } from '../edge/require-session.ts';
import { ProblemError } from '../problem.ts';
import type { Storage } from '../storage/storage.ts';

/** Shorter than the minute after which proxies take a silent connection for dead. */
const beatMs = 25_000;
/** A device that takes no more has to come again. */
const maxUnsentBytes = 64_000;
/** Each of an account's devices needs one; each holds a connection. */
export const maxStreams = 50;

/** Tells each device that listens when another one wrote (docs/sync.md S-22). */
export function routeEvents(app: FastifyInstance, accounts: Accounts, storage: Storage): void {
  const open = new Set<ServerResponse>();
  const countsByAccount = new Map<string, number>();
  app.addHook('preClose', async () => {
    for (const response of open) response.end();
  });
  app.get(eventsPath, { exposeHeadRoute: false }, async (request, reply) => {
    const { session, sessionId } = foundSessionOf(request);
    const { accountId } = session;
    const count = countsByAccount.get(accountId) ?? 0;
    if (count >= maxStreams) {
      reply.header('retry-after', 60);
      throw new ProblemError({ status: 429, detail: 'Too many devices listen at once. They still sync.' });
    }
    countsByAccount.set(accountId, count + 1);
    reply.hijack();
    const { raw } = reply;
    for (const [name, value] of Object.entries(reply.getHeaders())) {
      if (value !== undefined) raw.setHeader(name, value);
    }
    // A connection is used for nothing after its stream: one that is kept would hold up a server that stops.
    raw.shouldKeepAlive = false;
    raw.writeHead(200, { 'content-type': 'text/event-stream', 'x-accel-buffering': 'no' });
    const send = (text: string) => {
      if (raw.writableLength > maxUnsentBytes) raw.destroy();
      else raw.write(text);
    };
    send(':\n\n');
    open.add(raw);
    const unwatch = storage.watch(accountId, (change) =>
      send(`event: ${changeEvent}\ndata: ${JSON.stringify(change)}\n\n`),
    );
    const unwatchSession = accounts.watchSession(sessionId, () => {
      send(`event: ${endedEvent}\ndata: {}\n\n`);
      raw.end();
    });
    const beat = async () => {
      // A session that has ended since hears no more.
      const found = await accounts.findSession(request.headers).catch(() => undefined);
      if (found?.session.accountId === accountId) send(':\n\n');
      else raw.end();
    };
    const beating = setInterval(() => void beat(), beatMs);
    raw.on('close', () => {
      clearInterval(beating);
      unwatch();
      unwatchSession();
      open.delete(raw);
      const left = (countsByAccount.get(accountId) ?? 1) - 1;
      if (left > 0) countsByAccount.set(accountId, left);
      else countsByAccount.delete(accountId);
    });
  });
}
