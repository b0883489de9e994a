import { connect } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterEach, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { deleteAccountPath } from '../../src/protocol/account.ts';
import { appPasswordsPath } from '../../src/protocol/app-passwords.ts';
import { calendarPath } from '../../src/protocol/calendar.ts';
import { cardPath } from '../../src/protocol/card-page.ts';
import { eventsPath } from '../../src/protocol/events.ts';
import { filePath, maxPartBytes, partMediaType } from '../../src/protocol/files.ts';
import { passkeyOptionsPath } from '../../src/protocol/passkeys.ts';
import { passwordPath } from '../../src/protocol/passwords.ts';
import { pushSubscriptionPath } from '../../src/protocol/push.ts';
import { sessionPath } from '../../src/protocol/session.ts';
import { maxBodyBytes, syncPath } from '../../src/protocol/sync.ts';
import { formMediaType } from '../../src/server/edge/parse-form-bodies.ts';
import { createAttempts } from '../../src/server/limits/attempts.ts';
import { tooManyTries } from '../../src/server/limits/limit-routes.ts';
import { maxStreams } from '../../src/server/routes/events.ts';
import { isSchema } from './fuzz/bad-request.ts';
import {
  type BuiltServer,
  buildTestServer,
  claim,
  cookieOf,
  owner,
  postJson,
} from './harness/built-server.ts';

const toJson = { io: 'input', unrepresentable: 'any' } as const;
const isMethodWithBody = (method: unknown): method is 'POST' | 'PUT' | 'DELETE' =>
  method === 'POST' || method === 'PUT' || method === 'DELETE';

let server: BuiltServer;
afterEach(() => server.close());

const signIn = (more: object = {}, headers: Record<string, string> = {}) =>
  server.app.inject(
    postJson(sessionPath, { email: owner.email, password: owner.password, ...more }, headers),
  );

it('a flood of guesses at a name from one address does not keep its owner out elsewhere', async () => {
  server = await buildTestServer({ origin: 'https://people.example' });
  await claim(server);
  const flood = { 'x-forwarded-for': '192.0.2.1' };
  for (let n = 0; n < 10; n += 1) expect((await signIn({ password: 'x' }, flood)).statusCode).toBe(401);
  expect((await signIn({}, flood)).statusCode).toBe(429);
  expect((await signIn({}, { 'x-forwarded-for': '192.0.2.2' })).statusCode).toBe(200);
});

it('a device that has signed in before is counted apart, also at the address of the flood', async () => {
  server = await buildTestServer();
  await claim(server);
  const known = cookieOf((await signIn()).headers['set-cookie']);
  expect(known).toContain('justmet.known=');
  for (let n = 0; n < 10; n += 1) await signIn({ password: 'x' });
  expect((await signIn()).statusCode).toBe(429);
  expect((await signIn({}, { cookie: known })).statusCode).toBe(200);
  // It speaks for one name only, and only as it was given.
  expect((await signIn({}, { cookie: known.replace(/known=./, 'known=x') })).statusCode).toBe(429);
});

it('a name that nobody has is limited in the same words', async () => {
  server = await buildTestServer();
  await claim(server);
  const tryAll = async (email: string) => {
    const answers = [];
    for (let n = 0; n < 11; n += 1) answers.push(await signIn({ email, password: 'x' }));
    return answers.map(({ statusCode, body }) => `${statusCode} ${body}`);
  };
  expect(await tryAll('nobody@example.com')).toEqual(await tryAll(owner.email));
});

it('wrong proofs are counted by account, whatever address they come from and whatever they would open', async () => {
  server = await buildTestServer({ origin: 'https://people.example' });
  const cookie = await claim(server);
  let n = 0;
  const prove = async (path: string, present: string, more: object) => {
    n += 1;
    const body = { proof: { kind: 'password', password: present }, ...more };
    const from = { cookie, 'x-forwarded-for': `192.0.2.${n}` };
    return (await server.app.inject(postJson(path, body, from))).json();
  };
  const another = { password: 'another long phrase' };
  for (let tries = 0; tries < 10; tries += 1) {
    expect(await prove(passwordPath, 'not the one', another)).toMatchObject({ status: 403 });
  }
  const refused = await prove(passwordPath, owner.password, another);
  expect(refused).toMatchObject({ status: 429, detail: tooManyTries().message });
  expect(await prove(deleteAccountPath, owner.password, { leavesOthers: false })).toEqual(refused);
  const wanted = { name: 'My script', scope: 'read' };
  expect(await prove(appPasswordsPath, owner.password, wanted)).toEqual(refused);
  expect(await prove(passkeyOptionsPath, owner.password, {})).toEqual(refused);
});

it('tries are counted over all processes, under a name that tells nothing, and forgotten when their time is up', async () => {
  server = await buildTestServer();
  const { db } = server;
  let now = 1_000;
  const [one, two] = [createAttempts(db, 'secret', () => now), createAttempts(db, 'secret', () => now)];
  const limit = { max: 3, windowMs: 60_000 };
  const key = 'sign-in at ann@example.com';
  const all = await Promise.all([one, two, one, two].map((process) => process.count(key, limit)));
  expect(all.map(({ count }) => count).sort()).toEqual([1, 2, 3, 4]);
  expect(JSON.stringify(await db.selectFrom('attempt').selectAll().execute())).not.toContain('ann');
  now += 60_001;
  expect(await two.count(key, limit)).toEqual({ count: 1, leftMs: 60_000 });
  now += 120_000;
  await one.count('another', limit);
  expect(await db.selectFrom('attempt').selectAll().execute()).toHaveLength(1);
});

