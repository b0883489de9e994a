import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterEach, expect, test } from 'vitest';
import { appPages } from './harness/app-pages.ts';
import { fakeMicrophone } from './harness/fake-microphone.ts';
import { findViolations } from './harness/find-violations.ts';
import { desktop, type LaunchedBrowser, launchBrowser } from './harness/launch-browser.ts';
import { readDrafts } from './harness/read-rows.ts';
import { querySql } from './harness/sql.ts';
import { type RunningServer, startServer } from './harness/start-server.ts';

let server: RunningServer;
let phone: LaunchedBrowser;
let laptop: LaunchedBrowser | undefined;
let page: Page;

afterEach(async () => {
  await laptop?.close();
  await phone?.close();
  await server?.stop();
  laptop = undefined;
});

/** Where the browser is: "December 1". */
const agreedOn = new Intl.DateTimeFormat('en-US', {
  month: 'long',
  day: 'numeric',
  timeZone: 'America/Detroit',
}).format(Date.now() + 5 * 86_400_000);
/** "Call, Tue 1 Dec" */
const agreed = /^Call, \w{3} \d+ \w{3}/;

/** Six people of three occasions: with gaps, one of them met twice, two of one family, and one recording. */
async function meetSix() {
  const app = appPages(page);
  await app.room('Capture').click();
  await app.meet({
    name: 'Dana Ruiz',
    phone: '231 555 0142',
    company: 'Fourth Street Bakery',
    where: 'Street fair',
    note: `Two kids and a beagle. Call her on ${agreedOn}.`,
  });
  await app.meet({ name: 'Luis Garza', email: 'luis@garza.example', where: 'Street fair' });
  await app.meet({ name: 'Priya Venkat', where: 'Open house' });
  await app.meet({
    name: 'Arjun Venkat',
    phone: '231 555 0177',
    where: 'Open house',
    note: 'Restores radios.',
  });
  await app.meet({ name: 'Dana R.', phone: '(231) 555-0142', company: 'Ruiz Foods', where: 'Chamber mixer' });
  await app.fillTag({ name: 'Sam Okafor', where: 'Chamber mixer' });
  await app.save();
  await page.getByRole('link', { name: /Say what you remember/ }).click();
  await page.getByText('0:02').waitFor();
  await page.getByRole('button', { name: 'Stop and keep' }).click();
  await page.getByRole('button', { name: 'Done' }).click();
  await app.room('Today').click();
}

const button = (name: string | RegExp) => page.getByRole('button', { name });
const tag = (words: RegExp) => page.getByRole('heading', { level: 2, name: words });
const dismiss = () => button('Dismiss').click();
/** What a screen reader says after another tag has come. */
const focused = () => page.evaluate(() => document.activeElement?.textContent ?? '');

/** A thumb on the tag's band, so far to the side. */
async function swipe(across: number) {
  await page.evaluate(() => scrollTo(0, 0));
  const box = await page.getByRole('heading', { level: 2 }).first().boundingBox();
  const from = { x: 195, y: (box?.y ?? 0) + 10 };
  const session = await phone.context.newCDPSession(page);
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', x: number) =>
    session.send('Input.dispatchTouchEvent', {
      type,
      touchPoints: type === 'touchEnd' ? [] : [{ ...from, x }],
    });
  await touch('touchStart', from.x);
  for (let step = 1; step <= 8; step += 1) await touch('touchMove', from.x + (across * step) / 8);
  // A thumb that stands still before it lets go throws nothing: the tap after it is a tap, and does not stop a throw.
  await page.waitForTimeout(150);
  await touch('touchMove', from.x + across);
  await touch('touchEnd', from.x + across);
  await session.detach();
}

