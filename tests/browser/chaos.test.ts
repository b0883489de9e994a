import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { appPages } from './harness/app-pages.ts';
import { type LaunchedBrowser, launchBrowser } from './harness/launch-browser.ts';
import { querySql } from './harness/sql.ts';
import { startServer } from './harness/start-server.ts';

/** How often browser and server are killed, each. `npm run chaos -- 100` sets it. */
const kills = Number(process.env['CHAOS_KILLS'] ?? 3);
const longestMs = 700;

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));
const soon = () => pause(Math.random() * longestMs);
const pick = <T>(choices: readonly T[]): T | undefined => choices[Math.floor(Math.random() * choices.length)];

test(
  'S-2 S-6 S-8 S-17 nobody is lost and nobody doubled, whatever is killed while saving and sending',
  async () => {
    const server = await startServer();
    const profile = await mkdtemp(join(tmpdir(), 'justmet-chaos-'));
    let phone = await launchBrowser(profile);
    await appPages(phone.page).claim(server.claimLink ?? '');
    await appPages(phone.page).waitUntilOffline();
    // Closed in order, the browser writes the session to its disk.
    await phone.close();
    phone = await launchBrowser(profile);
    /** Whose "is saved" was seen, and who was typed at all. */
    const saved = new Set<string>();
    const typed = new Set<string>();
    const deeds = Array.from({ length: kills }, () => ['browser', 'server'] as const).flat();
    for (const [index, deed] of deeds.entries()) {
      const tabs = [phone.page, await phone.context.newPage()];
      for (const tab of tabs) await openCapture(tab, server.url);
      const people = tabs.map((tab, n) => ({ tab, name: `Person ${index} ${'ab'[n]}` }));
      for (const { name } of people) typed.add(name);
      const saving = Promise.all(
        people.map(async ({ tab, name }) => {
          if (await meet(tab, name)) saved.add(name);
        }),
      );
      await cutSometimes(phone);
      await soon();
      if (deed === 'server') {
        await server.kill();
        await soon();
        await server.restart();
        await saving;
      } else {
        await phone.killBrowser();
        await saving;
        phone = await launchBrowser(profile);
      }
      await finishDrafts(phone, server.url, saved);
    }
    await phone.context.setOffline(false);
    await openCapture(phone.page, server.url);
    const app = appPages(phone.page);
    await app.room('Today').click();
    await expect.poll(() => app.statusWords(), { timeout: 60_000 }).toMatch(/^all in database/);
    const rows = await querySql(server.dataFolder, 'select name from people order by name');
    const found = rows.map(({ name }) => String(name));
    expect(
      found.filter((name, place) => found.indexOf(name) !== place),
      'doubled',
    ).toEqual([]);
    expect(
      [...saved].filter((name) => !found.includes(name)),
      'lost',
    ).toEqual([]);
    expect(
      found.filter((name) => !typed.has(name)),
      'strangers',
    ).toEqual([]);
    expect(found.length).toBeGreaterThan(kills);
    await phone.close();
    await server.stop();
  },
  120_000 + kills * 40_000,
);

async function openCapture(page: Page, url: string): Promise<void> {
  await page.goto(url);
  await appPages(page).field('Name').waitFor();
}

/** True when the person was told that it is saved; false whatever else happened to the browser meanwhile. */
async function meet(page: Page, name: string): Promise<boolean> {
  const tries = async () => {
    await appPages(page).field('Name').fill(name);
    await page.getByRole('button', { name: /^Save/ }).click({ timeout: 5_000 });
    await page.getByRole('heading', { name: /is saved$/ }).waitFor({ timeout: 5_000 });
    return true;
  };
  return tries().catch(() => false);
}

async function cutSometimes(phone: LaunchedBrowser): Promise<void> {
  const isOffline = pick([true, false, false]) === true;
  await phone.context.setOffline(isOffline).catch(() => undefined);
}

/** After a kill each tag is a person already or still a draft, never both: saved here, it would be there twice. */
async function finishDrafts(phone: LaunchedBrowser, url: string, saved: Set<string>): Promise<void> {
  for (const page of phone.context.pages().slice(1)) await page.close();
  for (let open = 0; open < 4; open += 1) {
    await openCapture(phone.page, url);
    const app = appPages(phone.page);
    await phone.page.waitForTimeout(400);
    const name = await app.field('Name').inputValue();
    if (name === '') return;
    await app.save();
    saved.add(name);
  }
}
