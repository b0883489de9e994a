import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Edit } from '../../src/domain/row.ts';
import { filePath, pathOf } from '../../src/protocol/files.ts';
import { joinPath } from '../../src/protocol/invitations.ts';
import { sessionPath, sessionSchema } from '../../src/protocol/session.ts';
import { type StartedPostgres, startPostgres } from '../postgres/start-postgres.ts';
import { makeAppFolder } from './harness/built-server.ts';
import { claimOver, nthEdit, pullAllOver, signInOver, syncOver } from './harness/http-device.ts';
import { fileValues, putFileOver } from './harness/put-file.ts';
import { type RunningServer, runServer, runToEnd, type ServerFolders } from './harness/run-server.ts';

/** More with `JUSTMET_MOVE_PEOPLE=50000`; a file for every fifty of them. */
const people = Number(process.env['JUSTMET_MOVE_PEOPLE'] ?? 300);
const files = Math.ceil(people / 50);
const limitMs = 60_000 + people * 20;

let postgres: StartedPostgres;
let folder: string;
let folders: ServerFolders;
let databaseUrl: string;

beforeAll(async () => {
  postgres = await startPostgres({ isDurable: false });
  folder = await mkdtemp(join(tmpdir(), 'justmet-move-'));
  folders = { dataFolder: join(folder, 'data'), appFolder: await makeAppFolder(folder) };
  databaseUrl = await postgres.createDatabase();
});
afterAll(async () => {
  await postgres?.stop();
  await rm(folder, { recursive: true, force: true });
});

const move = () => runToEnd('move', [], folders, { DATABASE_URL: databaseUrl });

/** Two of three are new people, the third changes one of them, so that there is history. */
async function pushPeople(running: RunningServer, cookie: string): Promise<void> {
  const edits = Array.from({ length: Math.ceil(people * 1.5) }, (_, n) => nthEdit('devicezero', 0, n));
  for (let at = 0; at < edits.length; at += 500) {
    expect((await syncOver(running, cookie, edits.slice(at, at + 500))).refused).toEqual([]);
  }
}

async function pushFiles(running: RunningServer, cookie: string): Promise<Map<string, Buffer>> {
  const bytesByHash = new Map<string, Buffer>();
  const edits: Edit[] = [];
  for (let n = 0; n < files; n += 1) {
    const bytes = Buffer.from(`picture ${n} `.repeat(500));
    const hash = await putFileOver(running, cookie, bytes);
    bytesByHash.set(hash, bytes);
    const { id, stamp } = nthEdit('deviceoneo', 1, n * 3);
    edits.push({
      table: 'file',
      id,
      stamp,
      values: { ...fileValues(id, hash, bytes.length), kind: 'recording' },
    });
  }
  for (let at = 0; at < edits.length; at += 500) await syncOver(running, cookie, edits.slice(at, at + 500));
  return bytesByHash;
}

async function invite(database: NodeJS.ProcessEnv): Promise<string> {
  const { stdout } = await runToEnd('invite', ['bob@example.com'], folders, database);
  return /#(\S+)\n$/.exec(stdout)?.[1] ?? '';
}

