import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from 'playwright-core';
import { runProgram, runTool } from './run-program.mjs';

const timeLimit = 300_000;
const aptEnv = { DEBIAN_FRONTEND: 'noninteractive' };
const packageManagers = [
  { command: 'apt-get', runs: [['update'], ['install', '-y', '--no-install-recommends', 'chromium']] },
  { command: 'dnf', runs: [['install', '-y', 'chromium']] },
  { command: 'apk', runs: [['add', 'chromium']] },
];

/**
 * The ways to get a Chromium, one after another; after each it is worth looking whether there is one now.
 * @param {(line: string) => void} tell
 */
export async function* fetchChromium(tell) {
  tell('Downloading a Chromium for the browser tests…');
  // Twenty seconds without an answer is no network: the package manager may still reach a mirror.
  const env = { PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: '20000' };
  const args = ['install', '--no-shell', 'chromium'];
  yield report(
    tell,
    'The download',
    await runTool('playwright-core', 'playwright-core', args, { env, timeLimit }),
  );
  if (process.platform !== 'linux') return;
  const asRoot = await findWayToRoot();
  const manager = packageManagers.find(({ command }) => isOnPath(command));
  if (asRoot === undefined || manager === undefined) return;
  tell(`Installing Chromium with ${manager.command}…`);
  for (const run of manager.runs) {
    yield report(tell, manager.command, await runAs(asRoot, [manager.command, ...run]));
  }
  if (manager.command !== 'apt-get' || !existsSync(chromium.executablePath())) return;
  // Ubuntu's chromium package is a link to a snap: there the download lacks nothing but its libraries.
  tell('Installing what the downloaded Chromium needs…');
  const cli = [process.execPath, 'node_modules/playwright-core/cli.js', 'install-deps', 'chromium'];
  yield report(tell, 'apt-get', await runAs(asRoot, cli));
}

/**
 * @param {(line: string) => void} tell
 * @param {string} name
 * @param {{ ok: boolean, output: string }} run
 */
function report(tell, name, { ok, output }) {
  const lines = output.split('\n').filter((line) => line.trim() !== '' && !/^\s+at /.test(line));
  if (!ok) tell(`${name} failed: ${lines.at(-1) ?? 'it said nothing'}`);
}

/**
 * @param {string[]} asRoot
 * @param {string[]} command
 */
function runAs(asRoot, command) {
  const [file = '', ...args] = [...asRoot, ...command];
  return runProgram(file, args, { env: aptEnv, timeLimit });
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
function isOnPath(command) {
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  return folders.some((folder) => existsSync(join(folder, command)));
}
