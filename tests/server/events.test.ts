import { afterEach, beforeEach, expect, test } from 'vitest';
import { eventsPath } from '../../src/protocol/events.ts';
import { sessionPath } from '../../src/protocol/session.ts';
import { editOf, stampAt } from '../contract/storage-fixture.ts';
import { type BuiltServer, buildTestServer, claim, postSync } from './harness/built-server.ts';

let server: BuiltServer;
let origin: string;
let cookie: string;

beforeEach(async () => {
  server = await buildTestServer();
  cookie = await claim(server);
  origin = await server.app.listen({ port: 0, host: '127.0.0.1' });
});
afterEach(() => server.close());

/** Listens as a browser does; the text that came, and whether the server has ended it. */
async function listen() {
  const answer = await fetch(origin + eventsPath, { headers: { cookie, 'accept-encoding': 'gzip' } });
  const heard = { text: '', isEnded: false, answer };
  const read = async () => {
    const decoder = new TextDecoder();
    for await (const bytes of answer.body ?? []) heard.text += decoder.decode(bytes, { stream: true });
    heard.isEnded = true;
  };
  void read().catch(() => undefined);
  await expect.poll(() => heard.text).toContain(':');
  return heard;
}

test('S-22 who listens is told which device wrote, at once and uncompressed', async () => {
  const heard = await listen();
  expect(heard.answer.headers.get('content-type')).toBe('text/event-stream');
  expect(heard.answer.headers.get('content-encoding')).toBeNull();
  expect(heard.answer.headers.get('cache-control')).toBe('no-store');
  expect(heard.answer.headers.get('content-security-policy')).toContain("default-src 'self'");
  await server.app.inject(postSync(cookie, [editOf(1, stampAt(1), { name: 'Dana' })]));
  await expect.poll(() => heard.text).toContain('event: change\ndata: {"device":"aaaaaaaaaa"}\n\n');
});

test('S-22 a request that changes nothing tells nobody', async () => {
  const heard = await listen();
  await server.app.inject(postSync(cookie));
  await server.app.inject(postSync(cookie, [editOf(1, stampAt(1), { name: 7 })]));
  await server.app.inject(postSync(cookie, [editOf(2, stampAt(2), { name: 'Ali' })]));
  await expect.poll(() => heard.text).toContain('change');
  expect(heard.text.match(/event/g)).toHaveLength(1);
});

test('S-22 nobody listens without a session', async () => {
  const answer = await fetch(origin + eventsPath);
  expect(answer.status).toBe(401);
  expect(await answer.json()).toMatchObject({ status: 401 });
  const head = await fetch(origin + eventsPath, { method: 'HEAD', headers: { cookie } });
  expect(head.status).toBe(404);
  await fetch(origin + sessionPath, { method: 'DELETE', headers: { cookie } });
  expect((await fetch(origin + eventsPath, { headers: { cookie } })).status).toBe(401);
});

test('S-22 a server that stops lets go of who listens', async () => {
  const heard = await listen();
  const began = process.hrtime.bigint();
  await server.app.close();
  await expect.poll(() => heard.isEnded).toBe(true);
  expect(Number(process.hrtime.bigint() - began) / 1e9).toBeLessThan(5);
});
