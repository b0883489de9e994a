import { readdir } from 'node:fs/promises';
import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  accountPath,
  deleteAccountPath,
  exportPath,
  othersHereProblemType,
} from '../../src/protocol/account.ts';
import { filePath } from '../../src/protocol/files.ts';
import { invitationsPath, invitedPath, joinPath } from '../../src/protocol/invitations.ts';
import { forgottenPath, passwordPath, resetPath } from '../../src/protocol/passwords.ts';
import { problemSchema } from '../../src/protocol/problem.ts';
import { claimPath, healthPath, sessionPath } from '../../src/protocol/session.ts';
import { syncResponseSchema } from '../../src/protocol/sync.ts';
import { createInvitation } from '../../src/server/accounts/invitations.ts';
import { createResetLink } from '../../src/server/accounts/reset-links.ts';
import { nameFor } from '../contract/file-storage.ts';
import { editOf, stampAt } from '../contract/storage-fixture.ts';
import {
  accountId,
  type BuiltServer,
  buildTestServer,
  claim,
  cookieOf,
  guest,
  joinAsGuest,
  owner,
  postJson,
  postSync,
} from './harness/built-server.ts';

let server: BuiltServer;
beforeEach(async () => {
  server = await buildTestServer();
});
afterEach(() => server.close());

const get = (url: string, cookie = '') => server.app.inject({ url, headers: { cookie } });
const post = (url: string, body: unknown, cookie = '') => server.app.inject(postJson(url, body, { cookie }));
const remove = (url: string, cookie: string) =>
  server.app.inject({ method: 'DELETE', url, headers: { cookie } });
const signIn = async (as: { email: string; password: string }) => {
  const { email, password } = as;
  const answer = await post(sessionPath, { email, password });
  return { status: answer.statusCode, cookie: cookieOf(answer.headers['set-cookie']) };
};
const byPassword = (password: string) => ({ kind: 'password', password });

describe('invitations', () => {
  it('let one person in, to an account of their own', async () => {
    const cookie = await claim(server);
    await server.app.inject(postSync(cookie, [editOf(1, stampAt(1), { name: 'Dana' })]));
    const token = await server.invite(guest.email);
    expect((await post(invitedPath, { token })).json()).toEqual({
      email: guest.email,
      invitedBy: owner.name,
    });
    const joined = await post(joinPath, { token, name: guest.name, password: guest.password });
    expect(joined.statusCode).toBe(200);
    expect(joined.json()).toMatchObject({ name: guest.name, email: guest.email });
    const theirs = joined.json<{ accountId: string }>().accountId;
    expect(theirs).not.toBe(accountId);
    const theirCookie = cookieOf(joined.headers['set-cookie']);
    const pulled = await server.app.inject(postSync(theirCookie, [], { account: theirs }));
    expect(syncResponseSchema.parse(pulled.json()).rows).toEqual([]);
    expect((await server.app.inject(postSync(theirCookie))).statusCode).toBe(401);
    expect((await signIn(guest)).status).toBe(200);
  });

  it('work once, and one of two at once wins', async () => {
    await claim(server);
    const token = await server.invite(guest.email);
    const body = { token, name: guest.name, password: guest.password };
    const answers = await Promise.all([post(joinPath, body), post(joinPath, body)]);
    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, 403]);
    expect((await post(joinPath, body)).statusCode).toBe(403);
    expect((await post(invitedPath, { token })).statusCode).toBe(403);
    expect(await server.db.selectFrom('account').selectAll().execute()).toHaveLength(2);
  });

  it('end after seven days, when taken back, and when another one follows', async () => {
    const cookie = await claim(server);
    const older = await server.invite(guest.email);
    const token = await server.invite(guest.email.toUpperCase());
    expect((await post(invitedPath, { token: older })).statusCode).toBe(403);
    const list = (await get(invitationsPath, cookie)).json<{ id: string; expiresAt: string }[]>();
    expect(list).toEqual([
      { id: expect.any(String), email: guest.email, expiresAt: expect.any(String), usedAt: null },
    ]);
    const days = (Date.parse(list[0]?.expiresAt ?? '') - Date.now()) / 86_400_000;
    expect(days).toBeGreaterThan(6.9);
    expect(days).toBeLessThan(7.1);
    expect((await remove(`${invitationsPath}/${list[0]?.id}`, cookie)).statusCode).toBe(204);
    expect((await post(invitedPath, { token })).statusCode).toBe(403);
    const third = await server.invite(guest.email);
    await server.db
      .updateTable('invitation')
      .set({ expires_at: new Date(Date.now() - 1).toISOString() })
      .execute();
    const late = await post(joinPath, { token: third, name: guest.name, password: guest.password });
    expect(late.statusCode).toBe(403);
    expect(problemSchema.parse(late.json()).detail).toContain('Ask who invited you');
  });

  it('keep no token, and give it once', async () => {
    const cookie = await claim(server);
    const answer = await post(invitationsPath, { email: guest.email }, cookie);
    const { token } = answer.json<{ token: string }>();
    expect(JSON.stringify(await server.db.selectFrom('invitation').selectAll().execute())).not.toContain(
      token,
    );
    expect((await get(invitationsPath, cookie)).body).not.toContain(token);
  });

  it('are the owner’s alone', async () => {
    const cookie = await claim(server);
    const { cookie: theirs } = await joinAsGuest(server);
    for (const answer of [
      await get(invitationsPath, theirs),
      await post(invitationsPath, { email: 'eve@example.com' }, theirs),
      await remove(`${invitationsPath}/x`, theirs),
    ]) {
      expect(answer.statusCode).toBe(403);
    }
    expect((await get(accountPath, theirs)).json()).toEqual({
      hasPassword: true,
      isOwner: false,
      hasOthers: false,
    });
    expect((await get(accountPath, cookie)).json()).toMatchObject({ isOwner: true, hasOthers: true });
    expect((await post(invitationsPath, { email: guest.email }, cookie)).statusCode).toBe(409);
    expect((await get(invitationsPath, cookie)).json()).toMatchObject([{ usedAt: expect.any(String) }]);
  });

  it('can be made by a command on the server, once it has an owner', async () => {
    const { authOptions } = server;
    expect(await createInvitation(authOptions, { email: guest.email })).toEqual({ kind: 'unclaimed' });
    await claim(server);
    expect(await createInvitation(authOptions, { email: guest.email })).toMatchObject({
      kind: 'invited',
      token: expect.any(String),
    });
  });
});

