import { type ChildProcess, execFile, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';
import { Client } from 'pg';
import { findPostgres } from '../../scripts/postgres.mjs';

export interface StartedPostgres {
  /** Makes an empty database and gives its address. */
  createDatabase(): Promise<string>;
  /** Runs SQL on the database of that address, on a connection of its own. */
  query(databaseUrl: string, text: string): Promise<Record<string, unknown>[]>;
  /** Writes a database into a file, as `pg_dump` does. */
  dump(databaseUrl: string, file: string): Promise<void>;
  /** Puts what was dumped in the place of what is there, ending whoever is connected. */
  restore(databaseUrl: string, file: string): Promise<void>;
  stop(): Promise<void>;
}

interface StartOptions {
  /** As for anybody: a commit is on disk when it answers. False where nothing is killed: many times as fast. */
  readonly isDurable: boolean;
}

const user = 'justmet';
const startLimitMs = 30_000;
const execute = promisify(execFile);

/**
 * A PostgreSQL of its own in a temporary folder, reached by a socket in there; it ends and leaves nothing behind
 * when this process ends, however that happens. Rejects with what to install where there is none.
 */
export async function startPostgres({ isDurable }: StartOptions): Promise<StartedPostgres> {
  const search = await findPostgres();
  if (search.kind === 'missing') throw new Error(search.sentence);
  const program = (name: string) => join(search.folder, name);
  const identity = unprivileged();
  const folder = mkdtempSync(join(tmpdir(), 'justmet-pg-'));
  if (identity !== undefined) chownSync(folder, identity.uid, identity.gid);
  const dataFolder = join(folder, 'data');
  const auth = ['--auth=trust', `--username=${user}`, '--encoding=UTF8', '--locale=C', '--no-sync'];
  await execute(program('initdb'), ['--pgdata', dataFolder, ...auth], { ...identity, cwd: folder });
  const server = spawnServer(
    [program('postgres'), '-D', dataFolder, '-k', folder, ...settings(isDurable)],
    folder,
    identity,
  );
  const urlOf = (database: string) =>
    `postgresql:///${database}?host=${encodeURIComponent(folder)}&user=${user}`;
  await waitUntilReady(server, urlOf('postgres'));
  let made = 0;
  return {
    async createDatabase() {
      const name = `contacts_${++made}`;
      await query(urlOf('postgres'), `create database ${name} ${asStrangersMake}`);
      return urlOf(name);
    },
    query,
    dump: async (url, file) => {
      await execute(program('pg_dump'), ['--format=custom', `--file=${file}`, `--dbname=${url}`]);
    },
    restore: async (url, file) => {
      const name = new URL(url).pathname.slice(1);
      await query(urlOf('postgres'), `drop database ${name} with (force)`);
      await query(urlOf('postgres'), `create database ${name} ${asStrangersMake}`);
      await execute(program('pg_restore'), [`--dbname=${url}`, file]);
    },
    async stop() {
      const exited = once(server, 'exit');
      server.stdin?.end();
      await exited;
    },
  };
}

/** A database whose language sorts text otherwise than by its bytes, as many are. */
const asStrangersMake = `template template0 encoding 'UTF8' locale_provider icu icu_locale 'en-US'`;

async function query(databaseUrl: string, text: string): Promise<Record<string, unknown>[]> {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(text)).rows;
  } finally {
    await client.end();
  }
}

interface Identity {
  readonly uid: number;
  readonly gid: number;
}

/** The server refuses to run as root. */
function unprivileged(): Identity | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const idOf = (flag: string, name: string) => Number(execFileSync('id', [flag, name], { stdio: 'pipe' }));
  try {
    return { uid: idOf('-u', 'postgres'), gid: idOf('-g', 'postgres') };
  } catch {
    return { uid: idOf('-u', 'nobody'), gid: idOf('-g', 'nobody') };
  }
}

function settings(isDurable: boolean): string[] {
  const all = ['listen_addresses=', 'max_connections=60', 'shared_buffers=32MB'];
  if (!isDurable) all.push('fsync=off', 'full_page_writes=off');
  return all.flatMap((setting) => ['-c', setting]);
}

/** A shell that waits for this process's end of a pipe: a test that was killed leaves no server and no folder. */
function spawnServer(
  command: readonly string[],
  folder: string,
  identity: Identity | undefined,
): ChildProcess {
  const script = `folder=$1; shift; "$@" <&- & server=$!
    while read -r _; do :; done
    kill -INT $server; wait $server; rm -rf "$folder"`;
  return spawn('/bin/sh', ['-c', script, 'sh', folder, ...command], {
    ...identity,
    cwd: '/',
    stdio: ['pipe', 'ignore', 'pipe'],
  });
}

async function waitUntilReady(server: ChildProcess, url: string): Promise<void> {
  let said = '';
  server.stderr?.setEncoding('utf8').on('data', (text: string) => {
    said = (said + text).slice(-4_000);
  });
  const deadline = Date.now() + startLimitMs;
  for (;;) {
    try {
      await query(url, 'select 1');
      return;
    } catch (error) {
      if (Date.now() > deadline || server.exitCode !== null) {
        server.stdin?.end();
        throw new Error(`PostgreSQL did not start: ${String(error)}\n${said}`);
      }
    }
    await pause(50);
  }
}
