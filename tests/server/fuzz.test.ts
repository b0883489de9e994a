import { afterAll, beforeAll, expect, it } from 'vitest';
import { partMediaType } from '../../src/protocol/files.ts';
import { isSchema } from './fuzz/bad-request.ts';
import { fuzzServer } from './fuzz/fuzz-server.ts';
import { judgeMemory } from './fuzz/judge-memory.ts';
import { type BuiltServer, buildTestServer } from './harness/built-server.ts';

const requests = 2_000;
let server: BuiltServer;
beforeAll(async () => {
  server = await buildTestServer();
});
afterAll(async () => {
  await server.close();
});

/** They take bytes, not JSON: no schema could tell good ones from bad ones. */
const takesBytes = new Set(['PUT /api/files/:account/:hash']);

it('every route that takes a body says with a schema what it takes, and so does every address with parameters', () => {
  for (const { method, url, schema } of server.app.routeTable) {
    const key = `${method} ${url}`;
    if (/POST|PUT|PATCH/.test(String(method)) && !takesBytes.has(key)) {
      const advice = `in tests/server/fuzz.test.ts, takesBytes, if it takes ${partMediaType}`;
      expect(isSchema(schema?.body), `${key} needs schema.body, or a line ${advice}`).toBe(true);
    }
    if (url.includes(':')) expect(isSchema(schema?.params), `${key} needs schema.params`).toBe(true);
  }
});

it(`${requests} bad requests to every route: no 500, no hang, no growth of memory`, {
  timeout: 300_000,
}, async () => {
  const routes = server.app.routeTable;
  const seed = Math.floor(Math.random() * 1e9);
  const outcome = await fuzzServer({ routes, requests, seed, tell: () => undefined });
  for (const { method, url } of routes) {
    for (const one of [method].flat()) expect(outcome.countsByRoute.get(`${one} ${url}`)).toBeGreaterThan(0);
  }
  // Both sides of the edge were reached: what is right is taken, what is wrong is refused.
  expect([...outcome.countsByStatus.keys()]).toEqual(
    expect.arrayContaining(['200', '400', '401', '413', '415', '422']),
  );
  expect(judgeMemory(outcome)).toBeUndefined();
});
