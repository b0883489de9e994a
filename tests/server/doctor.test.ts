import { randomBytes } from 'node:crypto';
import {
  chmod,
  cp,
  mkdir,
  mkdtemp,
  open,
  readdir,
  readFile,
  rename,
  rm,
  stat,
  utimes,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { databasePath } from '../../src/server/config.ts';
import { makeAppFolder } from './harness/built-server.ts';
import { claimOver, nthEdit, syncOver } from './harness/http-device.ts';
import { fileValues, putFileOver } from './harness/put-file.ts';
import { runServer, runToEnd, type ServerFolders } from './harness/run-server.ts';

/** Root reads and writes whatever the modes say, but without these two. */
const withoutPowers =
  process.getuid?.() === 0 ? ['setpriv', '--bounding-set=-dac_override,-dac_read_search'] : [];

let folder: string;
let folders: ServerFolders;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'justmet-doctor-'));
  folders = { dataFolder: join(folder, 'data'), appFolder: await makeAppFolder(folder) };
  const running = await runServer(folders);
  const cookie = await claimOver(running, running.claimToken);
  const picture = randomBytes(20_000);
  const hash = await putFileOver(running, cookie, picture);
  const person = nthEdit('devicezero', 0, 0);
  const id = nthEdit('devicezero', 1, 0).id;
  const file = { ...person, table: 'file', id, values: fileValues(person.id, hash, picture.length) } as const;
  await syncOver(running, cookie, [person, file]);
  for (let n = 3; n < 1_500; n += 300) {
    const batch = Array.from({ length: 300 }, (_, of) => nthEdit('devicezero', 2, n + of));
    await syncOver(running, cookie, batch);
  }
  const { code, stdout } = await runToEnd('doctor', [], folders);
  expect(code, stdout).toBe(0);
  await running.end('SIGTERM');
});
afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

it('finds nothing wrong with what is well, and says what it looked at', async () => {
  const { code, stdout } = await runToEnd('doctor', [], folders);
  expect(code).toBe(0);
  for (const words of [
    'writable',
    'secret',
    'MB are free',
    'Every page',
    'up to date',
    '1 pictures',
    'clock',
  ]) {
    expect(stdout).toContain(words);
  }
  expect(stdout).not.toContain('wrong  ');
  expect(stdout).toMatch(/\nNothing is wrong\.\n$/);
});

