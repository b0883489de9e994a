import { createHash, timingSafeEqual } from 'node:crypto';
import { BlockList, isIPv6 } from 'node:net';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { notFound, ProblemError } from '../problem.ts';
import type { Metrics } from '../watch/create-metrics.ts';
import type { Readiness } from '../watch/readiness.ts';

export interface WatchParts {
  readonly isReady: Readiness;
  readonly metrics: Metrics;
  /** Lets others than this machine read the metrics. */
  readonly metricsToken: string | undefined;
}

/** What a supervisor, a load balancer and Prometheus ask. */
export function routeWatch(app: FastifyInstance, { isReady, metrics, metricsToken }: WatchParts): void {
  let isClosing = false;
  app.addHook('preClose', async () => {
    isClosing = true;
  });
  app.get('/healthz', async (_request, reply) => {
    return reply.header('cache-control', 'no-store').send({ status: 'ok' });
  });
  app.get('/readyz', async (_request, reply) => {
    const why = isClosing ? 'This server is ending.' : await isReady();
    if (why !== undefined) throw new ProblemError({ status: 503, detail: why });
    return reply.header('cache-control', 'no-store').send({ status: 'ready' });
  });
  app.get('/metrics', async (request, reply) => {
    if (!isFromHere(request) && !isTokenHolder(request, metricsToken)) throw notFound();
    const { text, contentType } = await metrics.read();
    return reply.header('cache-control', 'no-store').header('content-type', contentType).send(text);
  });
}

const loopback = new BlockList();
loopback.addSubnet('127.0.0.0', 8, 'ipv4');
loopback.addAddress('::1', 'ipv6');

/** A proxy on this machine speaks for somebody else, and says so. */
function isFromHere({ headers, socket }: FastifyRequest): boolean {
  const isForwarded = ['forwarded', 'x-forwarded-for', 'x-real-ip', 'via'].some((name) => name in headers);
  const address = socket.remoteAddress;
  if (isForwarded || address === undefined) return false;
  return loopback.check(address, isIPv6(address) ? 'ipv6' : 'ipv4');
}

/** Hashes have one length, as the comparison in constant time wants it. */
function isTokenHolder({ headers }: FastifyRequest, token: string | undefined): boolean {
  if (token === undefined) return false;
  const hashOf = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(hashOf(headers.authorization ?? ''), hashOf(`Bearer ${token}`));
}
