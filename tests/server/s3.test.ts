import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { filePath, maxPartBytes, partMediaType, pathOf } from '../../src/protocol/files.ts';
import { sessionPath, sessionSchema } from '../../src/protocol/session.ts';
import { eraseFiles } from '../../src/server/accounts/delete-account.ts';
import { openBucket } from '../../src/server/files/s3-bucket.ts';
import type { S3Config } from '../../src/server/files/s3-config.ts';
import { openS3Files } from '../../src/server/files/s3-files.ts';
import { openSqlite } from '../../src/server/storage/sqlite/open-sqlite.ts';
import { type StartedPostgres, startPostgres } from '../postgres/start-postgres.ts';
import { type StartedSwift, startSwift } from '../s3/start-swift.ts';
import { makeAppFolder } from './harness/built-server.ts';
import { claimOver, nthEdit, syncOver } from './harness/http-device.ts';
import { fileValues, putFileOver } from './harness/put-file.ts';
import { type RunningServer, runServer, runToEnd, type ServerFolders } from './harness/run-server.ts';

let swift: StartedSwift;
let postgres: StartedPostgres;
let folder: string;
let store: S3Config;
let env: NodeJS.ProcessEnv;

beforeAll(async () => {
  [swift, postgres] = await Promise.all([startSwift(), startPostgres({ isDurable: false })]);
  folder = await mkdtemp(join(tmpdir(), 'justmet-s3-'));
  store = await swift.createBucket();
  env = {
    DATABASE_URL: await postgres.createDatabase(),
    JUSTMET_SECRET: 'of both processes, and long enough for them',
    ...environmentOf(store),
  };
});
afterAll(async () => {
  await Promise.all([swift?.stop(), postgres?.stop()]);
  await rm(folder, { recursive: true, force: true });
});

function environmentOf(config: S3Config): NodeJS.ProcessEnv {
  return {
    S3_ENDPOINT: config.endpoint,
    S3_BUCKET: config.bucket,
    S3_ACCESS_KEY_ID: config.accessKeyId,
    S3_SECRET_ACCESS_KEY: config.secretAccessKey,
  };
}

/** A data folder of its own, as on another machine. */
async function foldersOf(name: string): Promise<ServerFolders> {
  return { dataFolder: join(folder, name), appFolder: await makeAppFolder(folder) };
}

const bytes = randomBytes(1_200_000);
const hash = createHash('sha256').update(bytes).digest('hex');

it('S-24 two servers take the parts of a picture by turns and both give it', async () => {
  const one = await runServer(await foldersOf('one'), { env });
  const other = await runServer(await foldersOf('other'), { env });
  // The newest link makes the owner.
  const cookie = await claimOver(one, other.claimToken);
  const session = await fetch(`${one.url}${sessionPath}`, { headers: { cookie } });
  const { accountId } = sessionSchema.parse(await session.json());
  const path = pathOf(filePath, accountId, hash);
  const put = (server: RunningServer, from: number) =>
    fetch(`${server.url}${path}?from=${from}&of=${bytes.length}`, {
      method: 'PUT',
      headers: { cookie, 'content-type': partMediaType },
      body: new Uint8Array(bytes.subarray(from, from + maxPartBytes)),
    }).then((answer) => answer.json());
  expect(await put(one, 0)).toEqual({ received: maxPartBytes, isComplete: false });
  expect(await put(other, maxPartBytes)).toEqual({ received: 2 * maxPartBytes, isComplete: false });
  expect(await put(one, 2 * maxPartBytes)).toEqual({ received: bytes.length, isComplete: true });
  for (const server of [one, other]) {
    const answer = await fetch(`${server.url}${path}?from=${maxPartBytes}`, { headers: { cookie } });
    const part = Buffer.from(await answer.arrayBuffer());
    expect(part.equals(bytes.subarray(maxPartBytes, 2 * maxPartBytes))).toBe(true);
  }
  const person = nthEdit('devicezero', 0, 0);
  const values = fileValues(person.id, hash, bytes.length);
  await syncOver(one, cookie, [
    person,
    { ...person, table: 'file', id: nthEdit('devicezero', 1, 0).id, values },
  ]);
  await Promise.all([one.end('SIGTERM'), other.end('SIGTERM')]);
  expect(await readdir(join(folder, 'one')), 'no folder for files').not.toContain('files');
});

it('doctor and export find the picture in the store', async () => {
  const found = await runToEnd('doctor', [], await foldersOf('one'), env);
  expect(found.stdout).toContain(`The bucket ${store.bucket} answers and has 1 pictures and recordings.`);
  expect(found.stdout).not.toContain('have not arrived');

  const out = join(folder, 'out.json');
  const words = ['--format', 'json', '--out', out, '--with-private'];
  const exported = await runToEnd('export', words, await foldersOf('one'), env);
  expect([exported.code, exported.stderr]).toEqual([0, '']);
  expect((await readFile(join(`${out}-files`, `${hash}.jpeg`))).equals(bytes)).toBe(true);
});

