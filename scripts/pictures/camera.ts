import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Page } from 'playwright-core';
import { desktop } from '../../tests/browser/harness/launch-browser.ts';
import { projectRoot } from '../project-root.mjs';

type Fill = 'full' | 'empty';

/** A device, and what becomes of each picture that it is asked for. */
export interface Camera {
  readonly device: Partial<typeof desktop>;
  /** Takes the screen that the page shows; `screen` is its name in words with hyphens. */
  take(page: Page, screen: string, fill?: Fill): Promise<void>;
}

const schemes = ['light', 'dark'] as const;
const settleMs = 350;
const picturesFolder = join(projectRoot, 'pictures');
const readmeFolder = join(projectRoot, 'docs/pictures');

export const phoneCamera: Camera = makeCamera('phone', {});
export const deskCamera: Camera = makeCamera('desk', desktop);

/** Takes the few pictures that the README shows: a phone in daylight, as WebP, a third of a PNG's size. */
export const readmeCamera: Camera = {
  device: {},
  async take(page, screen) {
    const name = { capture: 'capture', 'saved-note': 'saved', people: 'people' }[screen];
    if (name !== undefined) await takeForReadme(page, join(readmeFolder, `${name}.webp`));
  },
};

function makeCamera(name: string, device: Camera['device']): Camera {
  return {
    device,
    async take(page, screen, fill = 'full') {
      for (const scheme of schemes) {
        await takePicture(page, scheme, join(picturesFolder, `${screen}-${fill}-${name}-${scheme}.png`));
      }
    },
  };
}

async function takePicture(page: Page, scheme: 'light' | 'dark', path: string): Promise<void> {
  mkdirSync(dirname(path), { recursive: true });
  await showIn(page, scheme);
  await page.screenshot({ path, animations: 'disabled' });
}

async function takeForReadme(page: Page, path: string): Promise<void> {
  mkdirSync(dirname(path), { recursive: true });
  await showIn(page, 'light');
  const session = await page.context().newCDPSession(page);
  const { data } = await session.send('Page.captureScreenshot', { format: 'webp', quality: 80 });
  await session.detach();
  writeFileSync(path, data, 'base64');
}

async function showIn(page: Page, colorScheme: 'light' | 'dark'): Promise<void> {
  await page.emulateMedia({ colorScheme });
  await page.waitForTimeout(settleMs);
}
