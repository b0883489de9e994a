import { createHash, randomBytes } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { devicesPath, signedInDevicesSchema } from '../../src/protocol/devices.ts';
import {
  claimedPairingSchema,
  claimPairingPath,
  joinPairingAnswerSchema,
  joinPairingPath,
  newPairingSchema,
  pairingStateSchema,
  pairingsPath,
} from '../../src/protocol/pairing.ts';
import { pairingWords } from '../../src/protocol/pairing-words.ts';
import { sessionPath } from '../../src/protocol/session.ts';
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
import { signInAgain } from './harness/second-device.ts';

const device = 'bbbbbbbbbb';
const inThePast = '2026-01-01T00:00:00.000Z';

let server: BuiltServer;
let cookie: string;

beforeEach(async () => {
  server = await buildTestServer();
  cookie = await claim(server);
});
afterEach(() => server.close());

function makePhone(name = 'iPhone') {
  const key = randomBytes(32).toString('hex');
  return { name, key, joiner: createHash('sha256').update(key).digest('hex') };
}
type Phone = ReturnType<typeof makePhone>;

async function makeCode(from = cookie) {
  const answer = await server.app.inject(postJson(pairingsPath, {}, { cookie: from }));
  expect(answer.statusCode).toBe(200);
  return newPairingSchema.parse(answer.json());
}
const readCode = (token: string, { joiner, name }: Phone) =>
  server.app.inject(postJson(claimPairingPath, { token, joiner, name }));
const join = (token: string, { key }: Pick<Phone, 'key'>) =>
  server.app.inject(postJson(joinPairingPath, { token, key, device }));
const confirm = (id: string, joiner: string, from = cookie) =>
  server.app.inject(postJson(`${pairingsPath}/${id}/confirm`, { joiner }, { cookie: from }));
async function look(id: string, from = cookie) {
  const answer = await server.app.inject({ url: `${pairingsPath}/${id}`, headers: { cookie: from } });
  return pairingStateSchema.parse(answer.json());
}

describe('a phone joins', () => {
  it('by a code, words that match, and a tap on the device that showed it', async () => {
    const phone = makePhone();
    const { id, token, leftMs } = await makeCode();
    expect(leftMs).toBe(120_000);
    expect(await look(id)).toMatchObject({ state: 'waiting' });
    const claimed = claimedPairingSchema.parse((await readCode(token, phone)).json());
    expect(claimed.owner).toEqual({ name: owner.name, email: owner.email });
    const state = await look(id);
    if (state.state !== 'claimed') throw new Error(`It is ${state.state}`);
    expect(state.name).toBe('iPhone');
    const onPhone = pairingWords({ id: claimed.id, joiner: phone.joiner, nonce: claimed.nonce });
    expect(pairingWords({ id, joiner: state.joiner, nonce: state.nonce })).toEqual(onPhone);
    expect(onPhone).toHaveLength(3);
    expect((await join(token, phone)).json()).toEqual({ state: 'waiting' });
    expect((await confirm(id, state.joiner)).statusCode).toBe(204);
    expect(await look(id)).toMatchObject({ state: 'confirmed' });
    const joined = await join(token, phone);
    const answer = joinPairingAnswerSchema.parse(joined.json());
    expect(answer).toMatchObject({ state: 'joined', session: { email: owner.email } });
    expect(await look(id)).toEqual({ state: 'joined' });
    const phoneCookie = cookieOf(joined.headers['set-cookie']);
    expect(phoneCookie).not.toBe(cookie);
    const edit = editOf(1, stampAt(1), { name: 'Dana' });
    expect((await server.app.inject(postSync(phoneCookie, [edit], { device }))).statusCode).toBe(200);
    const { devices } = signedInDevicesSchema.parse(
      (await server.app.inject({ url: devicesPath, headers: { cookie } })).json(),
    );
    expect(devices.find((one) => one.id === device)).toMatchObject({ name: 'iPhone', isThis: false });
    // It is a session of its own.
    await server.app.inject({ method: 'DELETE', url: sessionPath, headers: { cookie: phoneCookie } });
    expect((await server.app.inject({ url: sessionPath, headers: { cookie } })).statusCode).toBe(200);
  });

  it('also when an answer was lost on the way', async () => {
    const phone = makePhone();
    const { id, token } = await makeCode();
    const first = await readCode(token, phone);
    expect((await readCode(token, phone)).json().nonce).toBe(first.json().nonce);
    await confirm(id, phone.joiner);
    expect((await join(token, phone)).statusCode).toBe(200);
    const again = await join(token, phone);
    expect(again.statusCode).toBe(200);
    const headers = { cookie: cookieOf(again.headers['set-cookie']) };
    expect((await server.app.inject({ url: sessionPath, headers })).statusCode).toBe(200);
    const sessions = await server.db.selectFrom('session').select('id').execute();
    expect(sessions).toHaveLength(2);
  });

  it('with words of its own each time', async () => {
    const phone = makePhone();
    const words = new Set<string>();
    for (let time = 0; time < 5; time += 1) {
      const { id, token } = await makeCode();
      const { nonce } = claimedPairingSchema.parse((await readCode(token, phone)).json());
      words.add(pairingWords({ id, joiner: phone.joiner, nonce }).join(' '));
    }
    expect(words.size).toBe(5);
  });
});

