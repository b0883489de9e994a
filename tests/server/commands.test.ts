import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ICAL from 'ical.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Json } from '../../src/domain/json.ts';
import type { Edit, TableName } from '../../src/domain/row.ts';
import { type StartedPostgres, startPostgres } from '../postgres/start-postgres.ts';
import { makeAppFolder, owner } from './harness/built-server.ts';
import { claimOver, nthEdit, syncOver } from './harness/http-device.ts';
import { fileValues, putFileOver } from './harness/put-file.ts';
import { runServer, runToEnd, type ServerFolders } from './harness/run-server.ts';

let folder: string;
let folders: ServerFolders;
let hash: string;
let postgres: StartedPostgres;
let databaseUrl: string;
const picture = Buffer.from('a picture, for sure');

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'justmet-commands-'));
  folders = { dataFolder: join(folder, 'data'), appFolder: await makeAppFolder(folder) };
  await fill(folders, {});
  postgres = await startPostgres({ isDurable: false });
  databaseUrl = await postgres.createDatabase();
  await fill(beside(), { DATABASE_URL: databaseUrl });
});
afterAll(async () => {
  await postgres?.stop();
  await rm(folder, { recursive: true, force: true });
});

/** The same people, in PostgreSQL. */
const beside = (): ServerFolders => ({ ...folders, dataFolder: join(folder, 'beside') });

async function fill(where: ServerFolders, env: NodeJS.ProcessEnv): Promise<void> {
  const running = await runServer(where, { env });
  const cookie = await claimOver(running, running.claimToken);
  hash = await putFileOver(running, cookie, picture);
  const [dana, bob, gone] = [1, 2, 3].map((n) => nthEdit('devicezero', n, 0).id);
  if (dana === undefined || bob === undefined || gone === undefined) throw new Error('No ids');
  const occasion = nthEdit('devicezero', 4, 0).id;
  const edits: [TableName, string, Record<string, Json>][] = [
    ['occasion', occasion, { name: 'Fair, Elm St', colour: 'blue' }],
    [
      'person',
      dana,
      {
        name: 'Dana "Dee" Smith',
        company: '=cmd|calc',
        title: 'Owner',
        cardLines: 'BDAY:1980-03-07\nX-SPOUSE:Lou',
        'address/k3j9x0a1': { typed: '12 Fourth Street, Clare', label: 'work' },
        metAt: '2026-11-20T18:00:00.000Z',
        occasion,
        notedAt: '2026-11-20T18:01:00.000Z',
        'phone/k3j9x0a1': { typed: '(213) 373-4253', e164: '+12133734253' },
        'email/k3j9x0a2': { typed: 'dana@example.com' },
        'handle/k3j9x0a3': { typed: 'ig dana', network: 'Instagram', url: 'https://www.instagram.com/dana' },
      },
    ],
    ['person', bob, { name: 'Bob', 'phone/k3j9x0a4': { typed: '555' }, 'phone/k3j9x0a5': { typed: '@7' } }],
    ['person', gone, { name: 'Gone Girl' }],
    [
      'note',
      nthEdit('devicezero', 5, 0).id,
      { person: dana, text: 'has two kids', writtenAt: '2026-11-20T18:01:00.000Z' },
    ],
    ['file', nthEdit('devicezero', 6, 0).id, fileValues(dana, hash, picture.length)],
    ['touch', nthEdit('devicezero', 7, 0).id, { person: dana, way: 'text', at: '2026-11-20T18:02:00.000Z' }],
  ];
  const { stamp } = nthEdit('devicezero', 0, 0);
  const asEdits: Edit[] = edits.map(([table, id, values]) => ({ table, id, stamp, values }));
  expect((await syncOver(running, cookie, asEdits)).refused).toEqual([]);
  const later = nthEdit('devicezero', 0, 3).stamp;
  await syncOver(running, cookie, [
    { table: 'person', id: gone, stamp: later, values: { deleted: { devicezero: stamp } } },
  ]);
  await running.end('SIGTERM');
}

