import type { Page } from 'playwright-core';
import { type LaunchedBrowser, launchBrowser } from '../../tests/browser/harness/launch-browser.ts';

/** A phone's processor against the one that measures. */
const slowdown = 4;

/**
 * Launches a browser process as a phone, on a user data folder: an incognito IndexedDB lies in memory and
 * flatters. The main thread of its page runs four times slower than this machine does, or `rate` times.
 */
export async function launchSlowBrowser(
  profile: string,
  { rate, ...options }: { readonly offline?: boolean; readonly args?: string[]; readonly rate?: number } = {},
): Promise<LaunchedBrowser> {
  const browser = await launchBrowser(profile, options);
  await slowDown(browser.page, rate);
  return browser;
}

export async function slowDown(page: Page, rate = slowdown): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate });
}

/** Polls from outside and seldom, so that asking costs the page nothing that counts. */
export async function waitUntil(isSo: () => Promise<boolean>, limitMs: number, what: string): Promise<void> {
  const deadline = Date.now() + limitMs;
  while (!(await isSo())) {
    if (Date.now() > deadline) throw new Error(`Waited ${limitMs / 1_000} s in vain until ${what}`);
    await pause(500);
  }
}

export function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
