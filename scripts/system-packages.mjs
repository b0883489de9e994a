import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { runProgram } from './run-program.mjs';

const timeLimit = 300_000;
const aptEnv = { DEBIAN_FRONTEND: 'noninteractive' };

/** @typedef {'apt-get' | 'dnf' | 'apk'} PackageManager */

/** @type {Record<PackageManager, (names: readonly string[]) => string[][]>} */
const runsOf = {
  'apt-get': (names) => [['update'], ['install', '-y', '--no-install-recommends', ...names]],
  dnf: (names) => [['install', '-y', ...names]],
  apk: (names) => [['add', ...names]],
};

/**
 * Installs a program with the system's package manager, on Linux, as far as this user may. Gives the manager
 * that ran, or undefined when none could.
 * @param {(line: string) => void} tell shows one short line of progress
 * @param {string} what
 * @param {Partial<Record<PackageManager, readonly string[]>>} packages a manager that is not named has none
 */
export async function installPackages(tell, what, packages) {
  if (process.platform !== 'linux') return undefined;
  const managers = /** @type {PackageManager[]} */ (Object.keys(runsOf));
  const manager = managers.find(isOnPath);
  const names = manager && packages[manager];
  if (manager === undefined || names === undefined || (await findWayToRoot()) === undefined) return undefined;
  tell(`Installing ${what} with ${manager}…`);
  for (const run of runsOf[manager](names)) {
    tellFailure(tell, manager, await runAsRoot([manager, ...run]));
  }
  return manager;
}

/**
 * @param {readonly string[]} command
 * @returns {Promise<{ ok: boolean, output: string }>}
 */
export async function runAsRoot(command) {
  const asRoot = await findWayToRoot();
  if (asRoot === undefined) return { ok: false, output: 'It needs root.' };
  const [file = '', ...args] = [...asRoot, ...command];
  return runProgram(file, args, { env: aptEnv, timeLimit });
}

/**
 * @param {(line: string) => void} tell
 * @param {string} name
 * @param {{ ok: boolean, output: string }} run
 */
export function tellFailure(tell, name, { ok, output }) {
  const lines = output.split('\n').filter((line) => line.trim() !== '' && !/^\s+at /.test(line));
  if (!ok) tell(`${name} failed: ${lines.at(-1) ?? 'it said nothing'}`);
}

/**
 * What to put before a command that needs root: nothing, or a sudo that asks for no password.
 * @returns {Promise<string[] | undefined>}
 */
async function findWayToRoot() {
  if (process.getuid?.() === 0) return [];
  const sudo = ['sudo', '--non-interactive', '--preserve-env=DEBIAN_FRONTEND'];
  return isOnPath('sudo') && (await runProgram('sudo', ['--non-interactive', 'true'])).ok ? sudo : undefined;
}

/** @param {string} command */
export function isOnPath(command) {
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  return folders.some((folder) => existsSync(join(folder, command)));
}