describe('the words after justmet', () => {
  it('are listed by --help, and for one command', async () => {
    const help = await runToEnd('--help', [], folders);
    expect(help.code).toBe(0);
    for (const name of [
      'serve',
      'invite',
      'reset-password',
      'backup',
      'restore',
      'move',
      'export',
      'doctor',
      'sql',
    ])
      expect(help.stdout).toContain(`  ${name} `);
    expect((await runToEnd('restore', ['--help'], folders)).stdout).toMatch(
      /^justmet restore FILE \[--replace\]\n/,
    );
    expect((await runToEnd('--version', [], folders)).stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
  });

  it.each([
    ['dance', [], /^There is no command "dance"/],
    ['backup', [], /^That is not understood\. Say it like this: justmet backup FILE/],
    ['backup', ['a', 'b'], /^That is not understood/],
    ['restore', ['--forc', 'a'], /^That is not understood/],
    [
      'export',
      ['--format', 'xls', '--out', 'a'],
      /^That is not understood\. Say it like this: justmet export /,
    ],
    ['doctor', ['now'], /^That is not understood/],
    ['invite', [], /^That is not understood\. Say it like this: justmet invite EMAIL/],
    ['reset-password', ['a@example.com', 'b@example.com'], /^That is not understood/],
    ['serve', ['--port', '1'], /^That is not understood/],
  ])('that are wrong get a sentence and exit code 2: %s %j', async (command, words, sentence) => {
    const { code, stdout, stderr } = await runToEnd(command, words, folders);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(sentence);
    expect(stderr.trim().split('\n')).toHaveLength(1);
  });

  it.each([
    ['backup', ['a.tar']],
    ['restore', ['a.tar']],
  ])('%s says that it knows SQLite alone', async (command, words) => {
    const environment = { DATABASE_URL: 'postgresql://nobody@127.0.0.1/none' };
    const { code, stderr } = await runToEnd(command, words, folders, environment);
    expect([code, stderr]).toEqual([1, expect.stringMatching(/^DATABASE_URL is set, and /)]);
  });

  it('every mistake in the environment is in one list', async () => {
    const environment = {
      PORT: 'http',
      JUSTMET_URL: 'nowhere',
      JUSTMET_LOG: 'loud',
      JUSTMET_METRICS_TOKEN: 'short',
      S3_ENDPOINT: 'https://s3.example/bucket',
      S3_BUCKET: 'A',
      S3_REGION: 'two words',
      TRANSCRIBE_URL: 'somewhere',
      TRANSCRIBE_LANGUAGE: 'English',
    };
    const { code, stderr } = await runToEnd('serve', [], folders, environment);
    expect(code).toBe(1);
    expect(
      stderr
        .trim()
        .split('\n')
        .map((line) => line.split(' ')[0])
        .sort(),
    ).toEqual(Object.keys(environment).sort());
  });
});

describe('doctor on PostgreSQL', () => {
  const examine = (url: string) => runToEnd('doctor', [], beside(), { DATABASE_URL: url });

  it('finds nothing wrong with what is well, and says what it looked at', async () => {
    const { code, stdout } = await examine(databaseUrl);
    expect([code, stdout]).toEqual([0, expect.stringMatching(/\nNothing is wrong\.\n$/)]);
    for (const words of [
      'The secret is there',
      'PostgreSQL 1',
      'The database is up to date',
      "as PostgreSQL's does",
      'Every row belongs to an account',
      '1 pictures and recordings are as they were sent',
    ])
      expect(stdout).toContain(words);
  });

  it('says what is wrong: no server, no tables yet, rows of nobody, a table gone', async () => {
    expect(await examine('postgresql://nobody@127.0.0.1:9/none')).toMatchObject({
      code: 1,
      stdout: expect.stringMatching(/wrong {2}PostgreSQL does not answer .*\n1 thing is wrong\.\n$/),
    });
    expect(await examine(await postgres.createDatabase())).toMatchObject({
      code: 1,
      stdout: expect.stringContaining(
        'wrong  The database is older than this Justmet; start the server once.',
      ),
    });
    const damaged = await postgres.createDatabase();
    const running = await runServer(
      { ...folders, dataFolder: join(folder, 'third') },
      { env: { DATABASE_URL: damaged } },
    );
    await running.end('SIGTERM');
    await postgres.query(
      damaged,
      `insert into "row" (account_id, id, "table", seq, stamp, "values", deleted) values ('a', 'b', 'note', 1, 'c', '{}', 0)`,
    );
    expect(await examine(damaged)).toMatchObject({
      code: 1,
      stdout: expect.stringContaining('wrong  1 rows belong to an account that is gone; restore a dump.'),
    });
    await postgres.query(damaged, 'drop table history');
    expect(await examine(damaged)).toMatchObject({
      code: 1,
      stdout: expect.stringMatching(
        /wrong {2}The database cannot be read \(.*"history".*\); restore a dump\./,
      ),
      stderr: '',
    });
  });
});

describe.each(['SQLite', 'PostgreSQL'])('export from %s', (database) => {
  let where: string;
  beforeAll(async () => {
    where = await mkdtemp(join(folder, 'out-'));
  });
  const out = (name: string) => join(where, name);
  const exportTo = (format: string, name: string, ...more: string[]) => {
    const args = ['--format', format, '--out', out(name), ...more];
    return database === 'SQLite'
      ? runToEnd('export', args, folders)
      : runToEnd('export', args, beside(), { DATABASE_URL: databaseUrl });
  };

  it('writes people as CSV without a formula and without anything private', async () => {
    const { code, stdout, stderr } = await exportTo('csv', 'people.csv');
    expect([code, stdout]).toEqual([0, `Exported 2 people into ${out('people.csv')}\n`]);
    expect(stderr).toMatch(/^Notes, pictures and recordings stayed here/);
    expect(await readFile(out('people.csv'), 'utf8')).toBe(
      '\ufeffName,Company,Job title,Phone,Phone 2,Email,Handle,Address,Met at,Met where\r\n' +
        "Bob,,,555,'@7,,,,,\r\n" +
        '"Dana ""Dee"" Smith",\'=cmd|calc,Owner,+1 213 373 4253,,dana@example.com,https://www.instagram.com/dana,"12 Fourth Street, Clare",2026-11-20T18:00:00.000Z,"Fair, Elm St"\r\n',
    );
    expect((await stat(out('people.csv'))).mode & 0o777).toBe(0o600);
  });

  it('writes people as vCards that ical.js reads', async () => {
    await exportTo('vcard', 'people.vcf', '--account', owner.email.toUpperCase());
    const text = await readFile(out('people.vcf'), 'utf8');
    const cards = [ICAL.parse(text)].flat(1).filter(Array.isArray);
    expect(text.match(/BEGIN:VCARD\r\n/g)).toHaveLength(2);
    expect(JSON.stringify(cards)).toContain('+12133734253');
    expect(text).toContain('TITLE:Owner\r\n');
    expect(text).toMatch(/ADR;TYPE=WORK:.*Fourth Street/);
    expect(text).not.toMatch(/two kids|BDAY|SPOUSE/);
  });

  it('writes everything that may leave as JSON; with --with-private the rest, and the bytes', async () => {
    await exportTo('json', 'some.json');
    const some = JSON.parse(await readFile(out('some.json'), 'utf8'));
    expect(Object.keys(some)).toEqual([
      'justmet',
      'exportedAt',
      'withPrivate',
      'person',
      'occasion',
      'touch',
    ]);
    expect(JSON.stringify(some)).not.toMatch(/two kids|notedAt|Gone|tombstone|deleted|SPOUSE/);
    expect(some.person[0].phone).toEqual([{ id: 'k3j9x0a1', typed: '(213) 373-4253', e164: '+12133734253' }]);
    expect(await readdir(where)).not.toContain('some.json-files');

    const { stdout } = await exportTo('json', 'all.json', '--with-private');
    const all = JSON.parse(await readFile(out('all.json'), 'utf8'));
    expect(all.note[0].text).toBe('has two kids');
    expect(all.file[0].hash).toBe(hash);
    expect(stdout).toContain('Copied 1 pictures and recordings');
    expect(await readFile(join(out('all.json-files'), `${hash}.jpeg`))).toEqual(picture);
  });

  it('lets notes into CSV and vCards only with --with-private', async () => {
    await exportTo('csv', 'private.csv', '--with-private');
    expect(await readFile(out('private.csv'), 'utf8')).toContain('has two kids');
    await exportTo('vcard', 'private.vcf', '--with-private');
    const cards = await readFile(out('private.vcf'), 'utf8');
    expect(cards).toContain('NOTE:has two kids');
    expect(cards).toContain('BDAY:1980-03-07\r\nX-SPOUSE:Lou\r\n');
  });

  it('takes the place of no other file, and knows whom it exports', async () => {
    await writeFile(out('mine'), 'mine');
    expect(await exportTo('csv', 'mine')).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('exists already'),
    });
    expect(await readFile(out('mine'), 'utf8')).toBe('mine');
    const stranger = await exportTo('csv', 'none.csv', '--account', 'nobody@example.com');
    expect(stranger).toMatchObject({ code: 1, stderr: 'Nobody here signs in as nobody@example.com.\n' });
  });
});