describe('passwords', () => {
  it.each([
    ['password12', 'many people use'],
    ['Password123', 'many people use'],
    ['1234567890', 'many people use'],
    ['abcabcabcabc', 'again and again'],
    ['ann@example.com', 'your own'],
    ['AnnAgent2026', 'your own'],
    ['short', 'at least 10'],
    ['x'.repeat(257), 'longer than 256'],
  ])('refuse %s in words', async (password, words) => {
    const token = await server.accounts.issueClaimToken();
    const answer = await post(claimPath, { token, ...owner, password });
    expect(answer.statusCode).toBe(400);
    expect(problemSchema.parse(answer.json()).errors).toEqual([
      { field: 'password', detail: expect.stringContaining(words) },
    ]);
    expect((await post(claimPath, { token, ...owner })).statusCode).toBe(200);
  });

  it('may be 256 characters of any kind', async () => {
    const token = await server.accounts.issueClaimToken();
    const password = 'only small letters and blanks '.repeat(9).slice(0, 256);
    expect((await post(claimPath, { token, ...owner, password })).statusCode).toBe(200);
    expect((await signIn({ ...owner, password })).status).toBe(200);
    expect((await signIn({ ...owner, password: password.slice(0, 255) })).status).toBe(401);
  });

  it('are changed with the present one, which ends every other session', async () => {
    const cookie = await claim(server);
    const other = (await signIn(owner)).cookie;
    expect((await server.app.inject(postSync(other))).statusCode).toBe(200);
    const password = 'another long phrase';
    const wrong = await post(passwordPath, { proof: byPassword('not the one'), password }, cookie);
    expect(wrong.statusCode).toBe(403);
    expect((await get(sessionPath, other)).statusCode).toBe(200);
    const weak = await post(
      passwordPath,
      { proof: byPassword(owner.password), password: 'ann@example.com' },
      cookie,
    );
    expect(weak.statusCode).toBe(400);
    const changed = await post(passwordPath, { proof: byPassword(owner.password), password }, cookie);
    expect(changed.json()).toEqual({ ended: 1 });
    expect((await get(sessionPath, cookie)).statusCode).toBe(200);
    expect((await get(sessionPath, other)).statusCode).toBe(401);
    expect((await server.app.inject(postSync(other))).statusCode, 'not even for a moment').toBe(401);
    expect((await signIn(owner)).status).toBe(401);
    expect((await signIn({ ...owner, password })).status).toBe(200);
  });
});

