import type { RouteOptions } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { problemSchema } from '../../src/protocol/problem.ts';
import { sessionPath } from '../../src/protocol/session.ts';
import { type BuiltServer, buildTestServer, owner } from './harness/built-server.ts';
import type { CaseRequest } from './harness/cases/route-case.ts';
import { ownersWords } from './harness/cases/session-and-sync.ts';
import { routeCases } from './harness/route-cases.ts';
import { type Member, makeTwoAccounts, type TwoAccounts } from './harness/two-accounts.ts';

/** `GET /api/session` and the like; HEAD answers as its GET does, without the body. */
const keysOf = ({ method, url }: RouteOptions) =>
  [method].flat().map((one) => `${one === 'HEAD' ? 'GET' : one} ${url}`);

describe('the table of routes', () => {
  let server: BuiltServer;
  beforeAll(async () => {
    server = await buildTestServer();
  });
  afterAll(() => server.close());

  it('has a case for every route', () => {
    const missing = server.app.routeTable.flatMap(keysOf).filter((key) => routeCases[key] === undefined);
    expect(
      missing,
      'These routes have no case. Add one to tests/server/harness/route-cases.ts that says how the owner ' +
        'calls it, so that it can be called as nobody, as another account and with an ended session.',
    ).toEqual([]);
  });

  it('has no case for a route that is gone', () => {
    const keys = new Set(server.app.routeTable.flatMap(keysOf));
    const gone = Object.keys(routeCases).filter((key) => !keys.has(key));
    expect(gone, 'Remove these from tests/server/harness/route-cases.ts.').toEqual([]);
  });

  it('is open only where a case gives the reason', () => {
    for (const route of server.app.routeTable) {
      for (const key of keysOf(route)) {
        const isOpen = route.config?.open === true || !route.url.startsWith('/api');
        expect(
          routeCases[key]?.open !== undefined,
          `${key} ${isOpen ? 'is open, and no `open` in its case says why' : 'needs a session, but its case has an `open`'}`,
        ).toBe(isOpen);
      }
    }
  });
});

let world: TwoAccounts;
/** Cookies that open nothing, by why. */
let voidCookies: Readonly<Record<string, string | undefined>>;
beforeAll(async () => {
  world = await makeTwoAccounts();
  voidCookies = await makeVoidCookies(world);
});
afterAll(() => world.close());

describe.each(Object.entries(routeCases))('%s', (key, routeCase) => {
  const [method = ''] = key.split(' ');
  const hasHead = method === 'GET' && !routeCase.stream && !routeCase.takesAppPassword;
  const methods = hasHead ? ['HEAD', 'GET'] : [method];

  async function send(as: string, request: CaseRequest, cookie: string | undefined) {
    const answer = await world.send(as, request, cookie);
    return { status: answer.status, text: await readText(answer) };
  }

  /** A stream goes on: its first words are enough. */
  async function readText(answer: Response): Promise<string> {
    if (routeCase.stream !== true) return answer.text();
    const reader = answer.body?.getReader();
    const read = await reader?.read();
    await reader?.cancel();
    return new TextDecoder().decode(read?.value);
  }

  /** Whoever has a link may learn what it was given away with. */
  const expectNoMarks = (text: string, of: Member) => {
    const all = [owner.name, of.email, of.accountId, ...ownersWords];
    for (const mark of all.filter((one) => !routeCase.givenAway?.words?.includes(one)))
      expect(text).not.toContain(mark);
  };

  const pair = async () =>
    routeCase.byNewMembers
      ? world.newMembers()
      : { owner: await world.signedIn(world.owner), other: await world.signedIn(world.other) };

  /** For whom it is right to ask. */
  const expectTaken = (status: number, text: string) => {
    if (routeCase.refused !== undefined) expect(status, text).toBe(routeCase.refused.status);
    else expect(status, `${text}: the case is no right request`).toBeLessThan(300);
  };

  it('answers its owner', async () => {
    for (const as of methods) {
      const { owner: member } = await pair();
      const { status, text } = await send(as, await routeCase.request(member, world), member.cookie);
      expectTaken(status, text);
    }
  });

  if (routeCase.open === undefined) {
    it('refuses nobody, and every session that is none', async () => {
      const { owner: member } = await pair();
      const { authorization: _, ...request } = await routeCase.request(member, world);
      const cookies = { ...voidCookies, ...(routeCase.takesAppPassword && { 'a session': member.cookie }) };
      for (const [why, cookie] of Object.entries(cookies)) {
        for (const as of methods) {
          const { status, text } = await send(as, request, cookie);
          expect(status, why).toBe(401);
          if (as !== 'HEAD' && !routeCase.takesAppPassword)
            expect(problemSchema.parse(JSON.parse(text)).detail).toBe('Sign in first.');
        }
      }
    });
  }

  // What carries its own proof, as a password, is the owner’s doing whoever sends it.
  if (routeCase.open === undefined || method === 'GET' || method === 'DELETE') {
    it('shows and changes nothing of the owner’s for another account that asks as the owner does', async () => {
      const { owner: member, other: stranger } = await pair();
      const { authorization: _, ...request } = await routeCase.request(member, world);
      const before = await world.rowsOf(member);
      for (const as of methods) {
        const { status, text } = await send(as, request, stranger.cookie);
        if (routeCase.names) expect([401, 403, 404], text).toContain(status);
        if (routeCase.ownerAlone) expect(status, text).toBe(403);
        expectNoMarks(text, member);
      }
      expect(await world.rowsOf(member)).toBe(before);
    });
  }

  it('shows and changes nothing of the owner’s while another account does the same', async () => {
    const { owner: member, other: stranger } = await pair();
    const request = await routeCase.request(stranger, world);
    const { table } = routeCase.givenAway ?? {};
    const before = await world.rowsOf(member, table);
    const { status, text } = await send(method, request, stranger.cookie);
    if (routeCase.ownerAlone) expect(status, text).toBe(403);
    else expectTaken(status, text);
    expectNoMarks(text, member);
    expect(await world.rowsOf(member, table)).toBe(before);
  });
});

async function makeVoidCookies({ server: { db }, owner: member, signIn, send }: TwoAccounts) {
  const known = (await db.selectFrom('session').select('id').execute()).map(({ id }) => id);
  const { cookie: removed } = await signIn(member);
  await db.deleteFrom('session').where('id', 'not in', known).execute();
  const { cookie: runOut } = await signIn(member);
  const expiresAt = new Date(Date.now() - 1_000).toISOString();
  await db.updateTable('session').set({ expiresAt }).where('id', 'not in', known).execute();
  const { cookie: signedOut } = await signIn(member);
  await send('DELETE', { path: sessionPath }, signedOut);
  return {
    'no cookie': undefined,
    'another signature': forge(member.cookie),
    'signed out': signedOut,
    'run out': runOut,
    'ended elsewhere': removed,
  };
}

function forge(cookie: string): string {
  const forged = cookie.replace(
    /(session_token=[^;]*\.)(.)/,
    (_all, before, one) => `${before}${one === 'A' ? 'B' : 'A'}`,
  );
  if (forged === cookie) throw new Error('The cookie has no signature');
  return forged;
}
