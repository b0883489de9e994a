import { randomUUID } from 'node:crypto';
import { chmod, mkdir, mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { problemMediaType } from '../../src/protocol/problem.ts';
import { databasePath } from '../../src/server/config.ts';
import { openSqlite } from '../../src/server/storage/sqlite/open-sqlite.ts';
import { makeAppFolder } from './harness/built-server.ts';
import { claimOver, nthEdit, pullAllOver, signInOver, syncOver } from './harness/http-device.ts';
import { runServer, runToEnd, type ServerFolders } from './harness/run-server.ts';

let folder: string;
let folders: ServerFolders;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'justmet-process-'));
  folders = { dataFolder: join(folder, 'data'), appFolder: await makeAppFolder(folder) };
});
afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

describe('starting', () => {
  it.each([
    ['a port that is no port', { PORT: 'http' }, /^PORT must be a whole number/],
    ['a port too high', { PORT: '70000' }, /^PORT must be a whole number/],
    ['an address that is none', { JUSTMET_URL: 'people.example' }, /^JUSTMET_URL must be an address/],
    ['an address with a path', { JUSTMET_URL: 'https://a.example/b' }, /^JUSTMET_URL must be an address/],
    ['a host of elsewhere', { HOST: '192.0.2.1' }, /^192\.0\.2\.1 is no address of this machine/],
    ['half a store', { S3_ENDPOINT: 'https://s3.example' }, /^S3_ENDPOINT, S3_BUCKET, .* belong together/],
    ['a key for no service', { TRANSCRIBE_KEY: 'a-key' }, /^TRANSCRIBE_KEY, .* need a TRANSCRIBE_URL\.$/m],
    ['no built app', { JUSTMET_APP: '/nowhere' }, /^The app has not been built/],
  ])('with %s fails with one sentence', async (_name, environment, sentence) => {
    const { code, stdout, stderr } = await runToEnd('serve', [], folders, environment);
    expect(code).toBe(1);
    expect(stderr).toMatch(sentence);
    expect(stderr.trim().split('\n')).toHaveLength(1);
    expect(stdout).toBe('');
  });

  it('with a data folder that cannot be written fails with one sentence', async () => {
    const file = join(folder, 'a-file');
    await writeFile(file, '');
    for (const dataFolder of [file, join(file, 'data')]) {
      const { code, stderr } = await runToEnd('serve', [], { ...folders, dataFolder });
      expect(code).toBe(1);
      expect(stderr).toMatch(/^The data folder .* cannot be written.*\n$/);
    }
  });

  it('with a database of a newer version fails with one sentence', async () => {
    const dataFolder = await mkdtemp(join(folder, 'newer-'));
    const { db, storage } = await openSqlite(databasePath({ dataFolder }), randomUUID);
    await sql`insert into kysely_migration (name, timestamp) values ('9999-later', '')`.execute(db);
    await storage.close();
    const { code, stderr } = await runToEnd('serve', [], { ...folders, dataFolder });
    expect(code).toBe(1);
    expect(stderr).toMatch(/^The database in .* was written by a newer Justmet.*\n$/);
  });

  it('with a damaged database fails with one sentence', async () => {
    const dataFolder = await mkdtemp(join(folder, 'damaged-'));
    await writeFile(databasePath({ dataFolder }), 'no database, for sure. '.repeat(500));
    const { code, stderr } = await runToEnd('serve', [], { ...folders, dataFolder });
    expect(code).toBe(1);
    expect(stderr).toMatch(/^The database in .* is damaged.*\n$/);
  });
});

describe('a running server', () => {
  it('is claimed once, answers, stops in order, and goes on where it was', async () => {
    const first = await runServer(folders);
    expect(first.claimToken).toMatch(/^[\w-]{43}$/);
    const taken = await runToEnd('serve', [], folders, { PORT: new URL(first.url).port });
    expect(taken).toMatchObject({ code: 1, stderr: expect.stringMatching(/^Port \d+ is taken.*\n$/) });
    expect(await first.end('SIGTERM')).toBe(0);

    const second = await runServer(folders);
    await expect(claimOver(second, first.claimToken)).rejects.toThrow('403');
    const cookie = await claimOver(second, second.claimToken);
    await syncOver(second, cookie, [nthEdit('devicezero', 0, 1)]);
    expect(await second.end('SIGINT')).toBe(0);

    const third = await runServer(folders);
    expect(third.claimToken).toBeUndefined();
    expect(await pullAllOver(third, cookie)).toHaveLength(1);
    expect(await pullAllOver(third, await signInOver(third))).toHaveLength(1);
    expect((await stat(join(folders.dataFolder, 'secret'))).mode & 0o777).toBe(0o600);
    expect(await overSocket(third.url, 'NONSENSE\r\n\r\n')).toContain(problemMediaType);
    expect(await overSocket(third.url, 'GET /%zz HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n')).toMatch(
      / 40[04] /,
    );

    const asked = await runToEnd('sql', ['select name, company from people'], folders);
    expect(asked.stdout).toBe('name      company\n--------  ----------\nPerson 1  devicezero\n');
    expect(await third.end('SIGTERM')).toBe(0);
  });
});

