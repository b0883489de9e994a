import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { problemMediaType, problemSchema } from '../../src/protocol/problem.ts';
import { maxBodyBytes, syncPath, syncResponseSchema } from '../../src/protocol/sync.ts';
import { editOf, idOf, stampAt } from '../contract/storage-fixture.ts';
import {
  type BuiltServer,
  buildTestServer,
  claim,
  owner,
  postJson,
  postSync,
  syncRequest,
} from './harness/built-server.ts';

let server: BuiltServer;
let cookie: string;
beforeAll(async () => {
  server = await buildTestServer();
  cookie = await claim(server);
});
afterAll(() => server.close());

const post = (payload: string | Buffer, headers: Record<string, string> = {}) =>
  server.app.inject({
    method: 'POST',
    url: syncPath,
    headers: { cookie, 'content-type': 'application/json', ...headers },
    payload,
  });

const problemOf = (answer: { body: string; headers: Record<string, unknown> }) => {
  expect(answer.headers['content-type']).toContain(problemMediaType);
  return problemSchema.parse(JSON.parse(answer.body));
};

const proof = { kind: 'password', password: owner.password };

/** A request that is right but for one more member of an edit's values. */
const goodBodyWith = (member: string) =>
  JSON.stringify(syncRequest([editOf(1, stampAt(1), { name: 'x' })])).replace(
    '"name":"x"',
    `"company":"x",${member}`,
  );

describe('syncing over HTTP', () => {
  it('S-4 answers with what the protocol says', async () => {
    const answer = await server.app.inject(postSync(cookie, [editOf(1, stampAt(1), { name: 'Dana' })]));
    expect(answer.statusCode).toBe(200);
    expect(answer.headers['cache-control']).toBe('no-store');
    expect(syncResponseSchema.parse(answer.json()).acknowledged).toEqual([stampAt(1)]);
    const pulled = syncResponseSchema.parse((await server.app.inject(postSync(cookie))).json());
    expect(pulled.rows).toEqual([
      { table: 'person', id: idOf(1), stamp: stampAt(1), values: { name: 'Dana' } },
    ]);
  });

  it('S-20 tells a device of another version to update, whatever else its request holds', async () => {
    for (const [protocol, word] of [
      [99, 'contact database'],
      [0, 'app'],
    ] as const) {
      const answer = await server.app.inject(postJson(syncPath, { protocol, news: true }, { cookie }));
      expect(answer.statusCode).toBe(409);
      const problem = problemOf(answer);
      expect(problem.type).toBe('urn:justmet:problem:protocol');
      expect(problem.detail).toBe(`Update the ${word} to sync again.`);
    }
  });

  it('S-5 takes gzip and answers with it', async () => {
    const edits = Array.from({ length: 60 }, (_, n) =>
      editOf(100 + n, stampAt(100 + n), { name: `Person ${n}` }),
    );
    const body = gzipSync(JSON.stringify(syncRequest(edits)));
    expect((await post(body, { 'content-encoding': 'gzip' })).statusCode).toBe(200);
    const plain = await post(JSON.stringify(syncRequest()));
    const zipped = await post(JSON.stringify(syncRequest()), { 'accept-encoding': 'gzip' });
    expect(zipped.headers['content-encoding']).toBe('gzip');
    expect(zipped.rawPayload.length).toBeLessThan(plain.rawPayload.length / 2);
  });
});

