import { readingToStamp, stampToReading } from '../../src/domain/stamp.ts';
import { sessionPath, sessionSchema } from '../../src/protocol/session.ts';
import { type SyncRequest, syncPath, syncResponseSchema } from '../../src/protocol/sync.ts';
import { protocolVersion } from '../../src/protocol/version.ts';
import { appPages } from '../../tests/browser/harness/app-pages.ts';
import { answerSync } from './answer-sync.ts';
import { type Studio, waitForStatus } from './studio.ts';

const otherDevice = 'otherphone';
const deviceRow = '01890000-0000-7000-8000-000000000001';

/** What is said when something was changed in two places, did not arrive, or could not be stored. */
export async function takeTrouble(studio: Studio): Promise<void> {
  await takeConflict(studio);
  await takeLeaving(studio);
  await takeFullDisk(studio);
  await takeRefilled(studio);
}

async function takeConflict(studio: Studio): Promise<void> {
  const { page, context, take } = studio;
  const app = appPages(page);
  await app.room('People').click();
  await page.getByRole('link', { name: /Dana Ruiz/ }).click();
  await app.field('Company').waitFor();
  const id = new URL(page.url()).pathname.split('/').at(-1) ?? '';
  await context.setOffline(true);
  await app.field('Company').fill('Ruiz & Daughters');
  await app.field('Company').press('Enter');
  await waitForStatus(studio, /waiting/);
  await writeElsewhere(studio, id, 'Fourth Street Bakery & Café');
  await context.setOffline(false);
  const conflicts = page.getByRole('region', { name: 'Changed in two places' });
  await conflicts.getByText('iPhone').waitFor();
  await take('person-conflict');
  await conflicts.getByRole('button', { name: 'Bring back' }).click();
  await conflicts.waitFor({ state: 'detached' });
  await waitForStatus(studio, /all in database/);
}

/** Another device of the same owner changes where somebody works, a minute later than all that it saw. */
async function writeElsewhere({ context, server }: Studio, id: string, company: string): Promise<void> {
  const { accountId } = sessionSchema.parse(
    await (await context.request.get(server.url + sessionPath)).json(),
  );
  const sync = async (edits: SyncRequest['edits']) => {
    const request = {
      protocol: protocolVersion,
      account: accountId,
      device: otherDevice,
      head: null,
      cursor: 0,
    };
    const answer = await context.request.post(server.url + syncPath, { data: { ...request, edits } });
    return syncResponseSchema.parse(await answer.json());
  };
  const { rows } = await sync([]);
  const { stamp = '', stamps = {} } = rows.find((row) => row.id === id) ?? {};
  const replaced = stamps['company'] ?? stamp;
  const latest = Math.max(...rows.map((row) => stampToReading(row.stamp).ms));
  const later = readingToStamp({ ms: latest + 60_000, counter: 0 }, otherDevice);
  const name = { device: otherDevice, name: 'iPhone' };
  await sync([
    { table: 'device', id: deviceRow, stamp: later, values: name },
    { table: 'person', id, stamp: later, values: { company }, replaces: { company: replaced } },
  ]);
}

async function takeLeaving(studio: Studio): Promise<void> {
  const { page, take } = studio;
  const app = appPages(page);
  await answerSync(page, { type: 'about:blank', title: 'Busy', status: 503 });
  await app.field('Company').fill('Fourth Street Bakery');
  await app.field('Company').press('Enter');
  await waitForStatus(studio, /waiting/);
  await app.room('Settings').click();
  await page.getByRole('button', { name: 'Sign out' }).click();
  await page.getByText('not arrived yet').waitFor();
  await take('settings-leaving');
  await page.getByRole('button', { name: 'Stay' }).click();
  await answerSync(page, 'own');
  await waitForStatus(studio, /all in database/);
}

async function takeFullDisk(studio: Studio): Promise<void> {
  const { page, take } = studio;
  const app = appPages(page);
  await app.room('Capture').click();
  await page.evaluate(() => {
    IDBObjectStore.prototype.put = () => {
      throw new DOMException('The disk is full.', 'QuotaExceededError');
    };
  });
  await app.fillTag({ name: 'Ivy Larsen', phone: '(231) 555-0166' });
  await page.getByRole('button', { name: 'Save Ivy' }).click();
  await page.getByText('could not store it').waitFor();
  await take('capture-full-disk');
  await page.reload();
  await waitForStatus(studio, /all in database/);
}

async function takeRefilled(studio: Studio): Promise<void> {
  const { page, take } = studio;
  await page.evaluate(async () => {
    const opened = indexedDB.open('justmet');
    await new Promise((resolve) => opened.addEventListener('success', resolve));
    const meta = opened.result.transaction('meta', 'readwrite').objectStore('meta');
    const written = meta.put({ key: 'refill', value: { atMs: 0, isRead: false } });
    await new Promise((resolve) => written.addEventListener('success', resolve));
    opened.result.close();
  });
  await page.reload();
  await appPages(page).room('Today').click();
  await page.getByText('had lost people').waitFor();
  await take('refilled');
  await page.getByRole('button', { name: 'OK', exact: true }).click();
  await page.getByText('had lost people').waitFor({ state: 'detached' });
  await appPages(page).room('Capture').click();
}

/** The last scene: from here on the page's database does not open any more. */
export async function takeStorageClosed({ page, server, take }: Studio): Promise<void> {
  await page.addInitScript(() => {
    IDBFactory.prototype.open = () => {
      throw new DOMException('Internal error opening backing store.', 'UnknownError');
    };
  });
  await page.goto(`${server.url}/people`);
  await page.getByText('storage does not open').waitFor();
  await take('storage-closed');
}
