import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { runProgram } from './run-program.mjs';

const timeLimit = 300_000;
const packageManagers = [
  { command: 'apt-get', before: [['update']], install: ['install', '-y', '--no-install-recommends'] },
  { command: 'dnf', before: [], install: ['install', '-y'] },
  { command: 'apk', before: [], install: ['add'] },
];

/**
 * Installs packages of the system, where this user may without being asked for a password. The package
 * manager's name, or undefined where there is none to use.
 * @param {(line: string) => void} tell
 * @param {readonly string[]} names
 */
export async function installPackages(tell, names) {
  const asRoot = await findWayToRoot();
  const manager = packageManagers.find(({ command }) => isOnPath(command));
  if (process.platform !== 'linux' || asRoot === undefined || manager === undefined) return undefined;
  tell(`Installing ${names.join(' and ')} with ${manager.command}…`);
  for (const run of [...manager.before, [...manager.install, ...names]]) {
    report(tell, manager.command, await runAs(asRoot, [manager.command, ...run]));
  }
  return manager.command;
}

/**
 * @param {(line: string) => void} tell
 * @param {string} name
 * @param {{ ok: boolean, output: string }} run
 */
export function report(tell, name, { ok, output }) {
  const lines = output.split('\n').filter((line) => line.trim() !== '' && !/^\s+at /.test(line));
  if (!ok) tell(`${name} failed: ${lines.at(-1) ?? 'it said nothing'}`);
}

/**
 * @param {string[]} asRoot
 * @param {string[]} command
 */
export function runAs(asRoot, command) {
  const [file = '', ...args] = [...asRoot, ...command];
  return runProgram(file, args, { env: { DEBIAN_FRONTEND: 'noninteractive' }, timeLimit });
}

/**
 * What to put before a command that needs root: nothing, or a sudo that asks for no password.
 * @returns {Promise<string[] | undefined>}
 */
export async function findWayToRoot() {
  if (process.getuid?.() === 0) return [];
  const sudo = ['sudo', '--non-interactive', '--preserve-env=DEBIAN_FRONTEND'];
  return isOnPath('sudo') && (await runProgram('sudo', ['--non-interactive', 'true'])).ok ? sudo : undefined;
}

/** @param {string} command */
export function isOnPath(command) {
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  return folders.some((folder) => existsSync(join(folder, command)));
}
