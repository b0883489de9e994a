import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fakeCamera } from '../../tests/browser/harness/fake-camera.ts';
import { launchBrowser } from '../../tests/browser/harness/launch-browser.ts';
import { startServer } from '../../tests/browser/harness/start-server.ts';
import { type Camera, deskCamera, phoneCamera, readmeCamera } from './camera.ts';
import { standInVoice } from './stand-in-voice.ts';
import type { Studio } from './studio.ts';
import { takeAccount } from './take-account.ts';
import { takeConnected } from './take-connected.ts';
import { takeEmpty } from './take-empty.ts';
import { takeEvening } from './take-evening.ts';
import { takeOnThisPhone } from './take-on-this-phone.ts';
import { takeScan } from './take-scan.ts';
import { takeStatus } from './take-status.ts';
import { takeStorageClosed, takeTrouble } from './take-trouble.ts';
import { takeVoice } from './take-voice.ts';

/** In this order: each scene goes on from where the one before has left the device. */
const withoutStatus = [takeEmpty, takeOnThisPhone, takeConnected];
const life = [...withoutStatus, takeScan, takeAccount, takeTrouble, takeStatus, takeStorageClosed];

/**
 * Takes a picture of every screen, on a phone and at a desk, light and dark, with people and without, into
 * pictures/. With `--readme`, the README's own into docs/pictures/ as well; with `--voice` or `--evening`, those alone.
 */
export async function main(args: readonly string[]): Promise<void> {
  for (const camera of [phoneCamera, deskCamera]) {
    const isAll = !args.includes('--voice') && !args.includes('--evening');
    if (isAll) await takeAll(camera);
    if (isAll || args.includes('--voice')) await takeAll(camera, [takeVoice]);
    if (isAll || args.includes('--evening')) await takeAll(camera, [takeEvening]);
  }
  if (args.includes('--readme')) await takeAll(readmeCamera, withoutStatus);
}

/** One life of one device: before anybody was met, then on the phone alone, then with a contact database. */
async function takeAll(camera: Camera, scenes = life): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'justmet-pictures-'));
  const server = await startServer({ dataFolder: join(folder, 'data') });
  const seen = await fakeCamera(folder);
  const device = { ...camera.device, args: [...seen.args, ...standInVoice(folder)] };
  const runOn = async (profile: string, run: (studio: Studio) => Promise<void>): Promise<void> => {
    const { page, context, close } = await launchBrowser(join(folder, profile), device);
    await context.addInitScript(agreeOnTime);
    const take: Studio['take'] = (screen, fill) => camera.take(page, screen, fill);
    await run({
      page,
      context,
      server,
      fakeCamera: seen,
      take,
      lend: (scene) => runOn('lent', scene),
    }).finally(close);
  };
  try {
    await runOn('profile', async (studio) => {
      for (const take of scenes) await take(studio);
    });
  } finally {
    await server.stop();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** The pictures' clock stands still, and so does the contact database's, as the page hears it. */
function agreeOnTime(): void {
  const { get } = Headers.prototype;
  Headers.prototype.get = function (this: Headers, name) {
    return name === 'date' ? new Date().toUTCString() : get.call(this, name);
  };
}