it('doctor names what was set aside in the store, and counts what has not arrived', async () => {
  const bucket = openBucket(store);
  const [picture] = await bucket.list('');
  if (picture === undefined) throw new Error('No picture was taken');
  await bucket.move(picture.key, `${picture.key}.damaged`);
  const { code, stdout } = await runToEnd('doctor', [], await foldersOf('one'), env);
  expect(code).toBe(1);
  expect(stdout).toContain(`${picture.key}.damaged was found damaged and set aside`);
  expect(stdout).toContain('1 more have not arrived');
});

it('backup says that pictures and recordings are not in it', async () => {
  const folders = await foldersOf('sqlite');
  const running = await runServer(folders, { env: environmentOf(store) });
  await claimOver(running, running.claimToken);
  const { code, stderr } = await runToEnd('backup', [join(folder, 'a.tar')], folders, environmentOf(store));
  await running.end('SIGTERM');
  expect([code, stderr]).toEqual([
    0,
    `Pictures and recordings are in the bucket ${store.bucket}, not in this file; copy it, too.\n`,
  ]);
});

it('restore says where the pictures of a backup lie, and that they belong into the store', async () => {
  const folders = await foldersOf('before');
  const running = await runServer(folders);
  await putFileOver(running, await claimOver(running, running.claimToken), bytes);
  const tar = join(folder, 'before.tar');
  expect((await runToEnd('backup', [tar], folders)).code).toBe(0);
  await running.end('SIGTERM');
  const restored = await foldersOf('restored');
  const { code, stderr } = await runToEnd('restore', [tar], restored, environmentOf(store));
  const from = join(restored.dataFolder, 'files');
  expect([code, stderr]).toEqual([0, expect.stringContaining(`${from}; copy what is in it into the bucket`)]);
});

it('the files of a deleted account are removed later where the store is away', async () => {
  const { db, storage } = await openSqlite(join(folder, 'deleted.sqlite'), randomUUID);
  const deletion = { account_id: 'account-a', deleted_at: new Date().toISOString(), files_gone_at: null };
  await db.insertInto('deletion').values(deletion).execute();
  const readGoneAt = () => db.selectFrom('deletion').select('files_gone_at').executeTakeFirstOrThrow();
  await eraseFiles(db, openS3Files({ ...store, endpoint: 'http://127.0.0.1:1' }));
  expect(await readGoneAt()).toEqual({ files_gone_at: null });
  await eraseFiles(db, openS3Files(store));
  expect(await readGoneAt()).toEqual({ files_gone_at: expect.any(String) });
  await storage.close();
});

it.each<[string, (config: S3Config) => S3Config, RegExp]>([
  [
    'no bucket',
    (config) => ({ ...config, bucket: 'no-such-bucket' }),
    /has no bucket of the name in S3_BUCKET/,
  ],
  ['a wrong key', (config) => ({ ...config, secretAccessKey: 'another' }), /does not let in/],
  [
    'nobody there',
    (config) => ({ ...config, endpoint: 'http://127.0.0.1:1' }),
    /^No S3-compatible store answers/,
  ],
])('a server with %s does not start, and doctor says why', async (_name, change, sentence) => {
  const folders = await foldersOf('sqlite');
  const environment = environmentOf(change(store));
  const served = await runToEnd('serve', [], folders, environment);
  expect([served.code, served.stderr]).toEqual([1, expect.stringMatching(sentence)]);
  expect(served.stderr.trim().split('\n')).toHaveLength(1);
  const { stdout } = await runToEnd('doctor', [], folders, environment);
  expect(stdout.split('\n').filter((line) => line.startsWith('wrong'))).toEqual([
    expect.stringMatching(new RegExp(sentence.source.replace('^', ''))),
  ]);
});

it('while the store is away pictures are refused in words with 503, and people are taken', async () => {
  const own = await startSwift();
  const running = await runServer(await foldersOf('away'), { env: environmentOf(await own.createBucket()) });
  const cookie = await claimOver(running, running.claimToken);
  const session = await fetch(`${running.url}${sessionPath}`, { headers: { cookie } });
  const { accountId } = sessionSchema.parse(await session.json());
  await own.stop();
  const answer = await fetch(`${running.url}${pathOf(filePath, accountId, hash)}?from=0&of=3`, {
    method: 'PUT',
    headers: { cookie, 'content-type': partMediaType },
    body: new Uint8Array([1, 2, 3]),
  });
  expect([answer.status, await answer.json()]).toEqual([
    503,
    expect.objectContaining({ detail: expect.stringMatching(/does not reach its pictures and recordings/) }),
  ]);
  const edit = nthEdit('devicezero', 0, 0);
  expect((await syncOver(running, cookie, [edit])).acknowledged).toEqual([edit.stamp]);
  await running.end('SIGTERM');
});
