import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { appPages } from './harness/app-pages.ts';
import { freshPhone } from './harness/fresh-phone.ts';
import { querySql } from './harness/sql.ts';

const phone = freshPhone();

/** The answer sets how many bytes the browser lets this origin store; undefined for as many as it has. */
async function openQuota() {
  // What it sets lasts for as long as the session.
  const session = await phone.context.newCDPSession(phone.page);
  const origin = phone.server.url;
  return async (quotaSize?: number): Promise<void> => {
    await session.send(
      'Storage.overrideQuotaForOrigin',
      quotaSize === undefined ? { origin } : { origin, quotaSize },
    );
  };
}

test('on a full disk what was captured stays on screen with a way out, and is saved once there is room', async () => {
  const { page } = phone;
  const app = appPages(page);
  await page.goto(phone.server.url);
  await app.meet({ name: 'Ann' });
  const setQuota = await openQuota();
  // The browser remembers for a while how much room there was, but not once nobody uses the database.
  await page.goto('about:blank');
  await page.waitForTimeout(5_000);
  await setQuota(1);
  await page.goto(phone.server.url);
  await app.fillTag({ name: 'Bob Full', phone: '231 555 0142' });
  await page.getByRole('button', { name: 'Save Bob' }).click();
  await page.getByText('This phone could not store it.').waitFor();
  await page.getByRole('button', { name: 'Share it' }).waitFor();
  expect(await app.field('Name').inputValue()).toBe('Bob Full');
  await app.room('People').click();
  await page.getByRole('link', { name: /^Ann/ }).waitFor();
  expect(await page.getByRole('link', { name: /^Bob/ }).count()).toBe(0);
  await app.room('Capture').click();
  await expect.poll(() => app.field('Name').inputValue()).toBe('Bob Full');
  expect(await app.field('Phone').inputValue()).toBe('231 555 0142');
  await setQuota();
  await app.save();
  await app.room('People').click();
  expect(await page.getByRole('link', { name: /^Bob/ }).count()).toBe(1);
});

test('a database that dies under the page is opened again, and nothing is lost', async () => {
  const { page } = phone;
  const app = appPages(page);
  // As Safari's does on waking up: the connection is dead, and the next use of it says so.
  await page.addInitScript(() => {
    const { transaction } = IDBDatabase.prototype;
    const state = { deaths: 0 };
    addEventListener('die', () => {
      state.deaths += 1;
    });
    IDBDatabase.prototype.transaction = function (this: IDBDatabase, ...given) {
      if (state.deaths > 0) {
        state.deaths -= 1;
        throw new DOMException('The database connection is closing.', 'InvalidStateError');
      }
      return transaction.apply(this, given);
    };
  });
  await page.goto(phone.server.url);
  const die = () => page.evaluate(() => dispatchEvent(new Event('die')));
  await app.claim(phone.server.claimLink ?? '');
  await app.room('Capture').click();
  await app.fillTag({ name: 'Ann' });
  await die();
  await app.save();
  await die();
  await app.keepNote('Plays the cello');
  await die();
  await page.getByRole('button', { name: 'Meet someone else' }).click();
  await die();
  await app.room('People').click();
  await page.getByRole('link', { name: /^Ann/ }).waitFor();
  await expect
    .poll(() => querySql(phone.server.dataFolder, 'select text from notes'))
    .toEqual([{ text: 'Plays the cello' }]);
  expect(await phone.names()).toEqual([{ name: 'Ann' }]);
});

test('a database that does not open is said so, never shown as an empty list', async () => {
  const { page } = phone;
  const app = appPages(page);
  await page.goto(phone.server.url);
  await app.meet({ name: 'Ann' });
  await page.addInitScript(() => {
    IDBFactory.prototype.open = () => {
      throw new DOMException('Internal error opening backing store for indexedDB.open.', 'UnknownError');
    };
  });
  for (const room of ['people', 'today', 'settings', '']) {
    await page.goto(`${phone.server.url}/${room}`);
    await page
      .getByText(/storage does not open/)
      .first()
      .waitFor();
    expect(await page.getByText('Everybody you meet will be here').count()).toBe(0);
    expect(await page.getByText('A quiet day').count()).toBe(0);
  }
});

test('S-7 what the contact database would not take is shown, saved as a file, and tried again', async () => {
  const { page } = phone;
  const app = await phone.connect();
  await page.route('**/api/sync', async (route) => {
    const response = await route.fetch({
      postData: JSON.stringify({ ...JSON.parse(route.request().postData() ?? '{}'), edits: [] }),
      headers: { ...route.request().headers(), 'content-encoding': 'identity' },
    });
    const { edits = [] } = JSON.parse(route.request().postData() ?? '{}');
    const refused = edits.map(({ stamp }: { stamp: string }) => ({
      stamp,
      problems: [{ field: 'name', detail: 'is not to our taste' }],
    }));
    await route.fulfill({ response, json: { ...(await response.json()), refused } });
  });
  await app.meet({ name: 'Ann' });
  await expect.poll(() => app.statusWords()).toMatch(/^1 to look at/);
  await app.room('Settings').click();
  await page.getByText('Name: is not to our taste.').waitFor();
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save as a file' }).click();
  const saved = await readFile(await (await download).path(), 'utf8');
  expect(saved).toContain('"name": "Ann"');
  await page.unroute('**/api/sync');
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect.poll(phone.names).toEqual([{ name: 'Ann' }]);
});

test('S-21 who signs out is told what has not arrived, and loses nothing by it', async () => {
  const { page } = phone;
  const app = await phone.connect();
  await page.route('**/api/sync', (route) => route.abort());
  await app.meet({ name: 'Ann' });
  await app.room('Settings').click();
  await page.getByRole('button', { name: 'Sign out', exact: true }).click();
  await page.getByText('1 person has not arrived yet').waitFor();
  await page.getByRole('button', { name: 'Stay' }).click();
  expect(await page.getByRole('button', { name: 'Sign out all the same' }).count()).toBe(0);
  await page.getByRole('button', { name: 'Sign out', exact: true }).click();
  await page.getByRole('button', { name: 'Sign out all the same' }).click();
  await expect.poll(() => app.statusWords()).toMatch(/^sign in again. 1 person kept on this phone/);
  await page.unroute('**/api/sync');
  await app.signIn(phone.server.url);
  await expect.poll(phone.names).toEqual([{ name: 'Ann' }]);
});
