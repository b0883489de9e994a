import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { claimPath, sessionPath, sessionSchema } from '../../../src/protocol/session.ts';
import { syncPath } from '../../../src/protocol/sync.ts';
import { editOf, stampAt } from '../../contract/storage-fixture.ts';
import { type BuiltServer, buildTestServer, cookieOf, owner, syncRequest } from './built-server.ts';

export interface Member {
  readonly email: string;
  readonly password: string;
  readonly cookie: string;
  readonly accountId: string;
}

interface Sent {
  readonly path: string;
  readonly type?: string;
  readonly body?: string | Buffer<ArrayBuffer>;
  readonly authorization?: string;
}

/** A listening server with two accounts, the first of which has a person. */
export interface TwoAccounts {
  readonly server: BuiltServer;
  readonly owner: Member;
  readonly other: Member;
  send(method: string, request: Sent, cookie: string | undefined): Promise<Response>;
  /** With one more session. */
  signIn(member: Member): Promise<Member>;
  /** With the session they have, or another one where that has ended. */
  signedIn(member: Member): Promise<Member>;
  /** What makes one more account when it is sent to the address that claims. */
  anotherClaim(): Promise<{ token: string; name: string; email: string; password: string }>;
  /** Two more, each with an account of their own: what is done to them happens to nobody else. */
  newMembers(): Promise<{ readonly owner: Member; readonly other: Member }>;
  /** All that the database holds of somebody, as text; `but`: a table that does not count. */
  rowsOf(member: Member, but?: string): Promise<string>;
  close(): Promise<void>;
}

const stranger = { name: 'Otto Other', email: 'otto@example.com', password: 'another horse battery' };

export async function makeTwoAccounts(): Promise<TwoAccounts> {
  const server = await buildTestServer({
    makeId: randomUUID,
    // Mail goes nowhere here; tests/browser/accounts.test.ts reads one.
    sendResetMail: async () => undefined,
  });
  const origin = await server.app.listen({ port: 0, host: '127.0.0.1' });
  const send: TwoAccounts['send'] = async (method, { path, type, body, authorization }, cookie) => {
    // So much comes from one address only here.
    await server.db.deleteFrom('attempt').execute();
    return fetch(origin + path, {
      method,
      headers: {
        ...(type && { 'content-type': type }),
        ...(cookie && { cookie }),
        ...(authorization && { authorization }),
      },
      ...(body !== undefined && { body }),
      signal: AbortSignal.timeout(20_000),
    });
  };
  const post = (path: string, body: unknown, cookie?: string) =>
    send('POST', { path, type: 'application/json', body: JSON.stringify(body) }, cookie);
  const anotherClaim = async () => {
    const token = await issueSecondToken(server);
    const n = randomBytes(4).toString('hex');
    return { token, name: n, email: `${n}@example.com`, password: randomBytes(9).toString('hex') };
  };
  const join = async (person: Partial<typeof owner>): Promise<Member> => {
    const claim = { ...(await anotherClaim()), ...person };
    const answer = await post(claimPath, claim);
    const { accountId } = sessionSchema.parse(await answer.json());
    const { email, password } = claim;
    return { email, password, cookie: cookieOf(answer.headers.getSetCookie()), accountId };
  };
  const signIn = async (member: Member): Promise<Member> => {
    const answer = await post(sessionPath, { email: member.email, password: member.password });
    if (answer.status !== 200) throw new Error(`Signing in answered ${answer.status}`);
    return { ...member, cookie: cookieOf(answer.headers.getSetCookie()) };
  };
  /** Whoever came by the link that claims would be one more owner. */
  const demoteOthers = () =>
    server.db
      .updateTable('member')
      .set({ role: 'member' })
      .where('account_id', '!=', first.accountId)
      .execute();
  const signedIn = async (member: Member): Promise<Member> => {
    await demoteOthers();
    const current = latest.get(member.accountId) ?? member;
    const { status } = await send('GET', { path: sessionPath }, current.cookie);
    const again = status === 200 ? current : await signIn(member);
    latest.set(member.accountId, again);
    return again;
  };
  const latest = new Map<string, Member>();
  const first = await join(owner);
  const edit = editOf(1, stampAt(1), { name: 'Dana Onlymine' });
  const pushed = await post(syncPath, syncRequest([edit], { account: first.accountId }), first.cookie);
  if (pushed.status !== 200) throw new Error(`Pushing answered ${pushed.status}`);
  return {
    server,
    owner: first,
    other: await join(stranger),
    async newMembers() {
      const members = { owner: await join({}), other: await join({}) };
      await demoteOthers();
      return members;
    },
    send,
    anotherClaim,
    signIn,
    signedIn,
    rowsOf: (member, but) => readRowsOf(server, member, but),
    close: () => server.close(),
  };
}

/** Nobody can join yet but by the link that claims: one more of those, behind the back of what gives them. */
async function issueSecondToken({ db }: BuiltServer): Promise<string> {
  const token = randomBytes(32).toString('base64url');
  const now = new Date().toISOString();
  const value = createHash('sha256').update(token).digest('hex');
  const times = { expiresAt: '9999-12-31T00:00:00.000Z', createdAt: now, updatedAt: now };
  const verification = { id: randomUUID(), identifier: 'claim', value, ...times };
  await db.insertInto('verification').values(verification).execute();
  return token;
}

/** Of every table, those rows that name somebody's account or person in any column. */
async function readRowsOf(
  { db }: BuiltServer,
  { accountId, email }: Member,
  but: string | undefined,
): Promise<string> {
  const { id } = await db
    .selectFrom('user')
    .select('id')
    .where('email', '=', email)
    .executeTakeFirstOrThrow();
  const found: string[] = [];
  for (const { name, isView } of await db.introspection.getTables()) {
    if (isView || name === but) continue;
    const { rows } = await sql`select * from ${sql.table(name)}`.execute(db);
    for (const row of rows) {
      const text = JSON.stringify(row);
      if (text.includes(accountId) || text.includes(id)) found.push(`${name} ${text}`);
    }
  }
  return found.sort().join('\n');
}