it('ends in order while somebody stalls in the middle of a body', async () => {
  const running = await runServer(folders);
  const { hostname, port } = new URL(running.url);
  const socket = connect(Number(port), hostname);
  socket.on('error', () => undefined);
  const head = ['Host: x', 'Content-Type: application/json', 'Content-Length: 1000'].join('\r\n');
  await new Promise<void>((resolve) => {
    socket.write(`POST /api/session HTTP/1.1\r\n${head}\r\n\r\n{"email":`, () => resolve());
  });
  // An answer to a later question: the head before has arrived by then.
  await pullAllOver(running, await signInOver(running));
  expect(await running.end('SIGTERM')).toBe(0);
  socket.destroy();
}, 20_000);

it('keeps what it writes for itself, also in a folder that others may look into', async () => {
  const dataFolder = join(folder, 'open-data');
  await mkdir(dataFolder);
  await chmod(dataFolder, 0o755);
  const running = await runServer({ ...folders, dataFolder });
  await claimOver(running, running.claimToken);
  for (const name of await readdir(dataFolder)) {
    expect((await stat(join(dataFolder, name))).mode & 0o077, name).toBe(0);
  }
  await running.end('SIGTERM');
});

describe('the sql command', () => {
  it('answers in JSON lines too, with the server stopped', async () => {
    const { stdout } = await runToEnd('sql', ['--json', 'select name, phone from people'], folders);
    expect(stdout).toBe('{"name":"Person 1","phone":null}\n');
  });

  it('changes nothing', async () => {
    const { code, stderr } = await runToEnd('sql', ['with a as (select 1) delete from history'], folders);
    expect(code).toBe(1);
    expect(stderr).toMatch(/^That cannot be answered: .*readonly.*\n$/);
  });

  it.each([
    'delete from history',
    `vacuum into '/tmp/x'`,
    `attach '/tmp/x' as x`,
    `-- select\nvacuum into '/tmp/x'`,
    `/* /* */ select */ vacuum`,
    `-- a\rselect\nvacuum into '/tmp/x'`,
    'pragma journal_mode = delete',
  ])('takes only what reads: not %j', async (query) => {
    const { code, stderr } = await runToEnd('sql', [query.replace('/tmp', folder)], folders);
    expect([code, stderr]).toEqual([
      1,
      expect.stringMatching(/^That cannot be answered: begin with select, .*\n$/),
    ]);
    expect(await readdir(folder)).not.toContain('x');
  });

  it('asks the schema, too', async () => {
    const { stdout } = await runToEnd('sql', ['pragma table_info(history)'], folders);
    expect(stdout).toContain('row_id');
  });

  it('says bytes as hexadecimal digits and long integers as text', async () => {
    const query = `select x'00ff' as bytes, 9007199254740993 as long, -9223372036854775808 as least, 7 as small`;
    const { stdout } = await runToEnd('sql', ['--json', query], folders);
    expect(JSON.parse(stdout)).toEqual({
      bytes: '00ff',
      long: '9007199254740993',
      least: '-9223372036854775808',
      small: 7,
    });
    expect((await runToEnd('sql', [query], folders)).stdout).toContain('9007199254740993');
  });

  it.each([
    [['select name frm people'], {}, /^That cannot be answered: .*syntax error/, 1],
    [[], {}, /^Say what to ask/, 2],
    [['select 1'], { JUSTMET_DATA: '/nowhere' }, /^There is no contact database at/, 1],
  ])('says in one sentence what is wrong with %j', async (words, environment, sentence, exit) => {
    const { code, stderr } = await runToEnd('sql', words, folders, environment);
    expect(code).toBe(exit);
    expect(stderr).toMatch(sentence);
    expect(stderr.trim().split('\n')).toHaveLength(1);
  });
});

function overSocket(url: string, request: string): Promise<string> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), hostname, () => socket.write(request));
    let answer = '';
    socket.on('data', (chunk) => {
      answer += chunk;
    });
    socket.on('end', () => resolve(answer));
    socket.on('error', reject);
  });
}
