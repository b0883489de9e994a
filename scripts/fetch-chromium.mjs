import { existsSync } from 'node:fs';
import { chromium } from 'playwright-core';
import { runTool } from './run-program.mjs';
import { installPackages, runAsRoot, tellFailure } from './system-packages.mjs';

const timeLimit = 300_000;
const packages = { 'apt-get': ['chromium'], dnf: ['chromium'], apk: ['chromium'] };
const shellPackages = { 'apt-get': ['chromium-headless-shell'], dnf: ['chromium-headless'] };

/**
 * The ways to get a Chromium, one after another; after each it is worth looking whether there is one now.
 * @param {(line: string) => void} tell
 */
export async function* fetchChromium(tell) {
  tell('Downloading a Chromium for the browser tests…');
  // Twenty seconds without an answer is no network: the package manager may still reach a mirror.
  const env = { PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: '20000' };
  const args = ['install', '--no-shell', 'chromium'];
  const download = await runTool('playwright-core', 'playwright-core', args, { env, timeLimit });
  yield tellFailure(tell, 'The download', download);
  const manager = await installPackages(tell, 'Chromium', packages);
  yield;
  if (manager !== 'apt-get' || !existsSync(chromium.executablePath())) return;
  // Ubuntu's chromium package is a link to a snap: there the download lacks nothing but its libraries.
  tell('Installing what the downloaded Chromium needs…');
  const cli = [process.execPath, 'node_modules/playwright-core/cli.js', 'install-deps', 'chromium'];
  yield tellFailure(tell, 'apt-get', await runAsRoot(cli));
}

/**
 * @param {(line: string) => void} tell
 */
export async function fetchShell(tell) {
  await installPackages(tell, 'Chromium’s headless shell', shellPackages);
}