it('no more is held of a body than its address needs, packed or not', async () => {
  server = await buildTestServer();
  const cookie = await claim(server);
  const large = new Map([
    [`POST ${syncPath}`, maxBodyBytes],
    [`PUT ${filePath}`, maxPartBytes],
    [`DELETE ${sessionPath}`, 1],
    [`DELETE ${calendarPath}`, 1],
    [`DELETE ${pushSubscriptionPath}`, 1],
  ]);
  for (const { method, url, schema } of server.app.routeTable) {
    if (!isMethodWithBody(method)) continue;
    const shape = isSchema(schema?.body) ? JSON.stringify(z.toJSONSchema(schema.body, toJson)) : '';
    const small = shape.includes('clientDataJSON') ? 65_536 : 16_384;
    const limit = large.get(`${method} ${url}`) ?? small;
    const send = async (bytes: number, pack = (body: Buffer) => body, more: object = {}) => {
      await server.db.deleteFrom('attempt').execute();
      const type = url === cardPath ? formMediaType : 'application/json';
      const headers = { cookie, 'content-type': type, ...more };
      const payload = pack(Buffer.alloc(bytes, ' '));
      return (await server.app.inject({ method, url, headers, payload })).statusCode;
    };
    const packed = { 'content-encoding': 'gzip' };
    const statuses = [await send(limit), await send(limit, gzipSync, packed), await send(limit + 1)];
    statuses.push(await send(limit + 1, gzipSync, packed));
    const right = limit === 1 ? [400, 413, 413, 413] : [400, 400, 413, 413];
    expect(statuses, `${method} ${url}`).toEqual(right);
    const asBytes = await send(limit + 1, undefined, { 'content-type': partMediaType });
    expect([413, 415], `${method} ${url} as bytes`).toContain(asBytes);
  }
});

it('a clock that was ahead once keeps nobody out', async () => {
  server = await buildTestServer();
  const limit = { max: 2, windowMs: 60_000 };
  const aYear = 365 * 24 * 3_600_000;
  const ahead = createAttempts(server.db, 's'.repeat(43), () => Date.now() + aYear);
  for (let n = 0; n < 3; n++) await ahead.count('a name', limit);
  const right = createAttempts(server.db, 's'.repeat(43), Date.now);
  const { count, leftMs } = await right.count('a name', limit);
  expect(count).toBe(1);
  expect(leftMs).toBeLessThanOrEqual(limit.windowMs);
});

it('a request that never ends is ended', async () => {
  const times = { requestMs: 600, headersMs: 300, silenceMs: 5_000, checkMs: 50 };
  server = await buildTestServer({ times });
  const url = new URL(await server.app.listen({ port: 0, host: '127.0.0.1' }));
  const head = `POST ${sessionPath} HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 9\r\n`;
  for (const begun of [head, `${head}\r\n{`]) {
    const said = await new Promise<string>((resolve) => {
      let text = '';
      const socket = connect(Number(url.port), url.hostname, () => socket.write(begun));
      socket.on('data', (some) => {
        text += some;
      });
      socket.on('close', () => resolve(text));
    });
    expect(said).toContain('HTTP/1.1 408 ');
  }
});

it('an account may listen so often at once, and what ends makes room', async () => {
  server = await buildTestServer();
  const cookie = await claim(server);
  const origin = await server.app.listen({ port: 0, host: '127.0.0.1' });
  const listen = (signal?: AbortSignal) =>
    fetch(origin + eventsPath, { headers: { cookie }, ...(signal && { signal }) });
  const first = new AbortController();
  await listen(first.signal);
  const others = new AbortController();
  for (let n = 1; n < maxStreams; n += 1) await listen(others.signal);
  const refused = await listen();
  expect(await refused.json()).toMatchObject({ status: 429 });
  first.abort();
  await expect.poll(async () => (await listen(others.signal)).status).toBe(200);
  others.abort();
});

it('who asks for what the device can do gets camera, microphone and place for itself, and other sites get nothing', async () => {
  server = await buildTestServer({ origin: 'https://people.example' });
  const { headers } = await server.app.inject({ url: '/' });
  expect(headers['permissions-policy']).toContain('camera=(self), microphone=(self)');
  expect(headers['permissions-policy']).toContain('geolocation=(self)');
  expect(headers['permissions-policy']).toContain('usb=()');
  expect(headers).toMatchObject({
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
  });
  const host = 'people.example';
  for (const foreign of [
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
    { origin: 'http://people.example', host },
  ]) {
    expect((await signIn({}, foreign)).statusCode).toBe(403);
  }
  expect(
    (await signIn({}, { 'sec-fetch-site': 'same-origin', origin: 'https://people.example', host }))
      .statusCode,
  ).toBe(401);
});
