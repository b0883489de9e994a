import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  devicesPath,
  endedAnswerSchema,
  endedDevicePath,
  signedInDevicesSchema,
  thisDevicePath,
} from '../../src/protocol/devices.ts';
import { eventsPath } from '../../src/protocol/events.ts';
import { sessionPath } from '../../src/protocol/session.ts';
import { editOf, stampAt } from '../contract/storage-fixture.ts';
import {
  accountId,
  type BuiltServer,
  buildTestServer,
  claim,
  postJson,
  postSync,
} from './harness/built-server.ts';
import { signInAgain } from './harness/second-device.ts';

const laptop = 'aaaaaaaaaa';
const phone = 'bbbbbbbbbb';

let server: BuiltServer;
let laptopCookie: string;
let phoneCookie: string;

beforeEach(async () => {
  server = await buildTestServer();
  laptopCookie = await claim(server);
  phoneCookie = await signInAgain(server.app);
});
afterEach(() => server.close());

const introduce = (cookie: string, device: string, name: string) =>
  server.app.inject({ ...postJson(thisDevicePath, { device, name }, { cookie }), method: 'PUT' });
const sync = (cookie: string, device: string) => server.app.inject(postSync(cookie, [], { device }));
const end = (cookie: string, id: string) =>
  server.app.inject({ method: 'DELETE', url: `${devicesPath}/${id}`, headers: { cookie } });
const endOthers = (cookie: string) =>
  server.app.inject({ method: 'DELETE', url: devicesPath, headers: { cookie } });
async function list(cookie: string) {
  const answer = await server.app.inject({ url: devicesPath, headers: { cookie } });
  expect(answer.statusCode).toBe(200);
  return signedInDevicesSchema.parse(answer.json()).devices;
}
async function askEnding(device: string, account = accountId) {
  const answer = await server.app.inject(postJson(endedDevicePath, { account, device }));
  return endedAnswerSchema.parse(answer.json()).ended;
}
const whoAmI = (cookie: string) => server.app.inject({ url: sessionPath, headers: { cookie } });

describe('the list of devices', () => {
  it('names each by what it said it is, and marks the one that asks', async () => {
    expect((await introduce(laptopCookie, laptop, 'Mac')).statusCode).toBe(204);
    expect((await introduce(phoneCookie, phone, 'iPhone')).statusCode).toBe(204);
    const devices = await list(phoneCookie);
    expect(devices.map(({ id, device, name, isThis }) => ({ id, device, name, isThis }))).toEqual([
      { id: phone, device: phone, name: 'iPhone', isThis: true },
      { id: laptop, device: laptop, name: 'Mac', isThis: false },
    ]);
    for (const { signedInAt } of devices) expect(Date.now() - Date.parse(signedInAt)).toBeLessThan(60_000);
  });

  it('knows a device by its first sync, and when it synced last', async () => {
    expect((await list(phoneCookie)).map(({ device }) => device)).toEqual([undefined, undefined]);
    expect((await sync(phoneCookie, phone)).statusCode).toBe(200);
    await expect.poll(async () => (await list(phoneCookie))[0]?.lastSyncAt).toMatch(/Z$/);
    const [mine, other] = await list(phoneCookie);
    expect(mine).toMatchObject({ id: phone, device: phone, isThis: true });
    expect(other).toMatchObject({ isThis: false, lastSyncAt: null });
    expect(other?.device).toBeUndefined();
  });

  it('has each device once, however often it signed in, and no longer when it signed out', async () => {
    await sync(phoneCookie, phone);
    const again = await signInAgain(server.app);
    await sync(again, phone);
    expect((await list(again)).filter(({ id }) => id === phone)).toHaveLength(1);
    await server.app.inject({ method: 'DELETE', url: sessionPath, headers: { cookie: again } });
    await server.app.inject({ method: 'DELETE', url: sessionPath, headers: { cookie: phoneCookie } });
    expect((await list(laptopCookie)).map(({ isThis }) => isThis)).toEqual([true]);
  });

  it('writes the time of a sync at most once a minute', async () => {
    await sync(phoneCookie, phone);
    const read = () => server.db.selectFrom('device').select('last_sync_at').executeTakeFirst();
    await expect.poll(async () => (await read())?.last_sync_at).toMatch(/Z$/);
    await server.db.updateTable('device').set({ last_sync_at: '2026-01-01T00:00:00.000Z' }).execute();
    await sync(phoneCookie, phone);
    await sync(phoneCookie, phone);
    expect((await read())?.last_sync_at).toBe('2026-01-01T00:00:00.000Z');
  });

  it('is nobody’s without a session', async () => {
    for (const url of [devicesPath, thisDevicePath, `${devicesPath}/${phone}`]) {
      const answer = await server.app.inject({ method: 'DELETE', url });
      expect(answer.statusCode, url).toBe(401);
    }
    expect((await introduce('', phone, 'iPhone')).statusCode).toBe(401);
  });

  it('S-19 names what is wrong', async () => {
    const answer = await introduce(phoneCookie, 'no id', '');
    expect(answer.statusCode).toBe(400);
    expect(answer.json().errors).toHaveLength(2);
  });
});