describe('a link that sets a lost password', () => {
  it('is made by a command on the server, works once, and ends all sessions', async () => {
    const cookie = await claim(server);
    const token = await createResetLink(server.authOptions, { email: owner.email });
    const second = await createResetLink(server.authOptions, { email: owner.email });
    expect(await createResetLink(server.authOptions, { email: 'nobody@example.com' })).toBeUndefined();
    const kept = JSON.stringify(await server.db.selectFrom('verification').selectAll().execute());
    expect(kept).not.toContain(token);
    const found = await server.accounts.findSession({ cookie });
    if (found === undefined) throw new Error('Nobody is signed in');
    const made = await server.accounts.appPasswords.create(found, { name: 'A script', scope: 'read' });
    const program = `Bearer ${made === 'too-many' ? made : made.password}`;
    expect(await server.accounts.appPasswords.findAccount(program, 'read')).toBe(accountId);
    const password = 'found it again today';
    const weak = await post(resetPath, { token, password: 'annagent2026' });
    expect(weak.statusCode).toBe(400);
    expect((await post(resetPath, { token, password })).statusCode).toBe(204);
    expect((await get(sessionPath, cookie)).statusCode).toBe(401);
    expect(await server.accounts.appPasswords.findAccount(program, 'read')).toBeUndefined();
    expect((await signIn(owner)).status).toBe(401);
    expect((await signIn({ ...owner, password })).status).toBe(200);
    for (const used of [token, second, 'nonsense']) {
      const again = await post(resetPath, { token: used, password: 'yet another phrase' });
      expect(again.statusCode).toBe(403);
      expect(problemSchema.parse(again.json()).detail).toContain('Ask for a new one');
    }
  });

  it('ends after an hour', async () => {
    await claim(server);
    const token = await createResetLink(server.authOptions, { email: owner.email });
    const [link] = await server.db.selectFrom('verification').selectAll().execute();
    const minutes = (Date.parse(link?.expiresAt ?? '') - Date.now()) / 60_000;
    expect(Math.round(minutes)).toBe(60);
    await server.db
      .updateTable('verification')
      .set({ expiresAt: new Date(Date.now() - 1).toISOString() })
      .execute();
    expect((await post(resetPath, { token, password: 'found it again today' })).statusCode).toBe(403);
  });

  it('is void once the password was changed', async () => {
    const cookie = await claim(server);
    const token = await createResetLink(server.authOptions, { email: owner.email });
    const proof = byPassword(owner.password);
    await post(passwordPath, { proof, password: 'another long phrase' }, cookie);
    expect((await post(resetPath, { token, password: 'found it again today' })).statusCode).toBe(403);
  });

  it('is said not to be mailed where there is no mail', async () => {
    expect((await get(forgottenPath)).json()).toEqual({ byMail: false });
    expect((await post(forgottenPath, { email: owner.email })).statusCode).toBe(409);
  });
});

