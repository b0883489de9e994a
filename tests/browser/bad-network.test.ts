import { expect, test } from 'vitest';
import { appPages } from './harness/app-pages.ts';
import { freshPhone } from './harness/fresh-phone.ts';

const phone = freshPhone();

test('a room that did not arrive is said, the others stay open, and it opens when the signal is back', async () => {
  const { page } = phone;
  const app = appPages(page);
  await page.route('**/rooms-*.js', (route) => route.abort());
  await page.goto(phone.server.url);
  await app.room('Today').click();
  await page.getByRole('heading', { name: 'This page did not open' }).waitFor();
  await app.room('Capture').click();
  await app.meet({ name: 'Ann' });
  await page.unroute('**/rooms-*.js');
  await app.room('Today').click();
  await page.getByRole('button', { name: 'Open again' }).click();
  await page.getByRole('link', { name: /Ann/ }).first().waitFor();
});

test('a room that is opened for the first time after the signal went is there', async () => {
  const { page, context } = phone;
  const app = appPages(page);
  await page.goto(phone.server.url);
  // They come when the browser has nothing better to do, which on a busy machine is later than a quiet network.
  await expect.poll(() => page.evaluate(listArrived)).toEqual(expect.arrayContaining(['rooms', 'saved']));
  await context.setOffline(true);
  await app.meet({ name: 'Ann' });
  await app.room('Settings').click();
  await page.getByRole('heading', { name: 'Settings' }).waitFor();
  await app.room('Today').click();
  await page.getByRole('link', { name: /Ann/ }).first().waitFor();
  expect(await app.statusWords()).toMatch(/phone/);
});

test('S-18 a request on a connection that died does not hold up the next one when the signal is back', async () => {
  const { page } = phone;
  const app = await phone.connect();
  let held = 0;
  await page.route('**/api/sync', (route) => {
    held += 1;
    return held > 1 ? route.continue() : undefined;
  });
  await app.meet({ name: 'Ann' });
  await expect.poll(() => held).toBe(1);
  expect(await phone.names()).toEqual([]);
  await page.evaluate(() => dispatchEvent(new Event('online')));
  await expect.poll(phone.names, { timeout: 10_000 }).toEqual([{ name: 'Ann' }]);
});

test('S-16 a sign-in page of the network in between ends no session', async () => {
  const { page } = phone;
  const app = await phone.connect();
  const portal = { status: 401, contentType: 'text/html', body: '<h1>Hotel guests sign in here</h1>' };
  await page.route('**/api/sync', (route) => route.fulfill(portal));
  await app.meet({ name: 'Ann' });
  await expect.poll(() => app.statusWords()).toMatch(/^1 waiting/);
  await page.waitForTimeout(300);
  expect(await app.statusWords()).toMatch(/^1 waiting/);
  await page.unroute('**/api/sync');
  await app.room('Settings').click();
  await page.getByRole('button', { name: 'Send now' }).click();
  await expect.poll(phone.names).toEqual([{ name: 'Ann' }]);
  await expect.poll(() => app.statusWords()).toMatch(/^all in database/);
});

/** Runs in the page: the parts of the app that are here, by their names. */
function listArrived(): string[] {
  const addresses = performance.getEntriesByType('resource').map(({ name }) => name);
  return addresses.flatMap((address) => /assets\/(\w+)-[^/]+\.js$/.exec(address)?.[1] ?? []);
}
