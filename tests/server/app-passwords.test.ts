import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  type AppScope,
  appPasswordsPath,
  appPasswordsSchema,
  maxAppPasswords,
  newAppPasswordSchema,
  peoplePath,
} from '../../src/protocol/app-passwords.ts';
import { devicesPath } from '../../src/protocol/devices.ts';
import { pairingsPath } from '../../src/protocol/pairing.ts';
import { sessionPath } from '../../src/protocol/session.ts';
import { insertAccount } from '../../src/server/storage/insert-account.ts';
import { editOf, stampAt } from '../contract/storage-fixture.ts';
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

beforeEach(async () => {
  server = await buildTestServer();
  cookie = await claim(server);
});
afterEach(() => server.close());

const proof = { kind: 'password', password: owner.password };
const ask = (body: object) => server.app.inject(postJson(appPasswordsPath, body, { cookie }));
async function make(scope: AppScope = 'read', name = 'My script') {
  const answer = await ask({ proof, name, scope });
  expect(answer.statusCode).toBe(201);
  return newAppPasswordSchema.parse(answer.json());
}
async function list() {
  const answer = await server.app.inject({ url: appPasswordsPath, headers: { cookie } });
  return appPasswordsSchema.parse(answer.json()).appPasswords;
}
const basic = (password: string, name = 'ann@example.com') =>
  `Basic ${Buffer.from(`${name}:${password}`).toString('base64')}`;
const people = (authorization: string) => server.app.inject({ url: peoplePath, headers: { authorization } });