describe('S-19 a bad request', () => {
  it('is told which field is wrong, by its path', async () => {
    const edits = [editOf(1, 'not a stamp', { name: 'x' })];
    const problem = problemOf(await post(JSON.stringify({ ...syncRequest(edits), cursor: -1, extra: 1 })));
    expect(problem.status).toBe(400);
    expect(problem.errors).toContainEqual({ field: 'edits.0.stamp', detail: 'is not a stamp' });
    expect(problem.errors?.map(({ field }) => field).sort()).toEqual(['cursor', 'edits.0.stamp', 'extra']);
  });

  it('is told which member of an edit is wrong', async () => {
    const edit = { ...editOf(1, stampAt(1), { name: 'x', ['k'.repeat(65)]: 1 }), replaces: { name: 'none' } };
    const problem = problemOf(await post(JSON.stringify(syncRequest([edit]))));
    expect(problem.errors).toEqual([
      { field: `edits.0.values.${'k'.repeat(65)}`, detail: 'is not the name of a field' },
      { field: 'edits.0.replaces.name', detail: 'is not a stamp' },
    ]);
  });

  it.each([[], null, 'x', 7])('is told that values are an object, not %j', async (values) => {
    const body = { ...syncRequest(), edits: [{ ...editOf(1, stampAt(1), {}), values }] };
    expect(problemOf(await post(JSON.stringify(body))).errors).toEqual([
      { field: 'edits.0.values', detail: 'is not an object' },
    ]);
  });

  it('gets words in its problems', async () => {
    const problem = problemOf(await post('[]'));
    expect(problem.errors?.[0]?.detail).toMatch(/expected object/);
  });

  it.each([
    ['no JSON', '{"a":', {}, 400],
    ['nothing', '', {}, 400],
    ['a NUL', '\0', {}, 400],
    ['no UTF-8', Buffer.from([0x22, 0xff, 0xfe, 0x22]), {}, 400],
    ['__proto__', '{"__proto__":{"a":1}}', {}, 400],
    ['a written-out __proto__', '{"\\u005f_proto__":{"a":1}}', {}, 400],
    ['a prototype among values', goodBodyWith('"__proto__":{"a":1}'), {}, 400],
    ['a written-out prototype among values', goodBodyWith('"\\u005f_proto__":1'), {}, 400],
    ['deep nesting among values', goodBodyWith(`"name":${'['.repeat(90_000)}${']'.repeat(90_000)}`), {}, 400],
    ['no UTF-8 in a name', Buffer.from(goodBodyWith('"name":"\u00ff"'), 'latin1'), {}, 400],
    ['deep nesting', '['.repeat(900_000), {}, 400],
    ['deep and whole nesting', `${'['.repeat(900_000)}${']'.repeat(900_000)}`, {}, 400],
    ['deep nesting with escapes', `${'['.repeat(90_000)}"\\u0041"${']'.repeat(90_000)}`, {}, 400],
    ['corrupt gzip', 'not gzip', { 'content-encoding': 'gzip' }, 400],
    ['much corrupt gzip', 'not gzip'.repeat(4_000), { 'content-encoding': 'gzip' }, 400],
    ['half a gzip', gzipSync('{"a":"bcdefgh"}').subarray(0, 20), { 'content-encoding': 'gzip' }, 400],
    ['an unknown encoding', '{}', { 'content-encoding': 'br' }, 415],
    ['two encodings', '{}', { 'content-encoding': 'gzip, gzip' }, 415],
    ['no media type', '{}', { 'content-type': '' }, 415],
    ['a form', 'a=b', { 'content-type': 'application/x-www-form-urlencoded' }, 415],
    ['plain text', '{}', { 'content-type': 'text/plain' }, 415],
    ['nonsense as type', '{}', { 'content-type': 'application/json/x' }, 415],
    ['too much', ' '.repeat(maxBodyBytes + 1), {}, 413],
    ['a small zip bomb', gzipSync(Buffer.alloc(4_000_000)), { 'content-encoding': 'gzip' }, 413],
    ['a zip bomb', gzipSync(Buffer.alloc(200_000_000)), { 'content-encoding': 'gzip' }, 413],
  ])('with %s gets a problem', async (_name, payload, headers, status) => {
    const answer = await post(payload, headers);
    expect(problemOf(answer).status).toBe(status);
    expect(answer.statusCode).toBe(status);
  });

  it.each([
    ['POST', '/api/app-passwords', { proof, name: 'a\0b', scope: 'read' }, 'name'],
    ['PUT', '/api/devices/this', { device: 'aaaaaaaaaa', name: 'a\0b' }, 'name'],
    ['POST', '/api/devices/ended', { device: 'aaaaaaaaaa', account: 'a\0b' }, 'account'],
    ['POST', '/api/password/reset', { token: 'a\0', password: 'another long phrase' }, 'token'],
    ['POST', '/api/join/invited', { token: 'a\ud83d' }, 'token'],
    ['POST', '/api/claim', { token: 'a', ...owner, name: 'a\0b' }, 'name'],
    ['DELETE', '/api/invitations/%00', undefined, 'id'],
    ['PUT', '/api/passkeys/%00', { name: 'x' }, 'id'],
    ['PUT', '/api/passkeys/a', { name: 'a\0b' }, 'name'],
    ['DELETE', '/api/passkeys/a%00', undefined, 'id'],
  ] as const)('%s %s with what no database can keep names it', async (method, url, body, field) => {
    const headers = { cookie, ...(body && { 'content-type': 'application/json' }) };
    const payload = body && { payload: JSON.stringify(body) };
    const answer = await server.app.inject({ method, url, headers, ...payload });
    expect(problemOf(answer)).toMatchObject({
      status: 400,
      errors: [{ field, detail: 'holds a character that no database can keep' }],
    });
  });

  it('with neither body nor media type gets a problem, so that no form can ever act', async () => {
    const answer = await server.app.inject({ method: 'POST', url: syncPath, headers: { cookie } });
    expect(problemOf(answer).status).toBe(415);
  });

  it('lists no more errors than anybody reads', async () => {
    const many = Object.fromEntries(Array.from({ length: 50_000 }, (_, n) => [`k${n}`, 1]));
    expect(problemOf(await post(JSON.stringify({ ...syncRequest(), ...many }))).errors).toHaveLength(100);
  });

  it('never gets a 500, whatever JSON it holds', async () => {
    const value = fc.jsonValue({ maxDepth: 6, stringUnit: 'binary' });
    const edit = fc.record(
      {
        table: fc.oneof(fc.constantFrom('person', 'note', 'occasion', 'touch'), value),
        id: fc.oneof(fc.integer({ min: 1, max: 5 }).map(idOf), value),
        stamp: fc.oneof(
          fc.integer({ min: 0, max: 99 }).map((ms) => stampAt(ms)),
          value,
        ),
        values: fc.oneof(
          fc.dictionary(
            fc.constantFrom('name', 'phone/aaaaaaaa', 'deleted', 'toString', 'constructor', '/', 'x'),
            value,
          ),
          value,
        ),
        replaces: value,
      },
      { requiredKeys: ['table', 'id', 'stamp', 'values'] },
    );
    const body = fc.oneof(
      value,
      fc.array(edit, { maxLength: 4 }).map((edits) => ({ ...syncRequest(), edits })),
    );
    await fc.assert(
      fc.asyncProperty(body, async (json) => {
        expect([200, 400, 409]).toContain((await post(JSON.stringify(json))).statusCode);
      }),
      { numRuns: 400 },
    );
  });

  it('never gets a 500, whatever bytes, headers and address it has', async () => {
    const header = fc.string({ unit: 'grapheme-ascii', maxLength: 20 });
    const headers = fc.record(
      {
        'content-type': header,
        'content-encoding': header,
        origin: header,
        host: header,
        cookie: header,
        'accept-encoding': header,
      },
      { requiredKeys: [] },
    );
    const request = fc.record({
      method: fc.constantFrom(
        'GET' as const,
        'POST' as const,
        'PUT' as const,
        'DELETE' as const,
        'OPTIONS' as const,
      ),
      url: fc.oneof(
        fc.constantFrom(syncPath, '/api/claim', '/api/session', '/api/%', '/%zz', '/..%2f..%2fsecret'),
        fc.webPath().map((path) => `/${path}`),
      ),
      headers,
      payload: fc.uint8Array({ maxLength: 60 }).map((bytes) => Buffer.from(bytes)),
    });
    await fc.assert(
      fc.asyncProperty(request, async (options) => {
        expect((await server.app.inject(options)).statusCode).toBeLessThan(500);
      }),
      { numRuns: 400 },
    );
    expect(server.logged).toEqual([]);
  });
});

