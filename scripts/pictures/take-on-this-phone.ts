import { appPages } from '../../tests/browser/harness/app-pages.ts';
import { dana, evening, met } from './people-met.ts';
import { meetAt, type Studio, setTime } from './studio.ts';

/** People met over some weeks, and no contact database yet. */
export async function takeOnThisPhone(studio: Studio): Promise<void> {
  const { page, server, take } = studio;
  const app = appPages(page);
  await page.goto(server.url);
  for (const meeting of met) await meetAt(studio, meeting);
  await setTime(studio, dana.at);
  await page.reload();
  await takeCapture(studio);
  await app.fillTag(dana);
  await app.field('Where you met').blur();
  await take('capture-filled');
  await app.save();
  await take('saved');
  await page.getByRole('textbox', { name: /remember about/ }).fill(dana.note ?? '');
  await take('saved-typing-note');
  await page.getByRole('button', { name: 'Keep this note' }).click();
  await page.getByText('Kept:').waitFor();
  await take('saved-note');
  await page.getByRole('button', { name: 'Meet someone else' }).click();
  await setTime(studio, evening);
  await page.reload();
  await app.room('Today').click();
  await page.getByText('Keep a second copy').waitFor();
  await take('today-not-connected');
  await app.room('Settings').click();
  await page.getByText('Phone numbers').waitFor();
  await take('settings-not-connected');
}

async function takeCapture({ page, take }: Studio): Promise<void> {
  const app = appPages(page);
  await app.fillTag({ name: 'Dana Ruiz', phone: '(231) 555-0142' });
  await app.field('Email').focus();
  await take('capture');
  await app.fillTag({ phone: '(231) 555-01', email: 'dana@' });
  await app.field('Company').focus();
  await page.getByText('Looks too short').waitFor();
  await take('capture-remark');
}
