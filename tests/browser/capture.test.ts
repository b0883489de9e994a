import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { appPages, type Room } from './harness/app-pages.ts';
import { type LaunchedBrowser, launchBrowser } from './harness/launch-browser.ts';
import { readDrafts } from './harness/read-rows.ts';
import { type ServerHere, serveHere } from './harness/serve-here.ts';

let server: ServerHere;
let profile: string;
let phone: LaunchedBrowser;

beforeAll(async () => {
  server = await serveHere();
});
afterAll(async () => {
  await server?.stop();
});
beforeEach(async () => {
  profile = await mkdtemp(join(tmpdir(), 'justmet-phone-'));
  phone = await launchBrowser(profile, { serviceWorkers: 'block' });
  await phone.page.goto(server.url);
  return () => phone.close();
});

/** Another browser in its place, which keeps the app; the whole one for what the shell does not grant. */
async function openKeeping({ isWhole = false } = {}): Promise<void> {
  await phone.close();
  phone = await launchBrowser(profile, { isWhole });
  await phone.page.goto(server.url);
}

test('what is typed survives a browser killed at any key', async () => {
  const typed = 'Dana Ruiz, the baker';
  // On the very first visit the device's database has to be made, which takes a moment; the corner speaks after it.
  await expect.poll(() => appPages(phone.page).statusWords()).toMatch(/^on this phone/);
  let kept = '';
  for (const length of [2, 4, 5, 10, typed.length]) {
    await phone.page.getByRole('textbox', { name: 'Name', exact: true }).press('End');
    await phone.page.keyboard.type(typed.slice(kept.length, length), { delay: 30 });
    await phone.killBrowser();
    phone = await launchBrowser(profile, { serviceWorkers: 'block' });
    await phone.page.goto(server.url);
    const name = appPages(phone.page).field('Name');
    // The key of the very moment may be on its way; none before it may be missing.
    await expect.poll(() => name.inputValue()).toMatch(new RegExp(`^${typed.slice(0, length - 1)}`));
    kept = await name.inputValue();
    expect(typed.slice(0, length)).toContain(kept);
  }
});

test('numbers and addresses that cannot be right get a quiet remark and are saved all the same', async () => {
  const app = appPages(phone.page);
  await app.fillTag({ name: 'Sam Okafor', phone: '555-01', email: 'sam@home' });
  await app.field('Company').focus();
  await phone.page.getByText('Looks too short. Saved as you typed it.').waitFor();
  await phone.page.getByText('Does not look like an address. Saved as you typed it.').waitFor();
  await app.save();
  await phone.page.getByRole('link', { name: /page/ }).click();
  expect(await app.field('Phone').inputValue()).toBe('555-01');
  expect(await app.field('Email').inputValue()).toBe('sam@home');
});

test('one of name, phone, email and handle is enough, and none is said in words', async () => {
  const app = appPages(phone.page);
  await phone.page.getByRole('button', { name: 'Save' }).click({ force: true });
  await phone.page.getByText('A name, a number, an email or a handle is enough.').waitFor();
  for (const met of [
    { phone: '231 555 0142' },
    { email: 'a@example.com' },
    { handle: '@a' },
    { name: 'Ann' },
  ]) {
    await app.meet(met);
  }
  await app.room('People').click();
  for (const label of ['231 555 0142', 'a@example.com', '@a', 'Ann']) {
    await phone.page.getByRole('main').getByText(label, { exact: true }).first().waitFor();
  }
});

test('the second of two quick taps on Save does not leave the page that says so', async () => {
  const app = appPages(phone.page);
  const animations = await phone.page.context().newCDPSession(phone.page);
  const play = (playbackRate: number) => animations.send('Animation.setPlaybackRate', { playbackRate });
  await animations.send('Animation.enable');
  await app.fillTag({ name: 'Ann Otter' });
  // How long the page stays deaf is an animation: so slow, a tap is quick on a busy machine, too.
  await play(0.05);
  // Once it stands still: a tap by its place alone may miss it where the form still grows.
  await phone.page.getByRole('button', { name: 'Save Ann' }).tap();
  await phone.page.getByRole('button', { name: 'Meet someone else' }).waitFor();
  const next = await phone.page.getByRole('button', { name: 'Meet someone else' }).boundingBox();
  await phone.page.touchscreen.tap((next?.x ?? 0) + 40, (next?.y ?? 0) + 20);
  await play(1);
  await phone.page.waitForTimeout(500);
  await phone.page.getByRole('heading', { name: 'Ann is saved' }).waitFor();
  await phone.page.getByRole('button', { name: 'Meet someone else' }).tap();
  await app.field('Name').waitFor();
});

