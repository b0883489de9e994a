import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { problemSchema } from '../../src/protocol/problem.ts';
import { claimPath, healthPath, sessionPath } from '../../src/protocol/session.ts';
import { syncPath } from '../../src/protocol/sync.ts';
import { editOf, stampAt } from '../contract/storage-fixture.ts';
import {
  type BuiltServer,
  buildTestServer,
  claim,
  cookieOf,
  owner,
  postJson,
  postSync,
} from './harness/built-server.ts';

let server: BuiltServer;
beforeEach(async () => {
  server = await buildTestServer();
});
afterEach(() => server.close());

const signIn = (more = {}) => {
  const { email, password } = owner;
  return server.app.inject(postJson(sessionPath, { email, password, ...more }));
};

describe('claiming', () => {
  it('makes the one who holds the link the owner, signed in', async () => {
    const token = await server.accounts.issueClaimToken();
    const answer = await server.app.inject(postJson(claimPath, { token, ...owner }));
    expect(answer.statusCode).toBe(200);
    expect(answer.json()).toEqual({ accountId: expect.any(String), name: owner.name, email: owner.email });
    const cookie = cookieOf(answer.headers['set-cookie']);
    expect((await server.app.inject({ url: sessionPath, headers: { cookie } })).json()).toEqual(
      answer.json(),
    );
    expect((await server.app.inject({ url: healthPath })).json()).toMatchObject({ claimed: true });
  });

  it('keeps no token and no password that could be used', async () => {
    const token = await server.accounts.issueClaimToken();
    expect(JSON.stringify(await server.db.selectFrom('verification').selectAll().execute())).not.toContain(
      token,
    );
    await server.app.inject(postJson(claimPath, { token, ...owner }));
    expect(JSON.stringify(await server.db.selectFrom('credential').selectAll().execute())).not.toContain(
      owner.password,
    );
    expect(await server.db.selectFrom('verification').selectAll().execute()).toEqual([]);
  });

  it('refuses a wrong token, an older one and a used one, in words', async () => {
    const older = await server.accounts.issueClaimToken();
    const token = await server.accounts.issueClaimToken();
    for (const wrong of ['nonsense', older]) {
      const answer = await server.app.inject(postJson(claimPath, { token: wrong, ...owner }));
      expect(answer.statusCode).toBe(403);
      expect(problemSchema.parse(answer.json()).detail).toContain('is not the newest one');
    }
    expect((await server.app.inject(postJson(claimPath, { token, ...owner }))).statusCode).toBe(200);
    const used = await server.app.inject(postJson(claimPath, { token, ...owner }));
    expect(used.statusCode).toBe(403);
    expect(problemSchema.parse(used.json()).detail).toBe(
      'This contact database has an owner already: sign in.',
    );
    expect(await server.accounts.issueClaimToken()).toBeUndefined();
  });

  it('has one winner when two claim at once, and nothing of the other', async () => {
    const token = await server.accounts.issueClaimToken();
    const answers = await Promise.all(
      ['ann', 'bob', 'eve'].map((name) =>
        server.app.inject(postJson(claimPath, { ...owner, token, name, email: `${name}@example.com` })),
      ),
    );
    expect(answers.map((answer) => answer.statusCode).sort()).toEqual([200, 403, 403]);
    for (const table of ['user', 'credential', 'account', 'member', 'session'] as const) {
      expect(await server.db.selectFrom(table).selectAll().execute()).toHaveLength(1);
    }
  });

  it('leaves nothing behind when it fails halfway, and the link still works', async () => {
    const token = await server.accounts.issueClaimToken();
    const now = '2026-01-01T00:00:00.000Z';
    const times = { createdAt: now, updatedAt: now };
    const stranger = { id: 'x', name: 'x', email: owner.email, emailVerified: 0, image: null, ...times };
    await server.db.insertInto('user').values(stranger).execute();
    expect((await server.app.inject(postJson(claimPath, { token, ...owner }))).statusCode).toBe(500);
    expect(await server.db.selectFrom('account').selectAll().execute()).toEqual([]);
    await server.db.deleteFrom('user').execute();
    expect((await server.app.inject(postJson(claimPath, { token, ...owner }))).statusCode).toBe(200);
  });

  it('S-19 names the field that is wrong', async () => {
    const bad = { token: 'x', name: 'a\0b', email: 'nobody', password: 'short', more: 1 };
    const answer = await server.app.inject(postJson(claimPath, bad));
    expect(answer.statusCode).toBe(400);
    const fields = problemSchema.parse(answer.json()).errors?.map(({ field }) => field);
    expect(fields?.sort()).toEqual(['email', 'more', 'name', 'password']);
  });
});

