import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { joinPath } from '../../../src/protocol/invitations.ts';
import { claimPath, sessionPath, sessionSchema } from '../../../src/protocol/session.ts';
import { syncPath } from '../../../src/protocol/sync.ts';
import { editOf, stampAt } from '../../contract/storage-fixture.ts';
import { type BuiltServer, buildTestServer, cookieOf, owner, syncRequest } from './built-server.ts';

export interface Member {
  readonly name: string;
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
  /** Somebody new, invited by the owner. */
  newMember(): Promise<Member>;
  /** What makes one more account when it is sent to the address that claims. */
  anotherClaim(): Promise<{ token: string; name: string; email: string; password: string }>;
  /** All that the database holds of somebody, as text; of everybody when nobody is named. */
  rowsOf(member: Member | undefined, without?: 'invitation'): Promise<string>;
  close(): Promise<void>;
}

type Person = typeof owner;

const stranger = { name: 'Otto Other', email: 'otto@example.com', password: 'another horse battery' };

export async function makeTwoAccounts(): Promise<TwoAccounts> {
  const server = await buildTestServer({ makeId: randomUUID, sendResetMail: async () => undefined });
  const origin = await server.app.listen({ port: 0, host: '127.0.0.1' });
  const send: TwoAccounts['send'] = (method, { path, type, body, authorization }, cookie) =>
    fetch(origin + path, {
      method,
      headers: {
        ...(type && { 'content-type': type }),
        ...(cookie && { cookie }),
        ...(authorization && { authorization }),
      },
      ...(body !== undefined && { body }),
      signal: AbortSignal.timeout(20_000),
    });
  const post = (path: string, body: unknown, cookie?: string) =>
    send('POST', { path, type: 'application/json', body: JSON.stringify(body) }, cookie);
  const anotherClaim = async () => {
    const token = await issueSecondToken(server);
    return { token, ...makePerson() };
  };
  const enter = async (path: string, body: unknown, person: Person): Promise<Member> => {
    const answer = await post(path, body);
    const { accountId } = sessionSchema.parse(await answer.json());
    return { ...person, cookie: cookieOf(answer.headers.getSetCookie()), accountId };
  };
  const join = async (person: Person): Promise<Member> => {
    await forgetAttempts(server);
    const { name, password } = person;
    return enter(joinPath, { token: await server.invite(person.email), name, password }, person);
  };
  const signIn = async (member: Member): Promise<Member> => {
    await forgetAttempts(server);
    const answer = await post(sessionPath, { email: member.email, password: member.password });
    if (answer.status !== 200) throw new Error(`Signing in answered ${answer.status}`);
    return { ...member, cookie: cookieOf(answer.headers.getSetCookie()) };
  };
  const signedIn = async (member: Member): Promise<Member> => {
    await forgetAttempts(server);
    await keepOneOwner(server, first);
    const current = latest.get(member.accountId) ?? member;
    const { status } = await send('GET', { path: sessionPath }, current.cookie);
    const again = status === 200 ? current : await signIn(member);
    latest.set(member.accountId, again);
    return again;
  };
  const latest = new Map<string, Member>();
  const first = await enter(claimPath, { ...(await anotherClaim()), ...owner }, owner);
  const edit = editOf(1, stampAt(1), { name: 'Dana Onlymine' });
  const pushed = await post(syncPath, syncRequest([edit], { account: first.accountId }), first.cookie);
  if (pushed.status !== 200) throw new Error(`Pushing answered ${pushed.status}`);
  return {
    server,
    owner: first,
    other: await join(stranger),
    send,
    newMember: async () => {
      await keepOneOwner(server, first);
      const { name, email, password } = makePerson();
      return join({ name, email, password });
    },
    anotherClaim,
    signIn,
    signedIn,
    rowsOf: (member, without) => readRowsOf(server, member, without),
    close: () => server.close(),
  };
}

function makePerson(): Person {
  const n = randomBytes(4).toString('hex');
  return { name: n, email: `${n}@example.com`, password: randomBytes(9).toString('hex') };
}

/** So many come from one address only here. */
async function forgetAttempts({ db }: BuiltServer): Promise<void> {
  await db.deleteFrom('attempt').execute();
}

/** Whoever came in by one more claim is no owner beside the first. */
async function keepOneOwner({ db }: BuiltServer, { accountId }: Member): Promise<void> {
  const others = db.updateTable('member').set({ role: 'member' }).where('account_id', '!=', accountId);
  await others.execute();
}

/** One more link that claims, behind the back of what gives out one alone. */
async function issueSecondToken({ db }: BuiltServer): Promise<string> {
  const token = randomBytes(32).toString('base64url');
  const now = new Date().toISOString();
  const value = createHash('sha256').update(token).digest('hex');
  const times = { expiresAt: '9999-12-31T00:00:00.000Z', createdAt: now, updatedAt: now };
  const verification = { id: randomUUID(), identifier: 'claim', value, ...times };
  await db.insertInto('verification').values(verification).execute();
  return token;
}

/** Of every table, those rows that name the member's account or person in any column. */
async function readRowsOf(
  { db }: BuiltServer,
  member: Member | undefined,
  without: string | undefined,
): Promise<string> {
  const marks = member === undefined ? [''] : [member.accountId, await findUserId(db, member)];
  const found: string[] = [];
  for (const { name, isView } of await db.introspection.getTables()) {
    if (isView || name === without || name === 'attempt') continue;
    const { rows } = await sql`select * from ${sql.table(name)}`.execute(db);
    for (const row of rows) {
      const text = JSON.stringify(row);
      if (marks.some((mark) => text.includes(mark))) found.push(`${name} ${text}`);
    }
  }
  return found.sort().join('\n');
}

async function findUserId(db: BuiltServer['db'], { email }: Member): Promise<string> {
  const users = db.selectFrom('user').select('id').where('email', '=', email);
  return (await users.executeTakeFirstOrThrow()).id;
}