it.each<[string, (dataFolder: string) => unknown, RegExp]>([
  [
    'pages of the database overwritten',
    overwritePages,
    /wrong {2}The database is damaged; .*restore a backup/,
  ],
  [
    'the head of the database overwritten',
    (at) => writeFile(databasePath({ dataFolder: at }), 'x'.repeat(9_000)),
    /wrong {2}The database is damaged/,
  ],
  ['20 KB in the middle overwritten', overwriteMiddle, /wrong {2}The database (is damaged|cannot be read)/],
  [
    'an empty database',
    (at) => writeFile(databasePath({ dataFolder: at }), ''),
    /wrong {2}The database \S+ is empty; .*restore a backup/,
  ],
  [
    'a folder in place of the database',
    async (at) => {
      await rm(databasePath({ dataFolder: at }));
      await mkdir(databasePath({ dataFolder: at }));
    },
    /wrong {2}\S+contacts\.sqlite is no file/,
  ],
  [
    'a table missing that nothing here asks',
    (at) => query(at, 'drop table passkey'),
    /wrong {2}The database lacks .*passkey.*; .*restore a backup/,
  ],
  ['no history', (at) => query(at, 'drop table history'), /wrong {2}The database lacks .*history/],
  [
    'a database that this user may not write',
    (at) => chmod(databasePath({ dataFolder: at }), 0o400),
    /wrong {2}This user may not read and write \S+contacts\.sqlite; make it/,
  ],
  [
    'a database that this user may not read',
    (at) => chmod(databasePath({ dataFolder: at }), 0),
    /wrong {2}This user may not read and write \S+contacts\.sqlite; make it/,
  ],
  [
    'pictures that this user may not read',
    (at) => chmod(join(at, 'files'), 0),
    /wrong {2}This user may not read and write \S+files; make it/,
  ],
  [
    'one picture that this user may not read',
    async (at) => chmod(await pictureIn(at), 0),
    /wrong {2}\S+\/files\/\S+ cannot be read \(EACCES.*; make it readable/,
  ],
  [
    'an account of pictures that this user may not read',
    async (at) => {
      const [account = ''] = await readdir(join(at, 'files'));
      await chmod(join(at, 'files', account), 0);
    },
    /wrong {2}\S+files cannot be read \(EACCES.*; make all in it readable/,
  ],
  [
    'a file in place of the pictures',
    async (at) => {
      await rm(join(at, 'files'), { recursive: true });
      await writeFile(join(at, 'files'), '');
    },
    /wrong {2}\S+files, where pictures and recordings lie, is no folder/,
  ],
  ['a row whose account is gone', loseAccount, /wrong {2}1 rows belong to an account that is gone/],
  [
    'an older schema',
    (at) => query(at, `delete from kysely_migration where name like '0003%'`),
    /wrong {2}The database is older than this Justmet \(0003-views\)/,
  ],
  [
    'a newer schema',
    (at) => query(at, `insert into kysely_migration values ('9999-later', '')`),
    /wrong {2}The database was written by a newer Justmet/,
  ],
  ['a picture that has rotted', rotPicture, /wrong {2}\S+\/files\/\S+ is not what it was/],
  [
    'a picture that was set aside',
    async (at) => rename(await pictureIn(at), `${await pictureIn(at)}.damaged`),
    /wrong {2}\S+\.damaged was found damaged and set aside/,
  ],
  [
    'no folder of pictures',
    (at) => rm(join(at, 'files'), { recursive: true }),
    /wrong {2}\S+files, where pictures and recordings lie, is gone/,
  ],
  ['no secret', (at) => rm(join(at, 'secret')), /wrong {2}\S+secret is missing/],
  ['half a secret', (at) => writeFile(join(at, 'secret'), 'abc'), /wrong {2}\S+secret is damaged/],
  [
    'a secret that others can read',
    (at) => chmod(join(at, 'secret'), 0o644),
    /wrong {2}Other users .* chmod 600/,
  ],
  ['a folder that others can look into', (at) => chmod(at, 0o755), /wrong {2}Other users .* chmod 700/],
  ['a database from tomorrow', fromTomorrow, /wrong {2}The clock says .* set the clock/],
  [
    'a history from tomorrow',
    (at) =>
      query(
        at,
        `insert into history select account_id, id, 'name', stamp, '1', stamp, 0, '2999-01-01T00:00:00.000Z' from "row" limit 1`,
      ),
    /wrong {2}The clock says .* set the clock/,
  ],
  ['no database', (at) => rm(databasePath({ dataFolder: at })), /wrong {2}There is no database at /],
])('says that something is wrong with %s', async (name, damage, sentence) => {
  const dataFolder = join(folder, name.replaceAll(' ', '-'));
  await cp(folders.dataFolder, dataFolder, { recursive: true, preserveTimestamps: true });
  await chmod(dataFolder, 0o700);
  await damage(dataFolder);
  const at = { ...folders, dataFolder };
  const { code, stdout, stderr } = await runToEnd('doctor', [], at, {}, withoutPowers);
  expect(stdout + stderr).toMatch(sentence);
  expect(stderr).toBe('');
  expect(stdout).toMatch(/\n1 thing is wrong\.\n$/);
  expect(code).toBe(1);
});

it('a server that starts without the folder of its pictures says so in its log', async () => {
  const dataFolder = join(folder, 'lost-files');
  await cp(folders.dataFolder, dataFolder, { recursive: true });
  await rm(join(dataFolder, 'files'), { recursive: true });
  const running = await runServer({ ...folders, dataFolder });
  await running.end('SIGTERM');
  const lines = running.logged().split('\n').filter(Boolean);
  expect(lines.map((line) => JSON.parse(line))).toContainEqual(
    expect.objectContaining({ level: 40, msg: expect.stringContaining('was gone and was made anew') }),
  );
});

it.each<[string, (path: string) => Promise<void>]>([
  ['gone', (path) => rm(path)],
  ['empty', (path) => writeFile(path, '')],
])('a server whose database is %s beside pictures does not begin anew', async (name, damage) => {
  const dataFolder = join(folder, `begin-${name}`);
  await cp(folders.dataFolder, dataFolder, { recursive: true });
  await damage(databasePath({ dataFolder }));
  const { code, stderr } = await runToEnd('serve', [], { ...folders, dataFolder });
  expect([code, stderr]).toEqual([
    1,
    expect.stringMatching(/^The database \S+ is gone but pictures are there; put a backup in its place.*\n$/),
  ]);
});

function query(dataFolder: string, text: string): void {
  const database = new DatabaseSync(databasePath({ dataFolder }));
  database.exec('pragma foreign_keys = off');
  database.exec(text);
  database.close();
}

/** What a bad disk leaves: pages in the middle hold something else. */
async function overwritePages(dataFolder: string): Promise<void> {
  const path = databasePath({ dataFolder });
  const { size } = await stat(path);
  const file = await open(path, 'r+');
  const garbage = randomBytes(4_096);
  for (let place = 40_960; place < size; place += 40_960) await file.write(garbage, 0, garbage.length, place);
  await file.close();
}

async function overwriteMiddle(dataFolder: string): Promise<void> {
  const path = databasePath({ dataFolder });
  const garbage = randomBytes(20_000);
  const file = await open(path, 'r+');
  await file.write(garbage, 0, garbage.length, Math.floor((await stat(path)).size / 2));
  await file.close();
}

function loseAccount(dataFolder: string): void {
  query(dataFolder, `insert into head (account_id, id) values ('nobody', 'one')`);
}

async function pictureIn(dataFolder: string): Promise<string> {
  const entries = await readdir(join(dataFolder, 'files'), { recursive: true, withFileTypes: true });
  const [entry] = entries.filter((one) => one.isFile() && !one.name.endsWith('.damaged'));
  if (entry === undefined) throw new Error('There is no picture');
  return join(entry.parentPath, entry.name);
}

async function rotPicture(dataFolder: string): Promise<void> {
  const path = await pictureIn(dataFolder);
  const bytes = await readFile(path);
  bytes[10_000] = (bytes[10_000] ?? 0) ^ 1;
  await writeFile(path, bytes);
}

async function fromTomorrow(dataFolder: string): Promise<void> {
  const tomorrow = new Date(Date.now() + 86_400_000);
  await utimes(databasePath({ dataFolder }), tomorrow, tomorrow);
}
