import { once } from 'node:events';
import { createServer, type RequestListener, type Server } from 'node:http';
import { afterEach, describe, expect, test } from 'vitest';
import { fetchBytes } from '../../../src/device/http.ts';

const type = 'application/octet-stream';
let server: Server | undefined;

afterEach(() => {
  server?.closeAllConnections();
  server?.close();
});

async function listen(answer: RequestListener): Promise<string> {
  server = createServer(answer).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('listening on no port');
  return `http://127.0.0.1:${address.port}/`;
}

describe('bytes of a file', () => {
  test('S-25 that break off are what has come of them', async () => {
    const path = await listen((_, response) => {
      response.writeHead(200, { 'content-type': type, 'content-length': 1_000 });
      response.write(Buffer.alloc(300, 7), () => setTimeout(() => response.destroy(), 20));
    });
    const answer = await fetchBytes({ method: 'GET', path }, type);
    expect(answer).toEqual({ kind: 'ok', value: new Uint8Array(300).fill(7) });
  });

  test('S-25 of which none has come are no answer', async () => {
    const path = await listen((_, response) => {
      response.writeHead(200, { 'content-type': type, 'content-length': 1_000 });
      response.flushHeaders();
      setTimeout(() => response.destroy(), 20);
    });
    expect(await fetchBytes({ method: 'GET', path }, type)).toEqual({ kind: 'unreachable' });
  });

  test('S-25 that are all there, or none at all, are the answer', async () => {
    const path = await listen((request, response) => {
      response.writeHead(200, { 'content-type': type });
      response.end(request.method === 'GET' ? Buffer.alloc(10, 1) : undefined);
    });
    expect(await fetchBytes({ method: 'GET', path }, type)).toEqual({
      kind: 'ok',
      value: new Uint8Array(10).fill(1),
    });
    expect(await fetchBytes({ method: 'DELETE', path }, type)).toEqual({
      kind: 'ok',
      value: new Uint8Array(),
    });
  });
});