describe('app passwords', () => {
  it('let a script read everybody, and none of the private details', async () => {
    const occasion = '0198c000-0000-7000-8000-00000000000a';
    const place = {
      ...editOf(7, stampAt(9), {}),
      id: occasion,
      table: 'occasion' as const,
      values: { name: 'Mixer' },
    };
    const dana = editOf(1, stampAt(1), {
      ...{ name: 'Dana', company: 'Bakery', occasion, metAt: '2026-11-22T18:42:00Z', lookedAt: null },
      ...{
        'phone/k3j9x0a1': { typed: '231 555 0142', e164: '+12315550142' },
        'email/k3j9x0a2': { typed: 'd@example.com' },
      },
    });
    const note = { ...editOf(3, stampAt(2), {}), table: 'note' as const };
    const secret = {
      ...note,
      values: { person: dana.id, text: 'Is single', writtenAt: '2026-11-22T18:42:00Z' },
    };
    const synced = await server.app.inject(postSync(cookie, [place, dana, secret]));
    expect(synced.json().refused).toEqual([]);
    const { password } = await make();
    for (const authorization of [
      basic(password),
      basic(password, ''),
      `Bearer ${password}`,
      `bearer ${password}`,
    ]) {
      const answer = await people(authorization);
      expect(answer.statusCode).toBe(200);
      expect(answer.headers['content-type']).toBe('application/x-ndjson');
      expect(answer.headers['cache-control']).toBe('no-store');
      const lines = answer.body
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line));
      expect(lines).toEqual([
        {
          ...{
            id: dana.id,
            name: 'Dana',
            company: 'Bakery',
            metAt: '2026-11-22T18:42:00Z',
            metWhere: 'Mixer',
          },
          phones: [{ typed: '231 555 0142', e164: '+12315550142' }],
          ...{ emails: ['d@example.com'], handles: [] },
        },
      ]);
    }
  });

  it('leave out who was deleted, and read on over more people than fit in one look', async () => {
    const many = Array.from({ length: 450 }, (_, n) =>
      editOf(n + 1, stampAt(n + 1), { name: `Person ${n}` }),
    );
    const more = Array.from({ length: 300 }, (_, n) =>
      editOf(n + 451, stampAt(n + 451), { name: `Person ${n + 450}` }),
    );
    await server.app.inject(postSync(cookie, many));
    await server.app.inject(postSync(cookie, more));
    await server.app.inject(
      postSync(cookie, [editOf(1, stampAt(2_000), { deleted: { aaaaaaaaaa: stampAt(1) } })]),
    );
    const { password } = await make();
    const lines = (await people(basic(password))).body.trimEnd().split('\n');
    const names = lines.map((line) => JSON.parse(line).name);
    expect(new Set(names).size).toBe(749);
    expect(names).not.toContain('Person 0');
  });

  it('read no other account', async () => {
    const other = randomUUID();
    await server.db.transaction().execute((trx) => insertAccount(trx, other, randomUUID()));
    const stranger = {
      account_id: other,
      id: randomUUID(),
      table: 'person' as const,
      seq: 1,
      stamp: stampAt(1),
    };
    const values = JSON.stringify({ name: 'Stranger' });
    await server.db
      .insertInto('row')
      .values({ ...stranger, values, stamps: null, deleted: 0 })
      .execute();
    const { password } = await make();
    expect((await people(basic(password))).body).toBe('');
    // Nor by writing another account into it.
    const forged = Buffer.from(password, 'base64url');
    forged.write(other.replaceAll('-', ''), 0, 'hex');
    expect((await people(basic(forged.toString('base64url')))).statusCode).toBe(401);
  });

  it('are listed with their last use, said once, and kept as a hash', async () => {
    const { password, appPassword } = await make();
    expect(password.length).toBe(75);
    expect(appPassword).toMatchObject({ name: 'My script', scope: 'read', lastUsedAt: null });
    expect(await list()).toEqual([appPassword]);
    expect(JSON.stringify(await server.db.selectFrom('app_password').selectAll().execute())).not.toContain(
      password,
    );
    await people(basic(password));
    const used = (await list())[0]?.lastUsedAt;
    expect(used).toMatch(/Z$/);
    await people(basic(password));
    expect((await list())[0]?.lastUsedAt).toBe(used);
    await server.db.updateTable('app_password').set({ last_used_at: '2026-01-01T00:00:00.000Z' }).execute();
    await people(basic(password));
    expect((await list())[0]?.lastUsedAt).not.toBe('2026-01-01T00:00:00.000Z');
  });

  it('end at once, each by itself', async () => {
    const [one, two] = [await make(), await make()];
    const url = `${appPasswordsPath}/${one.appPassword.id}`;
    expect((await server.app.inject({ method: 'DELETE', url, headers: { cookie } })).statusCode).toBe(204);
    expect((await people(basic(one.password))).statusCode).toBe(401);
    expect((await people(basic(two.password))).statusCode).toBe(200);
    expect((await server.app.inject({ method: 'DELETE', url, headers: { cookie } })).statusCode).toBe(404);
  });

  it('are for what they were made for', async () => {
    const { password } = await make('address-book');
    expect((await people(basic(password))).statusCode).toBe(401);
  });

  it('are made by the one who signed in, not by whoever holds the open phone', async () => {
    const wanted = { name: 'My script', scope: 'read' };
    const wrong = await ask({ ...wanted, proof: { kind: 'password', password: 'not the one' } });
    expect(wrong.json()).toMatchObject({ status: 403, detail: 'The current password is not right.' });
    expect((await ask(wanted)).statusCode).toBe(400);
    expect(await list()).toEqual([]);
  });

  it('are no session, and a session is none of them', async () => {
    const { password } = await make();
    for (const authorization of [basic(password), `Bearer ${password}`]) {
      const headers = { authorization };
      const answers = await Promise.all([
        ...[sessionPath, devicesPath, appPasswordsPath].map((url) => server.app.inject({ url, headers })),
        server.app.inject(postJson('/api/sync', syncRequest(), headers)),
        server.app.inject(postJson(pairingsPath, {}, headers)),
        server.app.inject(postJson(appPasswordsPath, { proof, name: 'More', scope: 'read' }, headers)),
      ]);
      expect(answers.map(({ statusCode }) => statusCode)).toEqual(Array(6).fill(401));
    }
    const bySession = await server.app.inject({ url: peoplePath, headers: { cookie } });
    expect(bySession.statusCode).toBe(401);
    expect(bySession.headers['www-authenticate']).toContain('Basic realm="Justmet"');
  });

  it('do nothing when they are wrong, however they are wrong', async () => {
    const { password } = await make();
    const almost = `${password.slice(0, -4)}AAAA`;
    for (const authorization of [
      '',
      'Basic',
      'Basic %',
      'Digest x',
      basic(''),
      basic(almost),
      `Bearer ${almost}`,
      `Bearer ${password}x`,
    ]) {
      expect((await people(authorization)).statusCode, authorization).toBe(401);
    }
  });

  it('S-19 have a name and a scope, and are not endlessly many', async () => {
    expect((await ask({ proof, name: ' ', scope: 'all' })).statusCode).toBe(400);
    await make();
    const { id: _, ...one } = await server.db
      .selectFrom('app_password')
      .selectAll()
      .executeTakeFirstOrThrow();
    const more = Array.from({ length: maxAppPasswords - 1 }, (_one, n) => ({ ...one, id: `${n}` }));
    await server.db.insertInto('app_password').values(more).execute();
    expect((await ask({ proof, name: 'x', scope: 'read' })).statusCode).toBe(409);
  });
});
