import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { type BrowserContext, chromium, type Page } from 'playwright-core';
import { findChromium } from '../../../scripts/chromium.mjs';

type ContextOptions = NonNullable<Parameters<typeof chromium.launchPersistentContext>[1]> & {
  /**
   * The whole browser, with its window and its questions: for what is installed, granted, shared or run while no page
   * is open. Otherwise Chromium's headless shell where there is one, the same engine in half the time
   * (docs/decisions/0026-headless-shell.md).
   */
  readonly isWhole?: boolean;
};

const phone: ContextOptions = {
  viewport: { width: 390, height: 844 },
  screen: { width: 390, height: 844 },
  deviceScaleFactor: 2,
  isMobile: true,
  hasTouch: true,
};

/** Give it as `options` for a desk of 1280 x 800. */
export const desktop: ContextOptions = {
  viewport: { width: 1280, height: 800 },
  screen: { width: 1280, height: 800 },
  deviceScaleFactor: 1,
  isMobile: false,
  hasTouch: false,
};

/**
 * The address bar's own pages (`chrome://omnibox-popup.top-chrome/`), which no test sees and every browser loads,
 * and all that Playwright turns off: a second `--disable-features` replaces its own.
 */
const disabledFeatures = [
  'WebUIOmniboxPopup',
  'WebUIOmniboxAimPopup',
  'WebUIOmniboxFullPopup',
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
  'HttpsUpgrades',
  'HttpsFirstBalancedModeAutoEnable',
  'LensOverlay',
  'MediaRouter',
  'PaintHolding',
  'ThirdPartyStoragePartitioning',
  'AvoidCorsURLLoaderRestartOnRedirect',
  'OptimizationHints',
  'NetworkTimeServiceQuerying',
  'AimEnabled',
  'PreconnectToSearch',
];

const browserArgs = [
  `--disable-features=${disabledFeatures.join(',')}`,
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export interface LaunchedBrowser {
  readonly context: BrowserContext;
  /** The page that the browser opened with. */
  readonly page: Page;
  /** SIGKILLs the browser and all its processes, as a phone out of battery would, and waits until it is gone. */
  killBrowser(): Promise<void>;
  /** Rejects when a page asked anybody but this machine, or tried what its content policy forbids. */
  close(): Promise<void>;
}

/**
 * Launches Chromium as a phone on a user data folder, which is made when it is not there and keeps all the
 * browser stores: launch on it again to go on, after `close` as after `killBrowser`.
 */
export async function launchBrowser(
  userDataFolder: string,
  options: ContextOptions = {},
): Promise<LaunchedBrowser> {
  const { isWhole = false, ...playwrights } = options;
  const executablePath = await findExecutable(isWhole);
  const context = await chromium.launchPersistentContext(userDataFolder, {
    executablePath,
    chromiumSandbox: process.getuid?.() !== 0,
    locale: 'en-US',
    timezoneId: 'America/Detroit',
    ...phone,
    ...playwrights,
    args: [...browserArgs, ...(options.args ?? [])],
  });
  if (executablePath === process.env['CHROME_SHELL_PATH']) await context.addInitScript(hideServices);
  const strayed = noteStrayed(context);
  context.pages().forEach(findOnlySeen);
  context.on('page', findOnlySeen);
  const page = context.pages()[0] ?? (await context.newPage());
  const pid = await readBrowserPid(context);
  return {
    context,
    page,
    killBrowser: () => killBrowser(context, pid, userDataFolder),
    async close() {
      await context.close();
      if (strayed.length > 0) throw new Error(`The app strayed: ${strayed.join(', ')}`);
    },
  };
}

/** Words are found where a person sees them, not in a room that is drawn behind another (0034-drawn-ahead.md). */
function findOnlySeen(page: Page): void {
  const getByText = page.getByText.bind(page);
  page.getByText = (text, options) => getByText(text, options).filter({ visible: true });
}

/** Runs in the page. The shell has neither service, and dies of the question: there it is a browser without them. */
function hideServices(): void {
  for (const name of ['PushManager', 'SpeechRecognition', 'webkitSpeechRecognition']) {
    Reflect.deleteProperty(globalThis, name);
  }
}

async function findExecutable(isWhole: boolean): Promise<string> {
  const shell = process.env['CHROME_SHELL_PATH'];
  if (shell && !isWhole) return shell;
  const search = await findChromium();
  if (search.kind === 'missing') throw new Error(search.sentence);
  return search.path;
}

/** No third party is ever called: every test that closes its browser holds that. */
function noteStrayed(context: BrowserContext): readonly string[] {
  const strayed: string[] = [];
  context.on('request', (request) => {
    const { protocol, hostname } = new URL(request.url());
    const isHere = hostname === '127.0.0.1' || hostname === 'localhost';
    if (/^https?:$/.test(protocol) && !isHere) strayed.push(request.url());
  });
  context.on('console', (message) => {
    if (/Content Security Policy/.test(message.text())) strayed.push(message.text());
  });
  return strayed;
}

async function killBrowser(context: BrowserContext, pid: number, userDataFolder: string): Promise<void> {
  const closed = context.waitForEvent('close');
  // Playwright makes the browser the leader of a process group of its own, but not on Windows.
  process.kill(process.platform === 'win32' ? pid : -pid, 'SIGKILL');
  await closed;
  while (isAlive(pid)) await new Promise((resolve) => setTimeout(resolve, 10));
  // Left behind by the dead, these would keep the next browser from the folder once the pid is in use again.
  for (const name of ['SingletonLock', 'SingletonCookie', 'SingletonSocket']) {
    rmSync(join(userDataFolder, name), { force: true });
  }
}

async function readBrowserPid(context: BrowserContext): Promise<number> {
  const session = await context.browser()?.newBrowserCDPSession();
  const processes = await session?.send('SystemInfo.getProcessInfo');
  const pid = processes?.processInfo.find(({ type }) => type === 'browser')?.id;
  await session?.detach();
  if (pid === undefined) throw new Error('Chromium did not tell its process id');
  return pid;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