describe('ending a device', () => {
  it('refuses its next request, whatever it was doing, and nobody else’s', async () => {
    await introduce(laptopCookie, laptop, 'Mac');
    await introduce(phoneCookie, phone, 'iPhone');
    // Found a moment ago: it must not count any more.
    expect((await sync(phoneCookie, phone)).statusCode).toBe(200);
    expect((await end(laptopCookie, phone)).statusCode).toBe(204);
    const edit = editOf(1, stampAt(1), { name: 'Dana' });
    const late = await server.app.inject(postSync(phoneCookie, [edit], { device: phone }));
    expect(late.statusCode).toBe(401);
    expect((await whoAmI(phoneCookie)).statusCode).toBe(401);
    expect(await server.db.selectFrom('row').selectAll().execute()).toEqual([]);
    expect((await sync(laptopCookie, laptop)).statusCode).toBe(200);
    expect(await list(laptopCookie)).toHaveLength(1);
  });

  it('tells the ended device by which it was ended, until it signs in again', async () => {
    await introduce(laptopCookie, laptop, 'Mac');
    await introduce(phoneCookie, phone, 'iPhone');
    expect(await askEnding(phone)).toBeNull();
    await end(laptopCookie, phone);
    expect(await askEnding(phone)).toEqual({ at: expect.stringMatching(/Z$/), by: 'Mac' });
    const again = await signInAgain(server.app);
    await introduce(again, phone, 'iPhone');
    expect(await askEnding(phone)).toBeNull();
  });

  it('says the same of a device and of an account that it does not know', async () => {
    expect(await askEnding('zzzzzzzzzz')).toBeNull();
    expect(await askEnding(phone, '00000000-0000-4000-8000-000000000000')).toBeNull();
  });

  it('ends one that has not said which it is', async () => {
    const other = (await list(laptopCookie)).find(({ isThis }) => !isThis);
    expect((await end(laptopCookie, other?.id ?? '')).statusCode).toBe(204);
    expect((await whoAmI(phoneCookie)).statusCode).toBe(401);
  });

  it('ends all others with one request', async () => {
    const third = await signInAgain(server.app);
    await introduce(phoneCookie, phone, 'iPhone');
    expect((await endOthers(laptopCookie)).statusCode).toBe(204);
    for (const cookie of [phoneCookie, third]) expect((await whoAmI(cookie)).statusCode).toBe(401);
    expect((await whoAmI(laptopCookie)).statusCode).toBe(200);
    expect(await askEnding(phone)).not.toBeNull();
  });

  it('does not end the one that asks, nor one that is not there', async () => {
    await introduce(laptopCookie, laptop, 'Mac');
    expect((await end(laptopCookie, laptop)).statusCode).toBe(409);
    expect((await end(laptopCookie, 'zzzzzzzzzz')).statusCode).toBe(404);
    expect((await end(laptopCookie, 'a%2F..%2Fb')).statusCode).toBe(400);
    expect((await whoAmI(laptopCookie)).statusCode).toBe(200);
  });
});

describe('the events of an ended device', () => {
  async function listen(origin: string, cookie: string) {
    const answer = await fetch(origin + eventsPath, { headers: { cookie } });
    const heard = { text: '', isEnded: false };
    const read = async () => {
      const decoder = new TextDecoder();
      for await (const bytes of answer.body ?? []) heard.text += decoder.decode(bytes, { stream: true });
      heard.isEnded = true;
    };
    void read().catch(() => undefined);
    await expect.poll(() => heard.text).toContain(':');
    return heard;
  }

  it('S-22 end within a second, with a word why', async () => {
    const origin = await server.app.listen({ port: 0, host: '127.0.0.1' });
    await introduce(phoneCookie, phone, 'iPhone');
    const heard = await listen(origin, phoneCookie);
    const mine = await listen(origin, laptopCookie);
    await end(laptopCookie, phone);
    await expect.poll(() => heard.isEnded, { timeout: 15_000 }).toBe(true);
    expect(heard.text).toContain('event: ended\n');
    expect(mine.isEnded).toBe(false);
  });

  it('S-22 end also when another process ended the session', async () => {
    const origin = await server.app.listen({ port: 0, host: '127.0.0.1' });
    const heard = await listen(origin, phoneCookie);
    await server.db.deleteFrom('session').execute();
    await expect.poll(() => heard.isEnded, { timeout: 15_000 }).toBe(true);
  });
});
