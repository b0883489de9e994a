import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from 'playwright-core';
import { fetchChromium, fetchShell } from './fetch-chromium.mjs';
import { runProgram } from './run-program.mjs';

/** @typedef {{ kind: 'found', path: string } | { kind: 'missing', sentence: string }} ChromiumSearch */

const commands = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
/** The programs themselves: a script in front of one would be killed in its place. */
const systemShells = [
  '/usr/lib/chromium/chromium-headless-shell',
  '/usr/lib64/chromium-browser/headless_shell',
];
const macApplications = [
  'Chromium.app/Contents/MacOS/Chromium',
  'Google Chrome.app/Contents/MacOS/Google Chrome',
];
const windowsPrograms = ['Google\\Chrome\\Application\\chrome.exe', 'Chromium\\Application\\chrome.exe'];

/**
 * A Chromium on this machine that starts: CHROME_PATH and nothing else when it is set, then Playwright's
 * own, then the system's.
 * @returns {Promise<ChromiumSearch>}
 */
export async function findChromium() {
  const chosen = process.env['CHROME_PATH'];
  if (chosen) {
    if (!existsSync(chosen)) return missing(`CHROME_PATH names ${chosen}, which does not exist.`);
    return (await starts(chosen))
      ? found(chosen)
      : missing(`CHROME_PATH names ${chosen}, which does not start.`);
  }
  /** @type {string[]} */
  const broken = [];
  for (const path of [chromium.executablePath(), ...listSystemPaths()]) {
    if (!isExecutable(path)) continue;
    if (await starts(path)) return found(path);
    broken.push(path);
  }
  if (broken.length > 0) return missing(`No Chromium here starts (tried ${broken.join(', ')}).`);
  return missing('There is no Chromium here.');
}

/**
 * Chromium's headless shell: CHROME_SHELL_PATH, or the system's; one that does not start is none.
 * @returns {Promise<string | undefined>}
 */
async function findShell() {
  const chosen = process.env['CHROME_SHELL_PATH'];
  for (const path of chosen ? [chosen] : systemShells) {
    if (isExecutable(path) && (await starts(path))) return path;
  }
  return undefined;
}

/**
 * Finds the headless shell, or else tries the package manager, which has it on some systems only: without it the
 * whole browser does the same, slower. Not where CHROME_PATH names a browser that is wanted for everything.
 * @param {(line: string) => void} tell
 */
export async function ensureShell(tell) {
  if (process.env['CHROME_PATH'] && !process.env['CHROME_SHELL_PATH']) return undefined;
  const shell = await findShell();
  if (shell !== undefined) return shell;
  await fetchShell(tell);
  return findShell();
}

/**
 * Finds a Chromium, or else gets one: Playwright's download, or the system's package manager when it may.
 * @param {(line: string) => void} tell shows one short line of progress
 * @returns {Promise<ChromiumSearch>}
 */
export async function ensureChromium(tell) {
  const search = await findChromium();
  if (search.kind === 'found' || process.env['CHROME_PATH']) return search;
  for await (const _ of fetchChromium(tell)) {
    const again = await findChromium();
    if (again.kind === 'found') return again;
  }
  return missing(
    'The browser tests need a Chromium, and none could be found, downloaded or installed: ' +
      'install Chromium or Google Chrome, or name one in CHROME_PATH.',
  );
}

/**
 * @param {string} path
 * @returns {ChromiumSearch}
 */
function found(path) {
  return { kind: 'found', path };
}

/**
 * @param {string} sentence
 * @returns {ChromiumSearch}
 */
function missing(sentence) {
  return { kind: 'missing', sentence };
}

/** @param {string} path */
async function starts(path) {
  // On Windows chrome.exe knows no --version and would open a window.
  if (process.platform === 'win32') return true;
  return (await runProgram(path, ['--version'], { timeLimit: 30_000 })).ok;
}

function listSystemPaths() {
  const { env } = process;
  const onPath = (env['PATH'] ?? '').split(delimiter).filter(Boolean);
  const byCommand = commands.flatMap((command) => onPath.map((folder) => join(folder, command)));
  if (process.platform === 'darwin') {
    const folders = ['/Applications', join(env['HOME'] ?? '/', 'Applications')];
    return [...folders.flatMap((folder) => macApplications.map((name) => join(folder, name))), ...byCommand];
  }
  if (process.platform !== 'win32') return byCommand;
  const folders = [env['PROGRAMFILES'], env['PROGRAMFILES(X86)'], env['LOCALAPPDATA']];
  return folders.flatMap((folder) => (folder ? windowsPrograms.map((name) => join(folder, name)) : []));
}

/** @param {string} path */
function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
