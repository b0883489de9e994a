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
  /** All that the database holds of the owner, as text. */
  ownersRows(): Promise<string>;
  close(): Promise<void>;
}

const stranger = { name: 'Otto Other', email: 'otto@example.com', password: 'another horse battery' };

export async function makeTwoAccounts(): Promise<TwoAccounts> {
  const server = await buildTestServer({ makeId: randomUUID });
  const origin = await server.app.listen({ port: 0, host: '127.0.0.1' });
  const send: TwoAccounts['send'] = (method, { path, type, body }, cookie) =>
    fetch(origin + path, {
      method,
      headers: { ...(type && { 'content-type': type }), ...(cookie && { cookie }) },
      ...(body !== undefined && { body }),
      signal: AbortSignal.timeout(20_000),
    });
  const post = (path: string, body: unknown, cookie?: string) =>
    send('POST', { path, type: 'application/json', body: JSON.stringify(body) }, cookie);
  const anotherClaim = async () => {
    const token = await issueSecondToken(server);
    const n = randomBytes(4).toString('hex');
    return { token, name: n, email: `${n}@example.com`, password: randomBytes(9).toString('hex') };
  };
  const join = async (person: typeof owner): Promise<Member> => {
    const answer = await post(claimPath, { ...(await anotherClaim()), ...person });
    const { accountId } = sessionSchema.parse(await answer.json());
    const { email, password } = person;
    return { email, password, cookie: cookieOf(answer.headers.getSetCookie()), accountId };
  };
  const signIn = async (member: Member): Promise<Member> => {
    // So many come from one address only here.
    await server.db.deleteFrom('attempt').execute();
    const answer = await post(sessionPath, { email: member.email, password: member.password });
    if (answer.status !== 200) throw new Error(`Signing in answered ${answer.status}`);
    return { ...member, cookie: cookieOf(answer.headers.getSetCookie()) };
  };
  const signedIn = async (member: Member): Promise<Member> => {
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
    send,
    anotherClaim,
    signIn,
    signedIn,
    ownersRows: () => readRowsOf(server, first),
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

/** Of every table, those rows that name the owner's account or person in any column. */
async function readRowsOf({ db }: BuiltServer, { accountId, email }: Member): Promise<string> {
  const { id } = await db
    .selectFrom('user')
    .select('id')
    .where('email', '=', email)
    .executeTakeFirstOrThrow();
  const found: string[] = [];
  for (const { name, isView } of await db.introspection.getTables()) {
    if (isView) continue;
    const { rows } = await sql`select * from ${sql.table(name)}`.execute(db);
    for (const row of rows) {
      const text = JSON.stringify(row);
      if (text.includes(accountId) || text.includes(id)) found.push(`${name} ${text}`);
    }
  }
  return found.sort().join('\n');
}
