import { createHash, randomBytes } from 'node:crypto';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { deleteAccountPath } from '../../src/protocol/account.ts';
import { appPasswordsPath } from '../../src/protocol/app-passwords.ts';
import { devicesPath } from '../../src/protocol/devices.ts';
import { filePath, partMediaType, pathOf } from '../../src/protocol/files.ts';
import { invitationsPath, joinPath, newInvitationSchema } from '../../src/protocol/invitations.ts';
import { sessionPath, sessionSchema } from '../../src/protocol/session.ts';
import { syncPath } from '../../src/protocol/sync.ts';
import { type StartedPostgres, startPostgres } from '../postgres/start-postgres.ts';
import { cookieOf, guest, makeAppFolder, owner, syncRequest } from './harness/built-server.ts';
import { claimOver, nthEdit, pullAllOver, signInOver } from './harness/http-device.ts';
import { type RunningServer, runServer, runToEnd, type ServerFolders } from './harness/run-server.ts';

let postgres: StartedPostgres;
beforeAll(async () => {
  postgres = await startPostgres({ isDurable: false });
});
afterAll(async () => {
  await postgres?.stop();
});

describe.each(['SQLite', 'PostgreSQL'])('on %s', (database) => {
  let folder: string;
  let folders: ServerFolders;
  let databaseUrl: string;
  let env: NodeJS.ProcessEnv;
  let running: RunningServer;
  let ownersCookie: string;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'justmet-ended-'));
    folders = { dataFolder: join(folder, 'data'), appFolder: await makeAppFolder(folder) };
    databaseUrl = await postgres.createDatabase();
    env = database === 'SQLite' ? {} : { DATABASE_URL: databaseUrl };
    running = await runServer(folders, { env });
    ownersCookie = await claimOver(running, running.claimToken);
  });
  afterEach(async () => {
    await running.end('SIGKILL');
    await rm(folder, { recursive: true, force: true });
  });

  const ask = (method: string, path: string, cookie: string, body?: unknown) =>
    fetch(`${running.url}${path}`, {
      method,
      headers: body === undefined ? { cookie } : { cookie, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  const accountOf = async (cookie: string) =>
    sessionSchema.parse(await (await ask('GET', sessionPath, cookie)).json()).accountId;
  const deletion = (password: string) => ({ proof: { kind: 'password', password }, leavesOthers: false });

  /** Sends the head and the first bytes; the rest, and the answer's status, when it is told to. */
  async function beginSlowly(method: string, path: string, cookie: string, type: string, body: Buffer) {
    const headers = { cookie, 'content-type': type, 'content-length': body.length };
    const sent = request(new URL(path, running.url), { method, headers });
    const status = new Promise<number | undefined>((resolve, reject) => {
      sent.once('response', (response) => resolve(response.resume().statusCode)).once('error', reject);
    });
    sent.write(body.subarray(0, 5));
    // The head has been read when another request that came later is answered.
    await ask('GET', sessionPath, ownersCookie);
    return () => {
      sent.end(body.subarray(5));
      return status;
    };
  }

  async function joinAsGuest() {
    const invited = await ask('POST', invitationsPath, ownersCookie, { email: guest.email });
    const { token } = newInvitationSchema.parse(await invited.json());
    const answer = await ask('POST', joinPath, '', { token, name: guest.name, password: guest.password });
    expect(answer.status).toBe(200);
    const cookie = cookieOf(answer.headers.getSetCookie());
    return { cookie, account: await accountOf(cookie) };
  }

  it('what was on its way when its session ended is not taken', async () => {
    const thief = await signInOver(running);
    const account = await accountOf(thief);
    const edit = nthEdit('devicezero', 0, 0);
    const asJson = (body: unknown) => Buffer.from(JSON.stringify(body));
    const json = 'application/json';
    const wanted = { proof: deletion(owner.password).proof, name: 'mine', scope: 'read' };
    const rest = [
      await beginSlowly('POST', appPasswordsPath, thief, json, asJson(wanted)),
      await beginSlowly('POST', syncPath, thief, json, asJson(syncRequest([edit], { account }))),
    ];
    expect((await ask('DELETE', devicesPath, ownersCookie)).status).toBe(204);
    await pause(5_100);
    for (const finish of rest) expect(await finish()).toBe(401);
    expect(await pullAllOver(running, ownersCookie)).toEqual([]);
    const made = await (await ask('GET', appPasswordsPath, ownersCookie)).json();
    expect(made).toEqual({ appPasswords: [] });
  });

  it('an account that is deleted while its devices push and send files leaves nothing', async () => {
    for (let round = 0; round < 4; round++) {
      const { cookie, account } = await joinAsGuest();
      const bytes = randomBytes(2_000);
      const hash = createHash('sha256').update(bytes).digest('hex');
      const place = `${pathOf(filePath, account, hash)}?from=0&of=${bytes.length}`;
      const finishFile = await beginSlowly('PUT', place, cookie, partMediaType, bytes);
      const statuses: number[] = [];
      const push = async (device: string, number: number) => {
        for (let n = 0, status = 200; status === 200; n += 100) {
          const edits = Array.from({ length: 100 }, (_, of) => nthEdit(device, number, n + of));
          status = (await ask('POST', syncPath, cookie, syncRequest(edits, { account, device }))).status;
          statuses.push(status);
        }
      };
      const pushed = ['devicezero', 'deviceoneo', 'devicetwoo'].map((device, at) => push(device, at + 1));
      await pause(150 + 50 * round);
      expect((await ask('POST', deleteAccountPath, cookie, deletion(guest.password))).status).toBe(204);
      await Promise.all(pushed);
      // 503: asked in the very moment; the device asks again, and is told 401.
      expect(statuses.filter((status) => ![200, 401, 503].includes(status))).toEqual([]);
      expect(statuses).toContain(200);
      expect(await finishFile()).toBe(401);
      await pause(100);
      expect(await readdir(join(folders.dataFolder, 'files'))).not.toContain(account);
      const left = `select count(*) as n from "row" where account_id = '${account}'`;
      const said = await runToEnd('sql', [left, '--json'], folders, env);
      expect(Number(JSON.parse(said.stdout).n)).toBe(0);
    }
    const { code, stdout } = await runToEnd('doctor', [], folders, env);
    expect(code, stdout).toBe(0);
    const invitations = await (await ask('GET', invitationsPath, ownersCookie)).text();
    expect(invitations).not.toContain(guest.email);
  });

  it('a device that takes the id of another signs it out, where it is seen', async () => {
    const device = 'aaaaaaaaaa';
    await ask('PUT', `${devicesPath}/this`, ownersCookie, { device, name: 'Mac' });
    const thief = await signInOver(running);
    expect((await ask('PUT', `${devicesPath}/this`, thief, { device, name: 'Mac' })).status).toBe(204);
    expect((await ask('GET', sessionPath, ownersCookie)).status).toBe(401);
    const back = await signInOver(running);
    await ask('PUT', `${devicesPath}/this`, back, { device, name: 'Mac' });
    expect((await ask('GET', sessionPath, thief)).status).toBe(401);
    expect((await ask('GET', sessionPath, back)).status).toBe(200);
  });

  if (database === 'PostgreSQL') {
    it('a connection that breaks while sessions end does not end the server', async () => {
      let isOver = false;
      const statuses = new Set<number>();
      const end = async () => {
        while (!isOver) statuses.add((await ask('DELETE', devicesPath, ownersCookie)).status);
      };
      const ending = Promise.all([end(), end(), end()]);
      for (let time = 0; time < 15; time++) {
        await postgres.query(
          databaseUrl,
          'select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
        );
        await pause(100);
      }
      isOver = true;
      await ending;
      expect([...statuses].filter((status) => status !== 204 && status !== 503)).toEqual([]);
      expect((await fetch(`${running.url}/healthz`)).status).toBe(200);
    });

    it('another program’s tables in the same database are left alone when an account goes', async () => {
      await postgres.query(databaseUrl, 'create schema other');
      await postgres.query(databaseUrl, 'create table other.invoice (id int, account_id text)');
      const { cookie, account } = await joinAsGuest();
      await postgres.query(databaseUrl, `insert into other.invoice values (1, '${account}')`);
      expect((await ask('POST', deleteAccountPath, cookie, deletion(guest.password))).status).toBe(204);
      expect(await postgres.query(databaseUrl, 'select id from other.invoice')).toEqual([{ id: 1 }]);
    });
  }
});
