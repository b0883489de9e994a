import type { RouteOptions } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { problemSchema } from '../../src/protocol/problem.ts';
import { sessionPath } from '../../src/protocol/session.ts';
import { isSchema } from './fuzz/bad-request.ts';
import { type BuiltServer, buildTestServer } from './harness/built-server.ts';
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
      [...new Set(missing)],
      'These routes have no case. Add one to tests/server/harness/cases that says how the owner ' +
        'calls it, so that it can be called as nobody, as another account and with an ended session.',
    ).toEqual([]);
  });

  it('has no case for a route that is gone', () => {
    const keys = new Set(server.app.routeTable.flatMap(keysOf));
    const gone = Object.keys(routeCases).filter((key) => !keys.has(key));
    expect(gone, 'Remove these from tests/server/harness/cases.').toEqual([]);
  });

  it('is open only where a case gives the reason', () => {
    for (const route of server.app.routeTable) {
      for (const key of keysOf(route)) {
        const isOpen = route.config?.open === true || !route.url.startsWith('/api');
        expect(
          routeCases[key]?.open !== undefined,
          `${key} ${isOpen ? 'is open, and no `open` in its case says why' : 'needs a session, but its case has an `open`'}`,
        ).toBe(isOpen);
        const { takesAppPassword = false } = routeCases[key] ?? {};
        expect(takesAppPassword, `${key}: takesAppPassword`).toBe(route.config?.appScope !== undefined);
      }
    }
  });

  it('limits how often anybody tries what can be guessed', () => {
    for (const { method, url, config, schema } of server.app.routeTable) {
      const takesProof =
        isSchema(schema?.body) && 'proof' in (z.toJSONSchema(schema.body, toJson).properties ?? {});
      const isTry =
        (config?.open === true && !/^(GET|HEAD)$/.test(String(method))) || config?.appScope !== undefined;
      if (isTry || takesProof) expect(config?.rateLimit, `${method} ${url} needs a rateLimit`).toBeDefined();
    }
  });
});

const toJson = { io: 'input', unrepresentable: 'any' } as const;

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

  const { byNewMembers, refused, givenAway, takesAppPassword } = routeCase;
  const memberFor = (who: Member) => (byNewMembers ? world.newMember() : world.signedIn(who));
  /** A session opens nothing where an app password is asked for. */
  const cookieOf = ({ cookie }: Member) => (takesAppPassword ? undefined : cookie);
  const expectNoMarks = (text: string, { name, email, accountId }: Member) => {
    const marks = [name, email, accountId, ...ownersWords];
    for (const mark of marks) if (!givenAway?.words?.includes(mark)) expect(text).not.toContain(mark);
  };

  if (refused !== undefined) {
    it(`refuses everybody alike, and changes nothing: ${refused.why}`, async () => {
      const texts = new Set<string>();
      for (const member of [await memberFor(world.owner), await memberFor(world.other)]) {
        const request = await routeCase.request(member, world);
        const before = await world.rowsOf(undefined);
        const { status, text } = await send(method, request, member.cookie);
        expect(status, text).toBe(refused.status);
        texts.add(text);
        expect(await world.rowsOf(undefined)).toBe(before);
      }
      expect(texts.size).toBe(1);
    });
  } else {
    it('answers its owner', async () => {
      for (const as of methods) {
        const member = await memberFor(world.owner);
        const { status, text } = await send(as, await routeCase.request(member, world), cookieOf(member));
        expect(status, `${text}: the case is no right request of the owner`).toBeLessThan(300);
      }
    });
  }

  if (takesAppPassword) {
    it('refuses sessions, and app passwords that are none', async () => {
      const member = await memberFor(world.owner);
      const { path, authorization = '' } = await routeCase.request(member, world);
      const forged = authorization.replace(/.{3}$/, (end) => (end === 'AAA' ? 'BBB' : 'AAA'));
      for (const request of [{ path }, { path, authorization: forged }]) {
        expect((await send(method, request, member.cookie)).status).toBe(401);
      }
    });
  } else if (routeCase.open === undefined) {
    it('refuses nobody, and every session that is none', async () => {
      const request = await routeCase.request(await memberFor(world.owner), world);
      for (const [why, cookie] of Object.entries(voidCookies)) {
        for (const as of methods) {
          const { status, text } = await send(as, request, cookie);
          expect(status, why).toBe(401);
          if (as !== 'HEAD') expect(problemSchema.parse(JSON.parse(text)).detail).toBe('Sign in first.');
        }
      }
    });
  }

  // What carries its own proof, as a password, is the owner’s doing whoever sends it.
  const provesItself = takesAppPassword || (routeCase.open !== undefined && method === 'POST');
  if (!provesItself) {
    it('shows and changes nothing of the owner’s for another account', async () => {
      const member = await memberFor(world.owner);
      const stranger = await memberFor(world.other);
      const request = await routeCase.request(member, world);
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

  if (refused === undefined && !routeCase.ownerAlone) {
    it('leaves the owner’s as it is when another account asks for its own', async () => {
      const member = await memberFor(world.owner);
      const other = await memberFor(world.other);
      const request = await routeCase.request(other, world);
      const before = await world.rowsOf(member, givenAway?.table);
      const { status, text } = await send(method, request, cookieOf(other));
      expect(status, text).toBeLessThan(300);
      expectNoMarks(text, member);
      expect(await world.rowsOf(member, givenAway?.table)).toBe(before);
    });
  }
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