describe('sessions', () => {
  it('are given for the right password, also to an email in capitals', async () => {
    await claim(server);
    const answer = await signIn({ email: 'ANN@example.com' });
    expect(answer.statusCode).toBe(200);
    const cookie = String(answer.headers['set-cookie']);
    expect(cookie).toMatch(/^justmet\.session_token=/);
    expect(cookie).toMatch(/Max-Age=7776000;.*HttpOnly; SameSite=Lax/);
    expect(cookie).not.toContain('Secure');
  });

  it('do not tell what was wrong', async () => {
    await claim(server);
    const password = await signIn({ password: 'wrong password' });
    const email = await signIn({ email: 'nobody@example.com' });
    expect([password.statusCode, email.statusCode]).toEqual([401, 401]);
    expect(problemSchema.parse(password.json()).detail).toBe('The email or the password is not right.');
    expect(password.body).toBe(email.body);
    expect(password.headers['set-cookie']).toBeUndefined();
  });

  it('cannot be guessed at more than ten times a minute', async () => {
    await claim(server);
    for (let n = 0; n < 10; n += 1) expect((await signIn({ password: `guess ${n}` })).statusCode).toBe(401);
    const answer = await signIn();
    expect(answer.statusCode).toBe(429);
    expect(answer.headers['retry-after']).toMatch(/^\d+$/);
    expect(problemSchema.parse(answer.json()).status).toBe(429);
  });

  it('end when signed out, there and in the browser', async () => {
    const cookie = await claim(server);
    const answer = await server.app.inject({ method: 'DELETE', url: sessionPath, headers: { cookie } });
    expect(answer.statusCode).toBe(204);
    expect(String(answer.headers['set-cookie'])).toContain('Max-Age=0');
    expect((await server.app.inject({ url: sessionPath, headers: { cookie } })).statusCode).toBe(401);
    expect((await server.app.inject(postSync(cookie))).statusCode).toBe(401);
  });

  it('are refreshed after a day', async () => {
    const cookie = await claim(server);
    const fresh = await server.app.inject({ url: sessionPath, headers: { cookie } });
    expect(fresh.headers['set-cookie'] ?? []).toEqual([]);
    const expiresAt = new Date(Date.now() + 88 * 24 * 3_600_000).toISOString();
    await server.db.updateTable('session').set({ expiresAt }).execute();
    const answer = await server.app.inject({ url: sessionPath, headers: { cookie } });
    expect(String(answer.headers['set-cookie'])).toContain('Max-Age=7776000');
  });

  it('of https addresses have Secure cookies', async () => {
    const secure = await buildTestServer({ origin: 'https://people.example' });
    const token = await secure.accounts.issueClaimToken();
    const answer = await secure.app.inject(postJson(claimPath, { token, ...owner }));
    expect(String(answer.headers['set-cookie'])).toMatch(/^__Secure-justmet\.session_token=.*Secure/);
    expect(answer.headers['strict-transport-security']).toBeDefined();
    await secure.close();
  });

  it('are needed for everything but the health check, claiming and signing in', async () => {
    await claim(server);
    const forged = 'justmet.session_token=abc.def';
    for (const cookie of ['', forged, '%', 'justmet.session_token=%zz', '\u00ff=\u00fe']) {
      const headers = { cookie };
      const answers = await Promise.all([
        server.app.inject({ url: sessionPath, headers }),
        server.app.inject({ url: '/%61pi/session', headers }),
        server.app.inject(postJson(syncPath, {}, headers)),
        server.app.inject({ url: '/api/unknown', headers }),
        server.app.inject({ url: '/api', headers }),
        server.app.inject({ url: syncPath, headers }),
      ]);
      expect(answers.map((answer) => answer.statusCode)).toEqual([401, 401, 401, 401, 401, 401]);
      expect(answers.map((answer) => answer.headers['content-type'])).toEqual(
        Array(6).fill('application/problem+json; charset=utf-8'),
      );
    }
  });

  it('guard an address however it is written, and keep its answers out of caches', async () => {
    const cookie = await claim(server);
    for (const url of ['/%61pi/session', '/ap%69/session']) {
      const answer = await server.app.inject({ url, headers: { cookie } });
      expect(answer.statusCode).toBe(200);
      expect(answer.headers['cache-control']).toBe('no-store');
    }
    expect((await server.app.inject(postJson('/%61pi/sync', {}))).statusCode).toBe(401);
  });

  it('can be ended twice', async () => {
    const cookie = await claim(server);
    for (let time = 0; time < 2; time += 1) {
      const answer = await server.app.inject({ method: 'DELETE', url: sessionPath, headers: { cookie } });
      expect(answer.statusCode).toBe(204);
    }
  });

  it('S-21 take in nobody else’s people', async () => {
    const cookie = await claim(server);
    const account = '5f2cbb8e-1c1f-4b1a-9a57-0d3f7c1d2e31';
    const edit = editOf(1, stampAt(1), { name: 'Dana' });
    expect((await server.app.inject(postSync(cookie, [edit], { account }))).statusCode).toBe(401);
    expect(await server.db.selectFrom('row').selectAll().execute()).toEqual([]);
    expect((await server.app.inject(postSync(cookie, [edit]))).statusCode).toBe(200);
  });

  it('know an unknown address of the API', async () => {
    const cookie = await claim(server);
    expect((await server.app.inject({ url: '/api/unknown', headers: { cookie } })).statusCode).toBe(404);
  });
});
