import type { RouteOptions } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { problemSchema } from '../../src/protocol/problem.ts';
import { sessionPath } from '../../src/protocol/session.ts';
import { type BuiltServer, buildTestServer, owner } from './harness/built-server.ts';
import { type CaseRequest, ownersWords, routeCases } from './harness/route-cases.ts';
import { makeTwoAccounts, type TwoAccounts } from './harness/two-accounts.ts';

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
  const methods = method === 'GET' && routeCase.stream !== true ? ['HEAD', 'GET'] : [method];

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

  const expectNoMarks = (text: string) => {
    const marks = [owner.name, owner.email, world.owner.accountId, ...ownersWords];
    for (const mark of marks) expect(text).not.toContain(mark);
  };

  it('answers its owner', async () => {
    for (const as of methods) {
      const member = await world.signedIn(world.owner);
      const { status, text } = await send(as, await routeCase.request(member, world), member.cookie);
      expect(status, `${text}: the case is no right request of the owner`).toBeLessThan(300);
    }
  });

  if (routeCase.open === undefined) {
    it('refuses nobody, and every session that is none', async () => {
      const request = await routeCase.request(await world.signedIn(world.owner), world);
      for (const [why, cookie] of Object.entries(voidCookies)) {
        for (const as of methods) {
          const { status, text } = await send(as, request, cookie);
          expect(status, why).toBe(401);
          if (as !== 'HEAD') expect(problemSchema.parse(JSON.parse(text)).detail).toBe('Sign in first.');
        }
      }
    });
  }

  it('shows and changes nothing of the owner’s for another account', async () => {
    const member = await world.signedIn(world.owner);
    const stranger = await world.signedIn(world.other);
    // What carries its own proof, as a password, is the owner’s doing whoever sends it.
    if (routeCase.open === undefined || method === 'GET' || method === 'DELETE') {
      const request = await routeCase.request(member, world);
      const before = await world.ownersRows();
      for (const as of methods) {
        const { status, text } = await send(as, request, stranger.cookie);
        if (routeCase.names) expect([401, 403, 404], text).toContain(status);
        expectNoMarks(text);
      }
      expect(await world.ownersRows()).toBe(before);
    }
    const again = await world.signedIn(world.other);
    const own = await routeCase.request(again, world);
    const before = await world.ownersRows();
    const { status, text } = await send(method, own, again.cookie);
    expect(status, text).toBeLessThan(300);
    expectNoMarks(text);
    expect(await world.ownersRows()).toBe(before);
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