describe('an account', () => {
  const picture = Buffer.from('a picture');

  const fill = async (cookie: string, account: string) => {
    const edits = [
      editOf(1, stampAt(1), { name: 'Dana' }),
      editOf(1, stampAt(2), { name: 'Dana Ruiz' }),
      { ...editOf(2, stampAt(3), { text: 'Two kids.' }), table: 'note' as const },
    ];
    const answer = await server.app.inject(postSync(cookie, edits, { account }));
    expect(syncResponseSchema.parse(answer.json()).refused).toEqual([]);
    const { hash } = nameFor(picture, account);
    const path = filePath.replace(':account', account).replace(':hash', hash);
    const put = await server.app.inject({
      method: 'PUT',
      url: `${path}?from=0&of=${picture.length}`,
      headers: { cookie, 'content-type': 'application/octet-stream' },
      payload: picture,
    });
    expect(put.statusCode).toBe(200);
  };

  it('goes out as one JSON file, what is private only when asked for', async () => {
    const cookie = await claim(server);
    await fill(cookie, accountId);
    const plain = await get(exportPath, cookie);
    expect(plain.headers['content-disposition']).toContain('attachment');
    expect(plain.json()).toMatchObject({ justmet: 1, withPrivate: false, person: [{ name: 'Dana Ruiz' }] });
    expect(plain.json().earlier).toMatchObject([{ table: 'person', field: 'name', value: 'Dana' }]);
    expect(plain.body).not.toMatch(/Two kids|"note"/);
    const whole = await get(`${exportPath}?private=yes`, cookie);
    expect(whole.json().note).toMatchObject([{ text: 'Two kids.' }]);
    const { cookie: theirs } = await joinAsGuest(server);
    expect((await get(`${exportPath}?private=yes`, theirs)).body).not.toContain('Dana');
  });

  it('goes with everything in it, and nothing of anybody else', async () => {
    const cookie = await claim(server);
    await fill(cookie, accountId);
    const joined = await joinAsGuest(server);
    await fill(joined.cookie, joined.accountId);
    await createResetLink(server.authOptions, { email: guest.email });
    const [other] = [(await signIn(guest)).cookie];
    const before = await countRows(joined.accountId);
    expect(before).toMatchObject({ row: 2, history: 1, member: 1, session: 2, credential: 1, user: 1 });

    const body = { proof: byPassword('not the one'), leavesOthers: false };
    expect((await post(deleteAccountPath, body, joined.cookie)).statusCode).toBe(403);
    expect(await countRows(joined.accountId)).toEqual(before);
    const gone = await post(deleteAccountPath, { ...body, proof: byPassword(guest.password) }, joined.cookie);
    expect(gone.statusCode).toBe(204);
    expect(Object.values(await countRows(joined.accountId)).every((count) => count === 0)).toBe(true);
    expect(await readdir(server.filesFolder)).toEqual([accountId]);
    for (const ended of [joined.cookie, other]) {
      expect((await server.app.inject(postSync(ended, [], { account: joined.accountId }))).statusCode).toBe(
        401,
      );
    }
    expect((await signIn(guest)).status).toBe(401);
    expect(await server.db.selectFrom('deletion').selectAll().execute()).toEqual([
      { account_id: joined.accountId, deleted_at: expect.any(String), files_gone_at: expect.any(String) },
    ]);
    expect(server.logged.join()).toContain('account-deleted');
    expect(server.logged.join()).not.toContain(guest.email);
    const pulled = await server.app.inject(postSync(cookie));
    expect(syncResponseSchema.parse(pulled.json()).rows).toHaveLength(2);
  });

  it('of the owner leaves others behind only knowingly; alone, the server is nobody’s again', async () => {
    const cookie = await claim(server);
    await joinAsGuest(server);
    const proof = byPassword(owner.password);
    const refused = await post(deleteAccountPath, { proof, leavesOthers: false }, cookie);
    expect(refused.statusCode).toBe(409);
    expect(problemSchema.parse(refused.json()).type).toBe(othersHereProblemType);
    expect((await get(sessionPath, cookie)).statusCode).toBe(200);
    expect((await post(deleteAccountPath, { proof, leavesOthers: true }, cookie)).statusCode).toBe(204);
    expect((await signIn(guest)).status).toBe(200);
    expect((await get(healthPath)).json()).toMatchObject({ claimed: true });
    const invited = await createInvitation(server.authOptions, { email: 'eve@example.com' });
    const token = invited.kind === 'invited' ? invited.token : '';
    const eve = { token, name: 'Eve Third', password: 'the third one here' };
    expect((await post(joinPath, eve)).statusCode, 'the command still invites').toBe(200);
    expect((await post(joinPath, eve)).statusCode).toBe(403);
    const third = { email: 'eve@example.com', password: eve.password };
    const gone = { proof: byPassword(third.password), leavesOthers: false };
    expect((await post(deleteAccountPath, gone, (await signIn(third)).cookie)).statusCode).toBe(204);
    const { cookie: theirs } = await signIn(guest);
    const last = { proof: byPassword(guest.password), leavesOthers: false };
    expect((await post(deleteAccountPath, last, theirs)).statusCode).toBe(204);
    expect((await get(healthPath)).json()).toMatchObject({ claimed: false });
    expect(await server.accounts.issueClaimToken()).toBeDefined();
  });

  /** Rows that name the account or its user, by table; whatever tables there are. */
  async function countRows(id: string): Promise<Record<string, number>> {
    userOf[id] ??=
      (await server.db.selectFrom('member').select('user_id').where('account_id', '=', id).executeTakeFirst())
        ?.user_id ?? '';
    const counts: Record<string, number> = {};
    for (const { name, columns, isView } of await server.db.introspection.getTables()) {
      if (isView || name === 'deletion') continue;
      const { rows } = await sql<Record<string, unknown>>`select * from ${sql.table(name)}`.execute(
        server.db,
      );
      if (columns.length === 0) continue;
      counts[name] = rows.filter((row) =>
        Object.values(row).some((value) => value === id || value === userOf[id]),
      ).length;
    }
    return counts;
  }
  const userOf: Record<string, string> = {};
});
