import { existsSync } from 'node:fs';
import { chromium } from 'playwright-core';
import { runTool } from './run-program.mjs';
import { findWayToRoot, installPackages, report, runAs } from './system-packages.mjs';

const timeLimit = 300_000;

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
  const manager = await installPackages(tell, ['chromium']);
  yield;
  const asRoot = await findWayToRoot();
  if (manager !== 'apt-get' || asRoot === undefined || !existsSync(chromium.executablePath())) return;
  // Ubuntu's chromium package is a link to a snap: there the download lacks nothing but its libraries.
  tell('Installing what the downloaded Chromium needs…');
  const cli = [process.execPath, 'node_modules/playwright-core/cli.js', 'install-deps', 'chromium'];
  yield report(tell, 'apt-get', await runAs(asRoot, cli));
}