const post = (running: RunningServer, path: string, body: unknown) =>
  fetch(`${running.url}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });

const count = async (table: string) =>
  (await postgres.query(databaseUrl, `select count(*)::int as n from ${table}`))[0]?.['n'];

it(
  'S-15 moves everything into PostgreSQL, and devices go on as if nothing had happened',
  async () => {
    const old = await runServer(folders);
    const cookie = await claimOver(old, old.claimToken);
    const phone = await signInOver(old);
    await pushPeople(old, cookie);
    const bytesByHash = await pushFiles(old, cookie);
    const token = await invite({});
    const before = await pullAllOver(old, phone);
    expect(before).toHaveLength(people + files);
    const known = await syncOver(old, phone, []);

    expect(await move()).toMatchObject({
      code: 1,
      stderr: expect.stringMatching(/^A server is running on /),
    });
    // As by a power cut: what was written last lies in the WAL file alone.
    await old.end('SIGKILL');
    expect(await runToEnd('move', [], folders)).toMatchObject({
      code: 1,
      stderr: expect.stringMatching(/^Set DATABASE_URL /),
    });

    // Somebody has started a server on the target, and nobody has claimed it.
    const unclaimed = await runServer(
      { ...folders, dataFolder: join(folder, 'other') },
      { env: { DATABASE_URL: databaseUrl } },
    );
    await unclaimed.end('SIGTERM');
    await refusesWhatIsOfOthers();
    await refusesWhatDiffers();
    const { code, stdout, stderr } = await move();
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toMatch(new RegExp(`^row +${people + files} +${people + files} +(\\w{16}) +\\1$`, 'm'));
    expect(stdout).toMatch(/^session +2 +2 /m);
    expect(stdout).toMatch(new RegExp(`^transcription +${files} +${files} +(\\w{16}) +\\1$`, 'm'));
    expect(stdout).not.toMatch(/differs|kysely/);
    expect(stdout).toContain('Pictures, recordings and the secret stay in ');
    expect(await count('history')).toBe(people);
    expect(await move()).toMatchObject({
      code: 1,
      stderr: 'The database in DATABASE_URL holds accounts already; give an empty one.\n',
    });

    const moved = await runServer(folders, { env: { DATABASE_URL: databaseUrl } });
    expect(moved.claimToken).toBeUndefined();
    // A device that was up to date: its head is known, and there is nothing to pull or to send again.
    const next = await syncOver(moved, phone, [], known.cursor, known.head);
    expect(next).toMatchObject({ isHeadKnown: true, head: known.head });
    expect(await pullAllOver(moved, phone)).toEqual(before);
    const pushed = await syncOver(moved, cookie, [nthEdit('devicetwoo', 2, 0)], known.cursor, known.head);
    expect(pushed).toMatchObject({ isHeadKnown: true, cursor: expect.any(Number) });
    expect(pushed.acknowledged).toHaveLength(1);
    expect(await pullAllOver(moved, await signInOver(moved))).toHaveLength(people + files + 1);
    await readFiles(moved, cookie, bytesByHash);
    await answersSql();
    const bob = { token, name: 'Bob Guest', password: 'another long phrase' };
    expect((await post(moved, joinPath, bob)).status).toBe(200);
    await moved.end('SIGTERM');
  },
  limitMs,
);

/** What the migrations did before they met it is undone. */
async function refusesWhatIsOfOthers(): Promise<void> {
  const taken = await postgres.createDatabase();
  await postgres.query(taken, 'create table "user" (name text)');
  for (const command of ['move', 'serve']) {
    expect(await runToEnd(command, [], folders, { DATABASE_URL: taken })).toEqual({
      code: 1,
      stdout: '',
      stderr: expect.stringMatching(
        /^The database in DATABASE_URL holds something of another program \(.*"user".*\); give an empty one\.\n$/,
      ),
    });
  }
  expect(await postgres.query(taken, `select to_regclass('account') as name`)).toEqual([{ name: null }]);
}

/** PostgreSQL changes a row by itself, as a column of another type might. */
async function refusesWhatDiffers(): Promise<void> {
  await postgres.query(
    databaseUrl,
    `create function spoil() returns trigger language plpgsql as
     $$ begin if not exists (select from "row") then new.stamp = new.stamp || ' '; end if; return new; end $$;
     create trigger spoil before insert on "row" for each row execute function spoil()`,
  );
  const { code, stdout, stderr } = await move();
  expect([code, stderr]).toEqual([
    1,
    'PostgreSQL gave something else back of row; nothing was moved, and it is empty.\n',
  ]);
  expect(stdout).toMatch(/^row .* differs$/m);
  expect(stdout.match(/differs/g)).toHaveLength(1);
  for (const table of ['account', '"user"', '"row"', 'head', 'session']) expect(await count(table)).toBe(0);
  await postgres.query(databaseUrl, 'drop trigger spoil on "row"');
}

async function answersSql(): Promise<void> {
  const ask = (...words: string[]) => runToEnd('sql', words, folders, { DATABASE_URL: databaseUrl });
  const asked = await ask('select count(*) as people from people');
  expect([asked.code, asked.stdout]).toEqual([0, expect.stringMatching(/^people\n-+\n +\d+\n$/)]);
  const time = await ask(
    '--json',
    'select "emailVerified", "createdAt" from "user" order by "createdAt" limit 1',
  );
  expect(JSON.parse(time.stdout)).toEqual({
    emailVerified: false,
    createdAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
  });
  const bytes = await ask('--json', `select '\\x00ff'::bytea as bytes, 9007199254740993 as long`);
  expect(JSON.parse(bytes.stdout)).toEqual({ bytes: '00ff', long: '9007199254740993' });
  const rows = await count('"row"');
  const program = `copy (select 1) to program 'cat > "${join(tmpdir(), 'justmet-harm')}"'`;
  for (const harm of ['delete from head', 'commit; delete from head', 'select 1 from nowhere', program]) {
    expect(await ask(harm)).toMatchObject({
      code: 1,
      stdout: '',
      stderr: expect.stringMatching(/^That cannot be answered: .+\.\n$/),
    });
  }
  expect(existsSync(join(tmpdir(), 'justmet-harm'))).toBe(false);
  expect(await count('"row"')).toBe(rows);
  expect(await count('head')).not.toBe(0);
}

async function readFiles(
  running: RunningServer,
  cookie: string,
  bytesByHash: ReadonlyMap<string, Buffer>,
): Promise<void> {
  const session = await fetch(`${running.url}${sessionPath}`, { headers: { cookie } });
  const { accountId } = sessionSchema.parse(await session.json());
  for (const [hash, bytes] of bytesByHash) {
    const address = `${running.url}${pathOf(filePath, accountId, hash)}?from=0`;
    const answer = await fetch(address, { headers: { cookie } });
    const sent = Buffer.from(await answer.arrayBuffer());
    expect(sent.length).toBe(bytes.length);
    expect(createHash('sha256').update(sent).digest('hex')).toBe(hash);
  }
}
