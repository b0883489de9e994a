import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { deleteAccountPath } from '../../src/protocol/account.ts';
import { joinPath } from '../../src/protocol/invitations.ts';
import { resetPath } from '../../src/protocol/passwords.ts';
import { sessionPath } from '../../src/protocol/session.ts';
import { type StartedPostgres, startPostgres } from '../postgres/start-postgres.ts';
import { cookieOf, makeAppFolder, owner } from './harness/built-server.ts';
import { claimOver, signInOver } from './harness/http-device.ts';
import { type RunningServer, runServer, runToEnd, type ServerFolders } from './harness/run-server.ts';

const guest = { email: 'bob@example.com', name: 'Bob Guest', password: 'another long phrase' };
let folder: string;
let postgres: StartedPostgres;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'justmet-people-'));
  postgres = await startPostgres({ isDurable: false });
});
afterAll(async () => {
  await postgres?.stop();
  await rm(folder, { recursive: true, force: true });
});

const databases: readonly [string, () => Promise<NodeJS.ProcessEnv>][] = [
  ['SQLite', async () => ({})],
  ['PostgreSQL', async () => ({ DATABASE_URL: await postgres.createDatabase() })],
];

describe.each(databases)('on %s', (name, environmentOf) => {
  let running: RunningServer;
  let folders: ServerFolders;
  let env: NodeJS.ProcessEnv;
  let cookie: string;

  const say = (command: string, email: string, more = {}) =>
    runToEnd(command, [email], folders, { ...env, PORT: new URL(running.url).port, ...more });
  const post = (path: string, body: unknown, as = '') =>
    fetch(`${running.url}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', cookie: as },
      body: JSON.stringify(body),
    });
  const tokenIn = (said: string) => /#(\S+)\n$/.exec(said)?.[1];

  beforeAll(async () => {
    folders = { dataFolder: join(folder, name), appFolder: await makeAppFolder(folder) };
    env = await environmentOf();
    running = await runServer(folders, { env });
    expect(await say('invite', guest.email)).toMatchObject({
      code: 1,
      stderr: expect.stringMatching(/^Nobody has claimed this contact database yet/),
    });
    cookie = await claimOver(running, running.claimToken);
  });
  afterAll(() => running.end('SIGKILL'));

  it('invite prints a link that lets somebody in, once, while the server runs', async () => {
    const { code, stdout } = await say('invite', 'Bob@Example.com');
    expect(code).toBe(0);
    expect(stdout).toMatch(/^This link gives bob@example\.com an account here, once, within 7 days: /);
    expect(stdout).toContain(` ${running.url}/join#`);
    const { email: _, ...given } = guest;
    const request = { ...given, token: tokenIn(stdout) };
    expect((await post(joinPath, request)).status).toBe(200);
    expect((await post(joinPath, request)).status).toBe(403);
    expect(await say('invite', guest.email)).toEqual({
      code: 1,
      stdout: '',
      stderr: 'bob@example.com has an account here already.\n',
    });
  });

  it('reset-password prints a link that sets another password, and ends the sessions', async () => {
    const { code, stdout } = await say('reset-password', owner.email, {
      JUSTMET_URL: 'https://people.example',
    });
    expect(code).toBe(0);
    expect(stdout).toMatch(
      /^This link sets a new password for ann@example\.com, once, within an hour: https:\/\/people\.example\/reset#\S+\n$/,
    );
    const request = { token: tokenIn(stdout), password: 'entirely another phrase' };
    expect((await post(resetPath, request)).status).toBe(204);
    expect((await fetch(`${running.url}${sessionPath}`, { headers: { cookie } })).status).toBe(401);
    await expect(signInOver(running)).rejects.toThrow('401');
    const back = await say('reset-password', owner.email);
    expect((await post(resetPath, { token: tokenIn(back.stdout), password: owner.password })).status).toBe(
      204,
    );
    cookie = await signInOver(running);
  });

  it.each([
    ['invite', 'bob', '"bob" is not an email address.\n'],
    ['reset-password', '', '"" is not an email address.\n'],
    ['reset-password', 'nobody@example.com', 'Nobody here signs in as nobody@example.com.\n'],
  ])('%s "%s" is answered in words', async (command, email, stderr) => {
    expect(await say(command, email)).toEqual({ code: 1, stdout: '', stderr });
  });

  it('invite works on when the owner has left', async () => {
    const proof = { kind: 'password', password: owner.password };
    expect((await post(deleteAccountPath, { proof, leavesOthers: true }, cookie)).status).toBe(204);
    const { stdout } = await say('invite', 'eve@example.com');
    const eve = { token: tokenIn(stdout), name: 'Eve Third', password: 'the third one here' };
    const joined = await post(joinPath, eve);
    expect(joined.status).toBe(200);
    expect(cookieOf(joined.headers.getSetCookie())).not.toBe('');
  });
});

it('say that there is no database, or that it is not that of this version', async () => {
  const nowhere = { dataFolder: join(folder, 'nowhere'), appFolder: folder };
  expect(await runToEnd('invite', [guest.email], nowhere)).toMatchObject({
    code: 1,
    stderr: expect.stringMatching(/^There is no contact database at /),
  });
  const env = { DATABASE_URL: await postgres.createDatabase() };
  expect(await runToEnd('reset-password', [guest.email], nowhere, env)).toMatchObject({
    code: 1,
    stderr: 'The database is not that of this version yet; start the server once.\n',
  });
});
