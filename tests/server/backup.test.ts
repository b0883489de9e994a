import { randomBytes } from 'node:crypto';
import { copyFile, mkdtemp, readdir, readFile, rm, stat, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Edit } from '../../src/domain/row.ts';
import { databasePath } from '../../src/server/config.ts';
import { makeAppFolder } from './harness/built-server.ts';
import { claimOver, nthEdit, pullAllOver, syncOver } from './harness/http-device.ts';
import { fileValues, putFileOver } from './harness/put-file.ts';
import { type RunningServer, runServer, runToEnd, type ServerFolders } from './harness/run-server.ts';

const devices = ['devicezero', 'deviceoneo', 'devicetwoo', 'devicethre'];

let folder: string;
let folders: ServerFolders;
let running: RunningServer;
let cookie: string;
const pictures = [randomBytes(700_000), randomBytes(12_345)];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'justmet-backup-'));
  folders = { dataFolder: join(folder, 'data'), appFolder: await makeAppFolder(folder) };
  running = await runServer(folders);
  cookie = await claimOver(running, running.claimToken);
});
afterAll(async () => {
  await running.end('SIGKILL');
  await rm(folder, { recursive: true, force: true });
});

const inFolder = (name: string) => join(folder, name);
const at = (dataFolder: string): ServerFolders => ({ ...folders, dataFolder });

it('S-15 S-27 a backup made under load is whole, and a device that goes on with it fills the gap', async () => {
  for (const [n, bytes] of pictures.entries()) await addPicture(n, bytes);
  let isStopped = false;
  const acknowledged: Edit[] = [];
  const heads: string[] = [];
  const pushing = devices.map(async (device, number) => {
    for (let n = 0; !isStopped; n += 10) {
      const batch = Array.from({ length: 10 }, (_, of) => nthEdit(device, number, n + of));
      const answer = await syncOver(running, cookie, batch);
      acknowledged.push(...batch.filter(({ stamp }) => answer.acknowledged.includes(stamp)));
      heads.push(answer.head);
    }
  });
  await until(() => acknowledged.length > 200);
  const before = [...acknowledged];
  const made = await runToEnd('backup', [inFolder('one.tar')], folders);
  const during = acknowledged.length - before.length;
  isStopped = true;
  await Promise.all(pushing);
  expect(made).toMatchObject({ code: 0, stderr: '' });
  expect(during).toBeGreaterThan(0);

  const restored = at(inFolder('restored'));
  expect(await runToEnd('restore', [inFolder('one.tar')], restored)).toMatchObject({ code: 0 });
  const [source, copy] = [dump(folders.dataFolder), dump(restored.dataFolder)];
  const sourceRows = new Map(source.row.map((row) => [row['id'], row]));
  for (const row of copy.row) {
    const now = sourceRows.get(row['id']);
    if (now?.['seq'] === row['seq']) expect(row).toEqual(now);
    else expect(Number(now?.['seq'])).toBeGreaterThan(Number(row['seq']));
  }
  const history = new Set(source.history.map((entry) => JSON.stringify(entry)));
  for (const entry of copy.history) expect(history).toContain(JSON.stringify(entry));
  const ids = new Set(copy.row.map((row) => row['id']));
  for (const edit of before) expect(ids).toContain(edit.id);
  expect(await filesIn(restored.dataFolder)).toEqual(await filesIn(folders.dataFolder));

  const again = await runServer(restored);
  const last = heads.at(-1) ?? null;
  expect((await syncOver(again, cookie, [], 0, last)).isHeadKnown).toBe(false);
  for (let from = 0; from < acknowledged.length; from += 400) {
    const batch = acknowledged.slice(from, from + 400).map((edit) => ({ ...edit, isResent: true }));
    await syncOver(again, cookie, batch, 0, last);
  }
  const sorted = (rows: readonly { id: string }[]) => [...rows].sort((a, b) => (a.id < b.id ? -1 : 1));
  expect(sorted(await pullAllOver(again, cookie))).toEqual(sorted(await pullAllOver(running, cookie)));
  await again.end('SIGTERM');
}, 180_000);

it('a restored data folder holds what the other held, row for row and byte for byte', async () => {
  const made = await runToEnd('backup', [inFolder('two.tar')], folders);
  expect(made.stdout).toMatch(/^Backed up 1 accounts, \d+ rows and 2 files into .*two\.tar\n$/);
  expect((await stat(inFolder('two.tar'))).mode & 0o777).toBe(0o600);
  const source = dump(folders.dataFolder);
  const copy = at(inFolder('copy'));
  expect((await runToEnd('restore', [inFolder('two.tar')], copy)).code).toBe(0);
  expect(dump(copy.dataFolder)).toEqual(source);
  expect(await filesIn(copy.dataFolder)).toEqual(await filesIn(folders.dataFolder));
  expect(await readFile(join(copy.dataFolder, 'secret'))).toEqual(
    await readFile(join(folders.dataFolder, 'secret')),
  );
  expect((await stat(join(copy.dataFolder, 'secret'))).mode & 0o777).toBe(0o600);
  expect((await readdir(copy.dataFolder)).sort()).toEqual(['contacts.sqlite', 'files', 'secret']);
});