describe('a request of another site', () => {
  const withOrigin = (origin: string, host = 'people.example:8787') =>
    server.app.inject(postJson(syncPath, syncRequest(), { cookie, origin, host }));

  it('is refused', async () => {
    for (const origin of [
      'https://evil.example',
      'null',
      'http://people.example',
      'http://people.example:8787.evil',
    ]) {
      expect(problemOf(await withOrigin(origin)).status).toBe(403);
    }
    const signOut = {
      method: 'DELETE' as const,
      url: '/api/session',
      headers: { cookie, origin: 'https://evil.example' },
    };
    expect((await server.app.inject(signOut)).statusCode).toBe(403);
  });

  it('of this site is not', async () => {
    expect((await withOrigin('http://people.example:8787')).statusCode).toBe(200);
  });

  it('of the public address is not', async () => {
    const behindProxy = await buildTestServer({ origin: 'https://people.example' });
    const own = await claim(behindProxy);
    const headers = { cookie: own, origin: 'https://people.example', host: '127.0.0.1:8787' };
    expect((await behindProxy.app.inject(postJson(syncPath, syncRequest(), headers))).statusCode).toBe(200);
    await behindProxy.close();
  });
});

describe('a fault of the server', () => {
  it('tells nothing of its inside, and logs no name and no body', async () => {
    const failing = await buildTestServer({
      wrapStorage: (storage) => ({ ...storage, sync: () => Promise.reject(new Error('disk on fire')) }),
    });
    const own = await claim(failing);
    const answer = await failing.app.inject(postSync(own, [editOf(1, stampAt(1), { name: 'Dana' })]));
    expect(problemOf(answer).status).toBe(500);
    expect(answer.body).not.toContain('disk');
    expect(failing.logged.join()).toContain('disk on fire');
    expect(failing.logged.join()).not.toMatch(/Dana|justmet\.session|ann@example/);
    await failing.close();
  });
});
