import { mkdtemp, rm } from 'node:fs/promises';
import type { IncomingHttpHeaders } from 'node:http';
import { request } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { eventsPath } from '../../src/protocol/events.ts';
import { claimPath, sessionPath, sessionSchema } from '../../src/protocol/session.ts';
import { maxBodyBytes, syncPath, syncResponseSchema } from '../../src/protocol/sync.ts';
import { editOf, stampAt } from '../contract/storage-fixture.ts';
import { cookieOf, makeAppFolder, owner, syncRequest } from './harness/built-server.ts';
import { findFreePort, type ProxyName, type RunningProxy, runProxy } from './harness/run-proxy.ts';
import { type RunningServer, runServer } from './harness/run-server.ts';

interface Ask {
  readonly method?: string;
  readonly path: string;
  readonly headers?: Record<string, string>;
  readonly body?: string | Buffer;
  /** Of this machine: whose request it is, as the proxy sees it. */
  readonly from?: string;
  readonly onText?: (text: string) => void;
}

interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

describe.each<ProxyName>(['caddy', 'nginx'])('behind %s, as deploy/ configures it', (name) => {
  let folder: string;
  let port: number;
  let server: RunningServer;
  let proxy: RunningProxy;
  let cookie: string;
  let accountId: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), `justmet-${name}-`));
    port = await findFreePort();
    const folders = { dataFolder: join(folder, 'data'), appFolder: await makeAppFolder(folder) };
    server = await runServer(folders, { env: { JUSTMET_URL: `https://localhost:${port}` } });
    proxy = await runProxy(name, { folder, port, upstream: new URL(server.url).host });
  });
  afterAll(async () => {
    // First: a proxy waits for streams that are open.
    await server?.end('SIGKILL');
    await proxy?.end();
    await rm(folder, { recursive: true, force: true });
  });

  function ask({
    method = 'GET',
    path,
    headers = {},
    body,
    from = '127.0.0.1',
    onText,
  }: Ask): Promise<Answer> {
    return new Promise((resolve, reject) => {
      const options = { host: '127.0.0.1', port, path, method, localAddress: from, agent: false };
      const trusted = { ca: proxy.ca, servername: 'localhost' };
      const all = { host: `localhost:${port}`, origin: `https://localhost:${port}`, ...headers };
      const asked = request({ ...options, ...trusted, headers: all }, (answer) => {
        let text = '';
        answer.setEncoding('utf8').on('data', (chunk: string) => {
          text += chunk;
          onText?.(text);
        });
        answer.on('error', reject);
        answer.on('end', () =>
          resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: text }),
        );
      });
      asked.on('error', reject);
      asked.end(body);
    });
  }

  const postJson = (path: string, body: unknown, more: Partial<Ask> = {}) =>
    ask({
      method: 'POST',
      path,
      body: JSON.stringify(body),
      ...more,
      headers: { 'content-type': 'application/json', cookie, ...more.headers },
    });

  it('signing in gives a Secure cookie, and the browser is told to stay with https', async () => {
    cookie = '';
    const answer = await postJson(claimPath, { token: server.claimToken, ...owner });
    expect(answer.status, answer.body).toBe(200);
    ({ accountId } = sessionSchema.parse(JSON.parse(answer.body)));
    for (const one of answer.headers['set-cookie'] ?? []) expect(one).toMatch(/; Secure/);
    cookie = cookieOf(answer.headers['set-cookie']);
    expect(answer.headers['strict-transport-security']).toMatch(/^max-age=\d{8}/);
    expect((await ask({ path: sessionPath, headers: { cookie } })).status).toBe(200);
  });

  it('syncing goes through, packed both ways', async () => {
    const body = gzipSync(
      JSON.stringify(syncRequest([editOf(1, stampAt(1), { name: 'Dana' })], { account: accountId })),
    );
    const answer = await postJson(syncPath, undefined, { body, headers: { 'content-encoding': 'gzip' } });
    expect(syncResponseSchema.parse(JSON.parse(answer.body)).acknowledged).toEqual([stampAt(1)]);
  });

  it('an event is heard as soon as it happens, though the stream stays open', async () => {
    let heard = '';
    // Ends when the server does.
    void ask({
      path: eventsPath,
      headers: { cookie },
      onText: (text) => {
        heard = text;
      },
    }).catch(() => undefined);
    await expect.poll(() => heard, { timeout: 10_000 }).toContain(':');
    await postJson(syncPath, syncRequest([editOf(2, stampAt(2), { name: 'Ali' })], { account: accountId }));
    // What is held back would come with the beat after 25 seconds, or never.
    await expect.poll(() => heard, { timeout: 10_000 }).toContain('event: change');
  });

  it('a body of 2 MB reaches the server, and a larger one is refused', async () => {
    const padded = (bytes: number) => {
      const body = JSON.stringify(syncRequest([], { account: accountId }));
      return body + ' '.repeat(bytes - body.length);
    };
    expect((await postJson(syncPath, undefined, { body: padded(maxBodyBytes) })).status).toBe(200);
    // A proxy that has heard enough may close while we still send.
    const refused = await postJson(syncPath, undefined, { body: padded(maxBodyBytes + 1_000) }).catch(() => ({
      status: 413,
    }));
    expect(refused.status).toBe(413);
  });

  it('nobody gets more guesses by claiming to come from elsewhere, and who does come from elsewhere has theirs', async () => {
    const guess = (more: Partial<Ask>) =>
      postJson(sessionPath, { email: 'nobody@example.com', password: 'a wrong password' }, more);
    for (let n = 0; n < 10; n += 1) {
      const lie = {
        'x-forwarded-for': `192.0.2.${n}`,
        'x-real-ip': `192.0.2.${n}`,
        forwarded: `for=192.0.2.${n}`,
      };
      expect((await guess({ headers: lie })).status).toBe(401);
    }
    expect((await guess({ headers: { 'x-forwarded-for': '192.0.2.99' } })).status).toBe(429);
    expect((await guess({ from: '127.0.0.2' })).status).toBe(401);
  });

  it('a request of another site is refused', async () => {
    const answer = await postJson(sessionPath, {}, { headers: { origin: 'https://evil.example' } });
    expect(answer.status).toBe(403);
  });
});