async function reviewByTouch() {
  await tag(/1 of 6: Dana Ruiz/).waitFor();
  await page.getByRole('button', { name: 'Keep: Two kids', exact: true }).tap();
  await page.getByRole('button', { name: 'Two kids', exact: true }).waitFor();
  await dismiss();
  await button('+ Email').tap();
  await page.getByRole('textbox', { name: 'Dana’s email' }).fill('dana@ruiz.example');
  await page.getByRole('textbox', { name: 'Dana’s email' }).press('Enter');
  await page.getByText('231 555 0142 · dana@ruiz.example').waitFor();
  await button(agreed).tap();
  await page.getByRole('button', { name: agreed, pressed: true }).waitFor();
  // Not far enough: it comes back.
  await swipe(60);
  await tag(/1 of 6: Dana Ruiz/).waitFor();
  await swipe(190);
  await tag(/2 of 6: Luis Garza/).waitFor();
  await swipe(-190);
  await tag(/3 of 6: Priya Venkat/).waitFor();
  await button('A household').tap();
  await button('Undo').tap();
  await button('A household').tap();
  await page.getByText('Priya and Arjun are one household.').waitFor();
  await dismiss();
  await button('+ In common').tap();
  await page.getByRole('textbox', { name: /have in common/ }).pressSequentially('We both ke');
}

async function reviewByKeyboard() {
  const { keyboard } = page;
  await tag(/3 of 6: Priya Venkat/).waitFor();
  const box = page.getByRole('textbox', { name: 'What you and Priya have in common' });
  await expect.poll(() => box.inputValue()).toBe('We both ke');
  await box.focus();
  await keyboard.press('End');
  await keyboard.type('ep bees');
  await keyboard.press('Enter');
  await page.getByRole('button', { name: 'We both keep bees' }).waitFor();
  await keyboard.press('Enter');
  await expect.poll(focused).toBe('4 of 6: Arjun Venkat');
  // There and back again: nothing is decided by it.
  await keyboard.press('k');
  await expect.poll(focused).toBe('3 of 6: Priya Venkat');
  await keyboard.press('ArrowRight');
  await expect.poll(focused).toBe('4 of 6: Arjun Venkat');
  await keyboard.press('Enter');
  await expect.poll(focused).toBe('5 of 6: Dana R.');
  await page.getByRole('heading', { name: 'Is this Dana Ruiz?' }).waitFor();
  await page.getByRole('radio', { name: 'Ruiz Foods' }).focus();
  await keyboard.press('Space');
  await button('The same person').focus();
  await keyboard.press('Enter');
  await page.getByText('Dana R. and Dana Ruiz are one now.').waitFor();
  // One of the two had not been looked at: so they are, together.
  await expect.poll(focused).toBe('1 of 5: Dana Ruiz');
  await page.getByText('Ruiz Foods').first().waitFor();
  await page.getByRole('button', { name: agreed, pressed: true }).waitFor();
  await keyboard.press('Enter');
}

/** Only what is said: roles, names, and what has the focus. */
async function reviewByNames() {
  await expect.poll(focused).toBe('5 of 5: Sam Okafor');
  await expect.poll(() => button(/^Play: Voice note about Sam/).isEnabled()).toBe(true);
  await button(/^Play: Voice note about Sam/).press('Enter');
  await button(/^Pause/).waitFor();
  await button('Write it down').press('Enter');
  await page.getByRole('textbox', { name: 'What the note says' }).fill('Sings in a choir.');
  await page.getByRole('button', { name: 'Keep', exact: true }).press('Enter');
  await page.getByText('Sings in a choir.').waitFor();
  // To the recorder, and back to where it was.
  await page.getByRole('link', { name: 'Say some more about Sam' }).press('Enter');
  await page.getByText('0:01').waitFor();
  await button('Stop and keep').press('Enter');
  await page.getByText('Your voice note is on this phone.').waitFor();
  await button('Done').press('Enter');
  await expect.poll(focused).toBe('5 of 5: Sam Okafor');
  await expect.poll(() => button(/^Play: Voice note about Sam/).count()).toBe(2);
  const next = page.getByRole('region', { name: 'Next touch' });
  await next.getByRole('button', { name: 'Tomorrow' }).press('Enter');
  await next.getByRole('button', { name: 'Coffee' }).press('Enter');
  await next.getByRole('button', { name: 'Coffee', pressed: true }).waitFor();
  await next.getByRole('button', { name: 'Every 6 weeks' }).press('Enter');
  await next.getByRole('button', { name: 'Every 6 weeks', pressed: true }).waitFor();
  await button('Done with Sam').press('Enter');
}

