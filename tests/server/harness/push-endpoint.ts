import { createECDH, createPublicKey, type JsonWebKey, randomBytes, verify } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { decrypt } from 'http_ece';
import { type Reminder, reminderSchema } from '../../../src/protocol/push.ts';

export interface ReceivedPush {
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
  /** When it came, by this machine's clock. */
  readonly atMs: number;
}

/** What the endpoint does with a push, before or instead of an answer of 201. */
type Behaviour = (response: ServerResponse, push: ReceivedPush) => void;

export interface PushEndpoint {
  readonly origin: string;
  readonly received: readonly ReceivedPush[];
  /** How often each path got one. */
  counts(): Record<string, number>;
  /** From now on, for paths that begin so; the last word counts. */
  behave(path: string, how: Behaviour): void;
  stop(): Promise<void>;
}

export const accept: Behaviour = (response) => void response.writeHead(201).end();
export const answer =
  (status: number, headers: Record<string, string> = {}): Behaviour =>
  (response) =>
    void response.writeHead(status, headers).end('{"reason":"as the test wants it"}');
/** It takes everything and says nothing. */
export const hang: Behaviour = () => undefined;

/** A push service as far as one is asked to deliver (RFC 8030). */
export async function startPushEndpoint(): Promise<PushEndpoint> {
  const received: ReceivedPush[] = [];
  const behaviours: (readonly [string, Behaviour])[] = [];
  const server = createServer(async (request, response) => {
    const pieces: Buffer[] = [];
    for await (const piece of request) pieces.push(Buffer.from(piece));
    const { url: path = '', headers } = request;
    const push = { path, headers, body: Buffer.concat(pieces), atMs: Date.now() };
    received.push(push);
    const [, how = accept] = behaviours.findLast(([prefix]) => path.startsWith(prefix)) ?? [];
    how(response, push);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    received,
    counts: () => {
      const counts: Record<string, number> = {};
      for (const { path } of received) counts[path] = (counts[path] ?? 0) + 1;
      return counts;
    },
    behave: (path, how) => void behaviours.push([path, how]),
    async stop() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

export interface Browser {
  readonly subscription: { readonly endpoint: string; readonly keys: { p256dh: string; auth: string } };
  /** What a push says to this browser alone; throws for what is not encrypted for it (RFC 8291, RFC 8188). */
  read(push: ReceivedPush): Reminder;
}

/** Subscribes as a browser does: the keys are its own. */
export function subscribe(endpoint: string): Browser {
  const privateKey = createECDH('prime256v1');
  const p256dh = privateKey.generateKeys('base64url');
  const auth = randomBytes(16).toString('base64url');
  return {
    subscription: { endpoint, keys: { p256dh, auth } },
    read({ body }) {
      const text = decrypt(body, { version: 'aes128gcm', privateKey, authSecret: auth });
      return reminderSchema.parse(JSON.parse(text.toString('utf8')));
    },
  };
}

/** What a push's signature says (RFC 8292); throws where it is not signed by that key. */
export function readSignature({ headers }: ReceivedPush, publicKey: string): Record<string, unknown> {
  const [, token = '', key] = /^vapid t=([\w.-]+), k=([\w-]+)$/.exec(headers.authorization ?? '') ?? [];
  if (key !== publicKey) throw new Error(`Signed by another key: ${headers.authorization}`);
  const [head = '', claims = '', signature = ''] = token.split('.');
  const point = Buffer.from(publicKey, 'base64url');
  const jwk: JsonWebKey = {
    kty: 'EC',
    crv: 'P-256',
    x: point.subarray(1, 33).toString('base64url'),
    y: point.subarray(33).toString('base64url'),
  };
  const signed = { key: createPublicKey({ key: jwk, format: 'jwk' }), dsaEncoding: 'ieee-p1363' as const };
  const isRight = verify(
    'sha256',
    Buffer.from(`${head}.${claims}`),
    signed,
    Buffer.from(signature, 'base64url'),
  );
  if (!isRight) throw new Error('The signature is not right');
  const { alg } = JSON.parse(Buffer.from(head, 'base64url').toString()) as { alg: string };
  if (alg !== 'ES256') throw new Error(`Signed by ${alg}`);
  return JSON.parse(Buffer.from(claims, 'base64url').toString()) as Record<string, unknown>;
}
