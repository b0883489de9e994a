import { createHash, randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { maxFileBytes } from '../../src/domain/limits.ts';
import {
  damagedProblemType,
  filePath,
  fileStatePath,
  maxPartBytes,
  partMediaType,
  pathOf,
} from '../../src/protocol/files.ts';
import { problemSchema } from '../../src/protocol/problem.ts';
import { syncResponseSchema } from '../../src/protocol/sync.ts';
import { openFolderFiles } from '../../src/server/files/folder-files.ts';
import { accountId, type BuiltServer, buildTestServer, claim, postSync } from './harness/built-server.ts';

let server: BuiltServer;
let cookie: string;
beforeAll(async () => {
  server = await buildTestServer();
  cookie = await claim(server);
});
afterAll(() => server.close());

const hashOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
const headers = () => ({ cookie, 'content-type': partMediaType });

const putPart = (hash: string, query: string, payload: Buffer, more: Record<string, string> = {}) =>
  server.app.inject({
    method: 'PUT',
    url: `${pathOf(filePath, accountId, hash)}${query}`,
    headers: { ...headers(), ...more },
    payload,
  });
const get = (url: string, more: Record<string, string> = {}) =>
  server.app.inject({ method: 'GET', url, headers: { cookie, ...more } });

describe('files over HTTP', () => {
  it('S-24 S-25 a file goes up in parts and comes down in parts', async () => {
    const bytes = randomBytes(maxPartBytes + 10);
    const hash = hashOf(bytes);
    const first = await putPart(hash, `?from=0&of=${bytes.length}`, bytes.subarray(0, maxPartBytes));
    expect(first.json()).toEqual({ received: maxPartBytes, isComplete: false });
    expect((await get(pathOf(fileStatePath, accountId, hash))).json()).toEqual(first.json());
    expect((await get(`${pathOf(filePath, accountId, hash)}?from=0`)).statusCode).toBe(404);
    const rest = await putPart(
      hash,
      `?from=${maxPartBytes}&of=${bytes.length}`,
      bytes.subarray(maxPartBytes),
    );
    expect(rest.json()).toEqual({ received: bytes.length, isComplete: true });
    const down = await get(`${pathOf(filePath, accountId, hash)}?from=0`, { 'accept-encoding': 'gzip' });
    expect(down.headers['content-encoding']).toBeUndefined();
    expect(down.headers['content-length']).toBe(String(maxPartBytes));
    expect(down.rawPayload).toEqual(bytes.subarray(0, maxPartBytes));
    expect(down.headers).toMatchObject({
      'content-type': partMediaType,
      'content-disposition': 'attachment',
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    });
    const end = await get(`${pathOf(filePath, accountId, hash)}?from=${maxPartBytes}`);
    expect(end.rawPayload).toEqual(bytes.subarray(maxPartBytes));
  });

  it('S-27 the last part gives the account a new head, so that a backup from before it is told', async () => {
    const readHead = async () =>
      syncResponseSchema.parse((await server.app.inject(postSync(cookie))).json()).head;
    const bytes = randomBytes(20);
    const before = await readHead();
    await putPart(hashOf(bytes), '?from=0&of=20', bytes.subarray(0, 10));
    expect(await readHead()).toBe(before);
    await putPart(hashOf(bytes), '?from=10&of=20', bytes.subarray(10));
    expect(await readHead()).not.toBe(before);
  });

  it('S-27 what is said to be here is so since before a new head, also when whoever took it was killed then', async () => {
    const readHead = async () =>
      syncResponseSchema.parse((await server.app.inject(postSync(cookie))).json()).head;
    const bytes = randomBytes(20);
    const name = { accountId, hash: hashOf(bytes) };
    const before = await readHead();
    await openFolderFiles(server.filesFolder).put({ ...name, from: 0, of: 20, bytes });
    expect(await readHead()).toBe(before);
    const state = await get(pathOf(fileStatePath, accountId, name.hash));
    expect(state.json()).toEqual({ received: 20, isComplete: true });
    expect(await readHead()).not.toBe(before);
  });

  it('S-24 says when what arrived is not what the name says', async () => {
    const bytes = randomBytes(100);
    const answer = await putPart(hashOf(randomBytes(100)), '?from=0&of=100', bytes);
    expect(answer.statusCode).toBe(422);
    expect(problemSchema.parse(answer.json()).type).toBe(damagedProblemType);
  });

  it('S-21 files are behind the session, of the account that it is for', async () => {
    const hash = hashOf(randomBytes(3));
    for (const url of [
      pathOf(fileStatePath, accountId, hash),
      `${pathOf(filePath, accountId, hash)}?from=0`,
    ]) {
      expect((await server.app.inject({ method: 'GET', url })).statusCode).toBe(401);
      expect((await get(url.replace(accountId, 'somebody-else'))).statusCode).toBe(401);
    }
    expect((await putPart(hash, '?from=0&of=3', randomBytes(3), { cookie: '' })).statusCode).toBe(401);
  });

  it('answers wrong requests with a problem that names the field, and keeps nothing', async () => {
    const bytes = randomBytes(3);
    const hash = hashOf(bytes);
    const wrong: [string, string, string][] = [
      [hash, '?from=2&of=3', 'of'],
      [hash, '?from=-1&of=3', 'from'],
      [hash, '?from=0.5&of=3', 'from'],
      [hash, `?from=0&of=${maxFileBytes + 1}`, 'of'],
      [hash, '?from=0&of=0', 'of'],
      [hash, '?from=0', 'of'],
      [hash, '?from=0&of=3&more=1', 'more'],
      [hash.toUpperCase(), '?from=0&of=3', 'hash'],
      ['..%2F..%2Fcontacts.sqlite', '?from=0&of=3', 'hash'],
    ];
    for (const [name, query, field] of wrong) {
      const answer = await putPart(name, query, bytes);
      expect(answer.statusCode, query).toBe(400);
      expect(problemSchema.parse(answer.json()).errors?.map((error) => error.field)).toContain(field);
    }
    expect((await putPart(hash, '?from=0&of=3', bytes, { 'content-type': 'text/plain' })).statusCode).toBe(
      415,
    );
    expect((await putPart(hash, '?from=0&of=3', bytes, { origin: 'https://evil.example' })).statusCode).toBe(
      403,
    );
    expect(
      (await putPart(hash, `?from=0&of=${maxFileBytes}`, randomBytes(maxPartBytes + 1))).statusCode,
    ).toBe(413);
    expect((await get(pathOf(fileStatePath, accountId, hash))).json()).toEqual({
      received: 0,
      isComplete: false,
    });
  });
});