test('six people of a day: by touch, killed half-way, by keyboard and by names, offline, and the same on a second device', async () => {
  server = await startServer();
  const folder = await mkdtemp(join(tmpdir(), 'justmet-review-'));
  const profile = join(folder, 'profile');
  const { args } = await fakeMicrophone(folder, 'He sings in a choir.');
  const open = async () => {
    phone = await launchBrowser(profile, { isWhole: true, args: [...args] });
    ({ page } = phone);
    await phone.context.grantPermissions(['microphone'], { origin: server.url });
  };
  await open();
  const claimed = appPages(page);
  await claimed.claim(server.claimLink ?? '');
  await page.getByRole('heading', { name: 'A quiet day' }).waitFor();
  expect(await page.getByRole('link', { name: 'Review the day' }).count()).toBe(0);
  await claimed.waitUntilOffline();
  await meetSix();
  await page.getByRole('heading', { name: 'You met 6 people' }).waitFor();
  await page.getByText('Three still need a few words while you remember them.').waitFor();
  await page.getByRole('link', { name: 'Review the day' }).tap();
  await reviewByTouch();
  expect(await findViolations(page)).toEqual([]);
  await expect.poll(() => readDrafts(page)).toContain('"We both ke"');
  await phone.killBrowser();

  await open();
  // A browser that is killed may not have written its cookies down.
  await appPages(page).signIn(server.url);
  await expect.poll(() => appPages(page).statusWords()).toMatch(/^all in database/);
  await phone.context.setOffline(true);
  await server.stop();
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.getByRole('link', { name: 'Review the day' }).press('Enter');
  await reviewByKeyboard();
  await reviewByNames();
  await expect.poll(focused).toBe('1 of 5 people is in your contact database');
  await page.getByText('Dana, Priya and 2 others wait for a signal.').waitFor();
  await page.getByText('Luis is left for the next review.').waitFor();
  await page.getByRole('link', { name: /Sam Okafor.*Coffee, tomorrow/ }).waitFor();
  expect(await findViolations(page)).toEqual([]);

  await server.restart();
  await phone.context.setOffline(false);
  await page.getByRole('heading', { name: '5 people are in your contact database' }).waitFor();
  await page.getByText(/^Confirmed today, /).waitFor();
  await button('Back to Today').click();
  await page.waitForURL('**/today');

  laptop = await launchBrowser(join(folder, 'laptop'), desktop);
  ({ page } = laptop);
  const second = appPages(page);
  await second.signIn(server.url);
  await page.getByRole('link', { name: 'Review the day' }).click();
  await tag(/1 of 1: Luis Garza/).waitFor();
  await second.room('People').click();
  await page.getByRole('link', { name: /Priya Venkat/ }).click();
  await page.getByText('We both keep bees').waitFor();
  await page
    .getByRole('region', { name: 'Same household' })
    .getByRole('link', { name: 'Arjun Venkat' })
    .waitFor();
  await page.getByRole('link', { name: /Sam Okafor/ }).click();
  await page.getByText('Sings in a choir.').waitFor();
  const names = () => querySql(server.dataFolder, 'select name from people order by name');
  expect((await names()).map(({ name }) => name)).not.toContain('Dana R.');
  await page.getByRole('link', { name: /Dana Ruiz/ }).click();
  await page.getByRole('textbox', { name: 'Company' }).waitFor();
  expect(await page.getByRole('textbox', { name: 'Company' }).inputValue()).toBe('Ruiz Foods');
  await button('Take Dana R. apart').click();
  await expect
    .poll(() => page.getByRole('textbox', { name: 'Company' }).inputValue())
    .toBe('Fourth Street Bakery');
  await expect.poll(async () => (await names()).map(({ name }) => name)).toContain('Dana R.');
});
