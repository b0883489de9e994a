import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type BuiltServer, buildTestServer } from './harness/built-server.ts';

let server: BuiltServer;
beforeAll(async () => {
  server = await buildTestServer();
});
afterAll(() => server.close());

const get = (url: string, headers: Record<string, string> = {}) => server.app.inject({ url, headers });

describe('the app', () => {
  it.each(['/', '/index.html', '/people', '/people/0189-x?from=today', '/claim', '/settings'])(
    'is the page at %s, asked for anew each time',
    async (url) => {
      const answer = await get(url);
      expect(answer.statusCode).toBe(200);
      expect(answer.body).toContain('<title>Justmet</title>');
      expect(answer.headers['cache-control']).toBe('no-cache');
      expect(answer.headers['content-type']).toContain('text/html');
    },
  );

  it('keeps hashed files for a year, and asks for the others anew', async () => {
    expect((await get('/assets/index-a1b2c3d4.js')).headers['cache-control']).toBe(
      'public, max-age=31536000, immutable',
    );
    expect((await get('/engines/ocr/7.0.0/worker.min.js')).headers['cache-control']).toBe(
      'public, max-age=31536000, immutable',
    );
    expect((await get('/sw.js')).headers['cache-control']).toBe('no-cache');
    expect((await get('/manifest.webmanifest')).headers['cache-control']).toBe('no-cache');
  });

  it('sends big files with gzip', async () => {
    const answer = await get('/assets/index-a1b2c3d4.js', { 'accept-encoding': 'gzip' });
    expect(answer.headers['content-encoding']).toBe('gzip');
  });

  it.each([
    '/assets/gone-12345678.js',
    '/assets/gone',
    '/icon.png',
    '/../package.json',
    '/assets/..%2f..%2fsecret',
    '/.env',
  ])('answers 404 at %s, never with the page', async (url) => {
    const answer = await get(url);
    expect(answer.statusCode).toBe(404);
    expect(answer.body).not.toContain('<title>');
  });

  it('gives the page to navigations only', async () => {
    expect((await get('/people', { 'sec-fetch-mode': 'cors' })).statusCode).toBe(404);
    const headers = { 'content-type': 'application/json' };
    expect((await server.app.inject({ method: 'POST', url: '/people', headers })).statusCode).toBe(404);
    expect((await server.app.inject({ method: 'HEAD', url: '/people' })).statusCode).toBe(200);
  });

  it('comes with headers that let nothing foreign run', async () => {
    const { headers } = await get('/');
    const policy = String(headers['content-security-policy']);
    expect(policy).toContain("default-src 'self'");
    expect(policy).toContain("script-src 'self' 'wasm-unsafe-eval'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toMatch(/unsafe-inline|upgrade-insecure-requests/);
    expect(headers['strict-transport-security']).toBeUndefined();
    expect(headers['x-content-type-options']).toBe('nosniff');
  });
});

describe('what another app shares', () => {
  it('opens the app, which says that it was lost, where no service worker took it; nothing of it is read', async () => {
    for (const origin of ['null', undefined]) {
      const answer = await server.app.inject({
        method: 'POST',
        url: '/share',
        headers: {
          'content-type': 'multipart/form-data; boundary=x',
          ...(origin !== undefined && { origin }),
        },
        payload: `--x\r\ncontent-disposition: form-data; name="text"\r\n\r\n${'Dana '.repeat(1_000_000)}\r\n--x--`,
      });
      expect(answer.statusCode).toBe(303);
      expect(answer.headers.location).toBe('/?share=lost');
    }
  });

  it('is the one address that another site may post to', async () => {
    const post = (url: string) =>
      server.app.inject({ method: 'POST', url, headers: { origin: 'https://other.example' }, payload: {} });
    expect((await post('/share?x')).statusCode).toBe(303);
    for (const url of ['/share/', '/shared', '/api/share', '/'])
      expect((await post(url)).statusCode).toBe(403);
  });
});