test('a note that is typed after saving and not kept is kept when the page is left', async () => {
  const app = appPages(phone.page);
  await app.fillTag({ name: 'Ann Otter' });
  await app.save();
  await phone.page.getByRole('textbox', { name: /remember about/ }).fill('Restores old radios');
  await phone.page.getByRole('button', { name: 'Meet someone else' }).click();
  await app.field('Name').waitFor();
  await app.room('People').click();
  await phone.page.getByRole('link', { name: /Ann Otter/ }).click();
  await phone.page.getByRole('listitem').getByText('Restores old radios').waitFor();
});

test('the place in sight belongs to the tag that is being filled in, whatever other tabs save', async () => {
  const app = appPages(phone.page);
  await app.meet({ name: 'Ann', where: 'Rotary lunch' });
  await app.field('Name').fill('Bob');
  const other = await phone.context.newPage();
  await other.goto(server.url);
  await appPages(other).meet({ name: 'Cid', where: 'Gym' });
  await phone.page.bringToFront();
  await phone.page.waitForTimeout(300);
  expect(await app.field('Where you met').inputValue()).toBe('Rotary lunch');
  await app.save();
  await phone.page.getByText('Met at Rotary lunch').waitFor();
});

test('two quick taps save one person, and going back does not bring the tag again', async () => {
  const app = appPages(phone.page);
  await app.fillTag({ name: 'Ann Otter', where: 'Chamber mixer' });
  await phone.page.getByRole('button', { name: 'Save Ann' }).dblclick();
  await phone.page.getByRole('heading', { name: 'Ann is saved' }).waitFor();
  await phone.page.goBack();
  await expect.poll(() => app.field('Name').inputValue()).toBe('');
  await app.room('People').click();
  await phone.page.getByRole('link', { name: /Ann Otter/ }).waitFor();
  expect(await phone.page.getByRole('link', { name: /Ann Otter/ }).count()).toBe(1);
});

test('a browser killed right after the tap has the person or still the tag, never both and never none', async () => {
  for (const name of ['Ann', 'Bob', 'Cid']) {
    await appPages(phone.page).field('Name').fill(name);
    await expect.poll(() => readDrafts(phone.page)).toContain(name);
    await phone.page.getByRole('button', { name: `Save ${name}` }).click({ noWaitAfter: true });
    await phone.killBrowser();
    phone = await launchBrowser(profile, { serviceWorkers: 'block' });
    await phone.page.goto(server.url);
    const app = appPages(phone.page);
    await app.room('People').click();
    await phone.page.getByText(/Met today|Everybody you meet/).waitFor();
    const saved = await phone.page.getByRole('link', { name: new RegExp(name) }).count();
    await app.room('Capture').click();
    await expect.poll(() => app.field('Name').inputValue()).toBe(saved === 1 ? '' : name);
  }
});

test('a thumb on a tab goes there as it leaves the screen, once, and goes nowhere where it slides off', async () => {
  const { page } = phone;
  const thumb = await page.context().newCDPSession(page);
  const placeOf = async (name: Exclude<Room, 'Settings'>) => {
    const box = await appPages(page).room(name).boundingBox();
    return { x: (box?.x ?? 0) + 20, y: (box?.y ?? 0) + 20 };
  };
  const touch = async (type: 'touchStart' | 'touchMove' | 'touchEnd', name?: Exclude<Room, 'Settings'>) =>
    thumb.send('Input.dispatchTouchEvent', {
      type,
      touchPoints: name === undefined ? [] : [await placeOf(name)],
    });
  await touch('touchStart', 'Today');
  await touch('touchMove', 'People');
  await touch('touchEnd');
  await touch('touchStart', 'My card');
  await touch('touchEnd');
  await page.waitForURL('**/card');
  await touch('touchStart', 'Today');
  await touch('touchEnd');
  await touch('touchStart', 'People');
  await touch('touchEnd');
  await page.waitForURL('**/people');
  const paths: string[] = [];
  for (let back = 0; back < 3; back += 1) {
    await page.goBack();
    paths.push(new URL(page.url()).pathname);
  }
  expect(paths).toEqual(['/today', '/card', '/']);
});

test('the last occasion is kept, and earlier ones are offered again', async () => {
  const app = appPages(phone.page);
  await app.meet({ name: 'Ann', where: 'Chamber mixer' });
  await app.meet({ name: 'Bob', where: 'Open house' });
  await expect.poll(() => app.field('Where you met').inputValue()).toBe('Open house');
  await phone.page.getByRole('button', { name: 'Chamber mixer' }).click();
  await app.meet({ name: 'Cid' });
  await app.room('People').click();
  await expect.poll(() => phone.page.getByRole('main').getByText('Chamber mixer').count()).toBe(2);
});

test('Enter goes on to the next line, and saves in the last', async () => {
  await appPages(phone.page).field('Name').focus();
  for (const text of ['Dana Ruiz', '231 555 0142', 'dana@example.com', '@dana', 'Bakery', 'Chamber mixer']) {
    await phone.page.keyboard.type(text);
    await phone.page.keyboard.press('Enter');
  }
  await phone.page.getByRole('heading', { name: 'Dana is saved' }).waitFor();
});

