import { appPages } from '../../tests/browser/harness/app-pages.ts';
import type { Studio } from './studio.ts';

const card = [
  'BEGIN:VCARD',
  'VERSION:3.0',
  'FN:Marcus Bell',
  'ORG:Bell Roofing',
  'TITLE:Owner',
  'TEL;TYPE=CELL:+1 231 555 0188',
  'TEL;TYPE=WORK:+1 231 555 0189',
  'EMAIL:marcus@bellroofing.example',
  'END:VCARD',
].join('\r\n');

/** A code in sight that is for no person, a tag filled in from one, and what there is without the camera. */
export async function takeScan(studio: Studio): Promise<void> {
  const { page, context, server, fakeCamera, take } = studio;
  const scan = () => page.getByRole('button', { name: 'Scan QR' }).click();
  await appPages(page).room('Capture').click();
  await scan();
  await page.getByText('The camera is off for this app').waitFor();
  await take('scan-refused');
  await context.grantPermissions(['camera'], { origin: server.url });
  await fakeCamera.show('WIFI:S:Corner Café;T:WPA;P:secret;;');
  await page.getByRole('button', { name: 'Try again' }).click();
  await page.getByText('Wi-Fi').waitFor();
  await take('scan-no-person');
  await page.getByRole('button', { name: 'Close' }).click();
  await fakeCamera.show(card);
  await scan();
  await page.getByText('Filled in from the code.').waitFor();
  await take('scan-filled');
  await page.getByRole('button', { name: 'Undo' }).click();
  await context.clearPermissions();
}