describe('nobody else joins', () => {
  it('by a photograph of the code: the second phone that reads it ends it for both', async () => {
    for (const [first, second] of [
      [makePhone('thief'), makePhone()],
      [makePhone(), makePhone('thief')],
    ] as const) {
      const { id, token } = await makeCode();
      expect((await readCode(token, first)).statusCode).toBe(200);
      const refused = await readCode(token, second);
      expect(refused.statusCode).toBe(403);
      expect(refused.json().detail).toContain('Another phone has used this code');
      expect(await look(id)).toEqual({ state: 'void' });
      expect((await confirm(id, first.joiner)).statusCode).toBe(403);
      for (const phone of [first, second]) expect((await join(token, phone)).statusCode).toBe(403);
    }
  });

  it('on a tap that was meant for another phone', async () => {
    const [phone, other] = [makePhone(), makePhone()];
    const { id, token } = await makeCode();
    await readCode(token, phone);
    expect((await confirm(id, other.joiner)).statusCode).toBe(403);
    expect((await join(token, phone)).json()).toEqual({ state: 'waiting' });
  });

  it('without the key that it drew itself, even with the code', async () => {
    const phone = makePhone();
    const { id, token } = await makeCode();
    await readCode(token, phone);
    await confirm(id, phone.joiner);
    for (const key of [makePhone().key, phone.joiner])
      expect((await join(token, { key })).statusCode).toBe(403);
    expect((await join(token, phone)).statusCode).toBe(200);
  });

  it('before anybody has said that the words match, or without having read the code', async () => {
    const phone = makePhone();
    const { token } = await makeCode();
    expect((await join(token, phone)).statusCode).toBe(403);
    await readCode(token, phone);
    const answer = await join(token, phone);
    expect(answer.json()).toEqual({ state: 'waiting' });
    expect(answer.headers['set-cookie']).toBeUndefined();
  });

  it('by guessing: five wrong secrets end the code', async () => {
    const phone = makePhone();
    const { id, token } = await makeCode();
    const wrong = `${token.slice(0, -10)}AAAAAAAAAA`;
    for (let time = 0; time < 4; time += 1) expect((await readCode(wrong, phone)).statusCode).toBe(403);
    expect(await look(id)).toMatchObject({ state: 'waiting' });
    expect((await readCode(wrong, phone)).statusCode).toBe(403);
    expect(await look(id)).toEqual({ state: 'void' });
    expect((await readCode(token, phone)).statusCode).toBe(403);
  });

  it('after two minutes, neither to read it nor to confirm it', async () => {
    const phone = makePhone();
    const { id, token } = await makeCode();
    const expire = () => server.db.updateTable('pairing').set({ expires_at: inThePast }).execute();
    await readCode(token, phone);
    await expire();
    expect(await look(id)).toEqual({ state: 'expired' });
    expect((await confirm(id, phone.joiner)).statusCode).toBe(403);
    expect((await join(token, phone)).statusCode).toBe(403);
    const next = await makeCode();
    await expire();
    expect((await readCode(next.token, phone)).statusCode).toBe(403);
    expect(await look(next.id)).toEqual({ state: 'expired' });
  });

  it('by a code that was taken back, or that a newer one replaced', async () => {
    const first = await makeCode();
    const second = await makeCode();
    expect((await readCode(first.token, makePhone())).statusCode).toBe(403);
    expect(await look(first.id)).toEqual({ state: 'void' });
    await server.app.inject({ method: 'DELETE', url: `${pairingsPath}/${second.id}`, headers: { cookie } });
    expect((await readCode(second.token, makePhone())).statusCode).toBe(403);
  });

  it('by a device that was ended meanwhile', async () => {
    const stolen = await signInAgain(server.app);
    const phone = makePhone();
    const { id, token } = await makeCode(stolen);
    await readCode(token, phone);
    await confirm(id, phone.joiner, stolen);
    await server.app.inject({ method: 'DELETE', url: devicesPath, headers: { cookie } });
    expect((await join(token, phone)).statusCode).toBe(403);
    expect(await look(id)).not.toEqual({ state: 'joined' });
  });

  it('by what lies in the database', async () => {
    const phone = makePhone();
    const { token } = await makeCode();
    await readCode(token, phone);
    const stored = JSON.stringify(await server.db.selectFrom('pairing').selectAll().execute());
    expect(stored).not.toContain(token);
    expect(stored).not.toContain(phone.key);
    const [{ secret_hash = '' } = {}] = await server.db.selectFrom('pairing').selectAll().execute();
    expect(createHash('sha256').update(Buffer.from(token, 'base64url').subarray(24)).digest('hex')).toBe(
      secret_hash,
    );
  });

  it('and nobody learns which codes there are', async () => {
    const { token } = await makeCode();
    const unknown = Buffer.from(token, 'base64url').fill(7, 16, 24).toString('base64url');
    const otherAccount = Buffer.from(token, 'base64url').fill(7, 0, 16).toString('base64url');
    const wrong = `${token.slice(0, -10)}AAAAAAAAAA`;
    const bodies = [];
    for (const one of [unknown, otherAccount, wrong]) bodies.push((await readCode(one, makePhone())).body);
    expect(new Set(bodies).size).toBe(1);
    expect((await readCode('x', makePhone())).statusCode).toBe(400);
  });
});

it('codes are made, looked at and confirmed by who is signed in alone', async () => {
  const { id } = await makeCode();
  expect((await server.app.inject(postJson(pairingsPath, {}))).statusCode).toBe(401);
  expect((await server.app.inject({ url: `${pairingsPath}/${id}` })).statusCode).toBe(401);
  expect((await server.app.inject({ method: 'DELETE', url: `${pairingsPath}/${id}` })).statusCode).toBe(401);
  expect((await confirm(id, makePhone().joiner, '')).statusCode).toBe(401);
});

it('a code is made at most ten times a minute', async () => {
  for (let time = 0; time < 10; time += 1) await makeCode();
  expect((await server.app.inject(postJson(pairingsPath, {}, { cookie }))).statusCode).toBe(429);
});
