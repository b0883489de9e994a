import { afterEach, beforeEach, expect, it } from 'vitest';
import { deleteAccountPath } from '../../src/protocol/account.ts';
import { devicesPath, thisDevicePath } from '../../src/protocol/devices.ts';
import { pushKeyPath, pushKeySchema, pushSubscriptionPath } from '../../src/protocol/push.ts';
import { sessionPath } from '../../src/protocol/session.ts';
import { createSubscriptions } from '../../src/server/reminders/subscriptions.ts';
import {
  type BuiltServer,
  buildTestServer,
  claim,
  cookieOf,
  owner,
  postJson,
} from './harness/built-server.ts';
import { subscribe } from './harness/push-endpoint.ts';

let server: BuiltServer;
let cookie: string;

beforeEach(async () => {
  server = await buildTestServer();
  cookie = await claim(server);
});
afterEach(() => server.close());

const push = 'https://push.example/wpush/v2/';
const put = (payload: unknown, as = cookie) =>
  server.app.inject({
    method: 'PUT',
    url: pushSubscriptionPath,
    headers: { cookie: as },
    payload: payload as object,
  });
const signIn = async () => {
  const { email, password } = owner;
  return cookieOf(
    (await server.app.inject(postJson(sessionPath, { email, password }))).headers['set-cookie'],
  );
};
const kept = async () =>
  (await server.db.selectFrom('push_subscription').select('endpoint').orderBy('endpoint').execute()).map(
    ({ endpoint }) => endpoint.replace(push, ''),
  );

it('gives one public key, which is the same after a start', async () => {
  const read = async () =>
    pushKeySchema.parse((await server.app.inject({ url: pushKeyPath, headers: { cookie } })).json())
      .publicKey;
  const key = await read();
  expect(Buffer.from(key, 'base64url')).toHaveLength(65);
  expect(await read()).toBe(key);
  expect(await server.db.selectFrom('push_key').select('public_key').execute()).toEqual([
    { public_key: key },
  ]);
});

it('keeps one subscription a session, and the newest', async () => {
  const [one, two] = [subscribe(`${push}one`), subscribe(`${push}two`)];
  expect((await put(one.subscription)).statusCode).toBe(204);
  expect((await put(two.subscription)).statusCode).toBe(204);
  expect(await kept()).toEqual(['two']);
  expect((await put(one.subscription, await signIn())).statusCode).toBe(204);
  expect(await kept()).toEqual(['one', 'two']);
  const gone = await server.app.inject({ method: 'DELETE', url: pushSubscriptionPath, headers: { cookie } });
  expect(gone.statusCode).toBe(204);
  expect(await kept()).toEqual(['one']);
});

it('a browser that signs in anew is told once; who knows its address alone takes nothing away', async () => {
  const { subscription } = subscribe(`${push}phone`);
  await put(subscription);
  const again = await signIn();
  await put({ ...subscription, keys: subscribe('https://push.example/').subscription.keys }, again);
  expect(await kept()).toEqual(['phone', 'phone']);
  await put(subscription, again);
  expect(await kept()).toEqual(['phone']);
});

it('goes with its session, whoever ends that, and with its account', async () => {
  const [other, third] = [await signIn(), await signIn()];
  await put(subscribe(`${push}own`).subscription);
  await put(subscribe(`${push}other`).subscription, other);
  await put(subscribe(`${push}third`).subscription, third);
  await server.app.inject({ method: 'DELETE', url: sessionPath, headers: { cookie: other } });
  expect(await kept()).toEqual(['own', 'third']);
  await server.app.inject({ method: 'DELETE', url: devicesPath, headers: { cookie } });
  expect(await kept()).toEqual(['own']);
  const proof = { kind: 'password', password: owner.password };
  const deleted = await server.app.inject(
    postJson(deleteAccountPath, { proof, leavesOthers: false }, { cookie }),
  );
  expect([deleted.statusCode, await kept()]).toEqual([204, []]);
});

it('a phone that signs in again as the same device leaves nothing of its earlier session', async () => {
  const device = { device: 'aaaaaaaaaa', name: 'iPhone' };
  const introduce = (as: string) =>
    server.app.inject({ method: 'PUT', url: thisDevicePath, headers: { cookie: as }, payload: device });
  await introduce(cookie);
  await put(subscribe(`${push}before`).subscription);
  const again = await signIn();
  await introduce(again);
  expect(await kept()).toEqual([]);
});

it.each([
  [{ endpoint: 'https://192.168.1.1/admin' }, 'Reminders cannot be sent to that address.'],
  [{ endpoint: 'https://localhost/' }, 'Reminders cannot be sent to that address.'],
  [{ endpoint: 'http://push.example/' }, 'Reminders cannot be sent to that address.'],
  [{ endpoint: 'javascript:alert(1)' }, 'is no address'],
  [{ endpoint: `https://push.example/${'a'.repeat(2_000)}` }, 'is too long'],
  [{ keys: { p256dh: 'a'.repeat(87), auth: 'b'.repeat(22) } }, 'is no public key'],
  [{ keys: { p256dh: `BA${'A'.repeat(85)}`, auth: 'b'.repeat(22) } }, 'is no public key'],
  [{ keys: { p256dh: subscribe(push).subscription.keys.p256dh, auth: 'short' } }, 'is no secret of 16 bytes'],
])('does not take %o', async (wrong, detail) => {
  const answer = await put({ ...subscribe(`${push}x`).subscription, ...wrong });
  expect(answer.statusCode).toBe(400);
  expect(JSON.stringify(answer.json())).toContain(detail);
  expect(await kept()).toEqual([]);
});

it('keeps twenty of one account, the latest', async () => {
  let ms = 0;
  const subscriptions = createSubscriptions(server.db, { also: [], nowMs: () => ++ms });
  const found = await server.accounts.findSession({ cookie });
  const session = await server.db.selectFrom('session').selectAll().executeTakeFirstOrThrow();
  if (found === undefined) throw new Error('Not signed in');
  for (let n = 0; n < 22; n += 1) {
    const name = String(n).padStart(2, '0');
    await server.db
      .insertInto('session')
      .values({ ...session, id: name, token: name })
      .execute();
    const kept = await subscriptions.keep({ ...found, sessionId: name }, subscribe(push + name).subscription);
    expect(kept).toBe('kept');
  }
  expect(await kept()).toEqual(Array.from({ length: 20 }, (_, n) => String(n + 2).padStart(2, '0')));
});
