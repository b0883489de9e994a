import { accessSync, constants, existsSync, readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { runProgram } from './run-program.mjs';
import { installPackages } from './system-packages.mjs';

/** @typedef {{ kind: 'found', folder: string } | { kind: 'missing', sentence: string }} PostgresSearch */

const programs = process.platform === 'win32' ? ['initdb.exe', 'postgres.exe'] : ['initdb', 'postgres'];
const packages = {
  'apt-get': ['postgresql'],
  dnf: ['postgresql-server', 'postgresql-contrib'],
  apk: ['postgresql'],
};

/**
 * The folder of PostgreSQL's own programs on this machine: POSTGRES_BIN and nothing else when it is set, then
 * where Debian keeps its newest, then what `pg_config` says, then the PATH.
 * @returns {Promise<PostgresSearch>}
 */
export async function findPostgres() {
  const chosen = process.env['POSTGRES_BIN'];
  if (chosen) {
    if (hasPrograms(chosen)) return { kind: 'found', folder: chosen };
    return missing(`POSTGRES_BIN names ${chosen}, which holds no ${programs.join(' and ')}.`);
  }
  const onPath = (process.env['PATH'] ?? '').split(delimiter).filter(Boolean);
  for (const folder of [...listInstalled(), ...(await askPgConfig()), ...onPath]) {
    if (hasPrograms(folder)) return { kind: 'found', folder };
  }
  return missing(
    'These tests need PostgreSQL, and there is none here: install it (apt-get install postgresql), ' +
      'or name the folder of its programs in POSTGRES_BIN.',
  );
}

/**
 * Finds PostgreSQL, or else gets it from the system's package manager when it may.
 * @param {(line: string) => void} tell shows one short line of progress
 * @returns {Promise<PostgresSearch>}
 */
export async function ensurePostgres(tell) {
  const search = await findPostgres();
  if (search.kind === 'found' || process.env['POSTGRES_BIN']) return search;
  await installPackages(tell, 'PostgreSQL', packages);
  return findPostgres();
}

/**
 * @param {string} sentence
 * @returns {PostgresSearch}
 */
function missing(sentence) {
  return { kind: 'missing', sentence };
}

/** The newest first. */
function listInstalled() {
  const roots = ['/usr/lib/postgresql', '/opt/homebrew/opt', '/usr/local/opt', '/usr/libexec', '/usr'];
  return roots.flatMap((root) => {
    if (!existsSync(root)) return [];
    const names = readdirSync(root).filter((name) => /^(postgresql@?|pgsql-)?\d+$/.test(name));
    return names.sort((a, b) => versionOf(b) - versionOf(a)).map((name) => join(root, name, 'bin'));
  });
}

/** @param {string} name */
function versionOf(name) {
  return Number(/\d+$/.exec(name)?.[0] ?? 0);
}

async function askPgConfig() {
  const { ok, output } = await runProgram('pg_config', ['--bindir']);
  return ok ? [output.trim()] : [];
}

/** @param {string} folder */
function hasPrograms(folder) {
  try {
    for (const program of programs) accessSync(join(folder, program), constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