test('nothing about an account stands between the handshake and the save', async () => {
  const app = appPages(phone.page);
  expect(await phone.page.getByRole('link', { name: 'Connect' }).count()).toBe(0);
  await app.fillTag({ name: 'Dana Ruiz' });
  await app.save();
  expect(await phone.page.getByText(/contact database/).count()).toBe(0);
  await app.room('Today').click();
  await phone.page.getByRole('link', { name: 'Connect' }).waitFor();
  expect(await app.statusWords()).toMatch(/^1 on this phone/);
});

test('the browser is asked to keep the storage at the first save, and Settings shows its answer', async () => {
  await openKeeping({ isWhole: true });
  const app = appPages(phone.page);
  await app.room('Settings').click();
  await phone.page.getByText('Storage: not asked yet').waitFor();
  await app.room('Capture').click();
  const session = await phone.context.newCDPSession(phone.page);
  await session.send('Browser.grantPermissions', { permissions: ['durableStorage'], origin: server.url });
  await app.meet({ name: 'Ann' });
  await app.room('Settings').click();
  await phone.page.getByText('Storage is kept').waitFor();
});

test('the app can be installed', async () => {
  await openKeeping({ isWhole: true });
  await appPages(phone.page).waitUntilOffline();
  const session = await phone.context.newCDPSession(phone.page);
  await expect
    .poll(async () => (await session.send('Page.getInstallabilityErrors')).installabilityErrors)
    .toEqual([]);
});

test('a name tag is filled in without signal on the first launch after the first visit', async () => {
  await openKeeping();
  const app = appPages(phone.page);
  await app.waitUntilOffline();
  await phone.close();
  phone = await launchBrowser(profile, { offline: true });
  await phone.page.goto(server.url);
  const offline = appPages(phone.page);
  await offline.meet({ name: 'Ann', phone: '231 555 0142' });
  for (const room of ['Today', 'People', 'My card', 'Settings', 'Capture'] as const) {
    await offline.room(room).click();
    await phone.page.getByRole('heading', { level: 1 }).waitFor();
  }
});

test('one line takes everything: it fills the tag while it is typed, a part goes back by a tap, and a kill costs nothing', async () => {
  const app = appPages(phone.page);
  await phone.page.getByRole('button', { name: 'Say it' }).click();
  const line = () => phone.page.getByRole('textbox', { name: 'Everything in one line' });
  await line().pressSequentially(
    'Dana Ruiz 231 555 0142 dana at ruizbakery dot com insta dana.bakes owns the bakery on Fourth, two kids',
  );
  await expect.poll(() => app.field('Email').inputValue()).toBe('dana@ruizbakery.com');
  expect(await app.field('Phone').inputValue()).toBe('231 555 0142');
  await phone.page.getByRole('button', { name: /^Link instagram dana.bakes/ }).click();
  await expect.poll(() => app.field('Instagram, LinkedIn, Facebook…').inputValue()).toBe('');
  await expect.poll(() => readDrafts(phone.page)).toMatch(/"putBack":".*insta dana.bakes/);
  await phone.killBrowser();
  phone = await launchBrowser(profile, { serviceWorkers: 'block' });
  await phone.page.goto(server.url);
  await expect.poll(() => line().inputValue()).toMatch(/two kids$/);
  await expect.poll(() => appPages(phone.page).field('Note').inputValue()).toContain('insta dana.bakes');
  await phone.page.getByRole('button', { name: 'Save Dana' }).click();
  await phone.page.getByRole('heading', { name: 'Dana is saved' }).waitFor();
  await phone.page.getByText('owns the bakery on Fourth').waitFor();
  await phone.page.getByRole('button', { name: 'Meet someone else' }).click();
  expect(await line().count()).toBe(0);
});

test('what is pasted into the name fills the tag, and a number is grouped as it is typed', async () => {
  const app = appPages(phone.page);
  // Until what reads numbers is there, they stay as they are typed.
  const typeNumber = async () => {
    await app.field('Phone').fill('');
    await app.field('Phone').pressSequentially('2127365000');
    return app.field('Phone').inputValue();
  };
  await expect.poll(typeNumber).toBe('(212) 736-5000');
  await app.field('Phone').fill('');
  await app.field('Name').evaluate((input) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', 'Sam Okafor\nOkafor Roofing LLC\n212 736 5000\nsam@okafor.example');
    input.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  });
  await expect.poll(() => app.field('Name').inputValue()).toBe('Sam Okafor');
  expect(await app.field('Email').inputValue()).toBe('sam@okafor.example');
  expect(await app.field('Company').inputValue()).toBe('Okafor Roofing LLC');
  await app.field('Name').fill('Samuel Okafor');
  await phone.page.getByRole('button', { name: 'Save Samuel' }).click();
  await phone.page.getByRole('link', { name: /page/ }).click();
  expect(await appPages(phone.page).field('Phone').inputValue()).toBe('212 736 5000');
});