it('a backup holds the secret also where it is not in the folder', async () => {
  const secret = 'a secret of many processes, long enough for all';
  const elsewhere = { ...folders, dataFolder: inFolder('without-secret') };
  const other = await runServer(elsewhere, { env: { JUSTMET_SECRET: secret } });
  await other.end('SIGTERM');
  const made = await runToEnd('backup', [inFolder('secret.tar')], elsewhere, { JUSTMET_SECRET: secret });
  expect([made.code, made.stderr]).toEqual([0, '']);
  const restored = { ...folders, dataFolder: inFolder('with-secret') };
  expect((await runToEnd('restore', [inFolder('secret.tar')], restored)).code).toBe(0);
  expect(await readFile(join(restored.dataFolder, 'secret'), 'utf8')).toBe(secret);
});

it('a backup takes the place of no other file', async () => {
  await writeFile(inFolder('taken.tar'), 'mine');
  const { code, stderr } = await runToEnd('backup', [inFolder('taken.tar')], folders);
  expect(code).toBe(1);
  expect(stderr).toMatch(/taken\.tar exists already; choose another name\.\n$/);
  expect(await readFile(inFolder('taken.tar'), 'utf8')).toBe('mine');
});

it('a restore is refused where there is a database, and while a server runs on it', async () => {
  const plain = await runToEnd('restore', [inFolder('two.tar')], folders);
  expect(plain).toMatchObject({ code: 1, stderr: expect.stringMatching(/^There is a contact database in /) });
  const forced = await runToEnd('restore', ['--replace', inFolder('two.tar')], folders);
  expect(forced).toMatchObject({ code: 1, stderr: expect.stringMatching(/^A server is running on /) });
});

it('with --replace what was there is set aside whole', async () => {
  const copy = at(inFolder('copy'));
  const before = dump(copy.dataFolder);
  const { code, stderr } = await runToEnd('restore', ['--replace', inFolder('one.tar')], copy);
  expect(code).toBe(0);
  const aside = /^What was there is in (\S+) now\.\n$/.exec(stderr)?.[1] ?? '';
  expect(dump(aside)).toEqual(before);
  expect(await filesIn(aside)).toEqual(await filesIn(copy.dataFolder));
});

it.each([
  ['with one bit turned in the database', turnBit('contacts.sqlite'), /contacts\.sqlite in it is damaged/],
  ['with one bit turned in a picture', turnBit('files/'), /files\/\S+ in it is damaged/],
  ['that is half of one', (file: string) => truncate(file, 300_000), /not whole/],
  ['that is none', (file: string) => writeFile(file, 'no backup, for sure'), /no backup of Justmet/],
])('a backup %s is not restored, and nothing is changed', async (_name, damage, why) => {
  const file = inFolder('damaged.tar');
  await copyFile(inFolder('two.tar'), file);
  await damage(file);
  const target = at(inFolder('copy'));
  const before = dump(target.dataFolder);
  const names = await readdir(target.dataFolder);
  const { code, stderr } = await runToEnd('restore', ['--replace', file], target);
  expect(code).toBe(1);
  expect(stderr).toMatch(why);
  expect(stderr).toMatch(/Nothing was changed\.\n$/);
  expect(dump(target.dataFolder)).toEqual(before);
  expect((await readdir(target.dataFolder)).sort()).toEqual(names.sort());
});

async function addPicture(n: number, bytes: Buffer): Promise<void> {
  const person = nthEdit('devicefile', 900, n * 3);
  const hash = await putFileOver(running, cookie, bytes);
  const id = person.id.replace('-8384-', '-8385-');
  const values = fileValues(person.id, hash, bytes.length);
  await syncOver(running, cookie, [person, { ...person, table: 'file', id, values }]);
}

/** Every table that people's rows are in. */
function dump(dataFolder: string) {
  const database = new DatabaseSync(databasePath({ dataFolder }), { readOnly: true });
  const all = (table: string): Record<string, unknown>[] => {
    const rows: Record<string, unknown>[] = database.prepare(`select * from "${table}"`).all();
    return rows.sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
  };
  const names = ['account', 'row', 'history', 'head', 'member', 'user', 'credential', 'session'] as const;
  const tables = {
    account: all('account'),
    row: all('row'),
    history: all('history'),
    rest: names.slice(3).map(all),
  };
  database.close();
  return tables;
}

async function filesIn(dataFolder: string): Promise<Record<string, string>> {
  const root = join(dataFolder, 'files');
  const entries = await readdir(root, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const read = await Promise.all(
    files.sort().map(async (path) => [path.slice(root.length), (await readFile(path)).toString('base64')]),
  );
  return Object.fromEntries(read);
}

/** Within the member's bytes, which begin 512 bytes after its name. */
function turnBit(name: string) {
  return async (file: string) => {
    const bytes = await readFile(file);
    const place = bytes.indexOf(name) + 512 + 5_000;
    bytes[place] = (bytes[place] ?? 0) ^ 1;
    await writeFile(file, bytes);
  };
}

async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await new Promise((resolve) => setTimeout(resolve, 10));
}
