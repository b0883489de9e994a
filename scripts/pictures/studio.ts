import type { BrowserContext, Page } from 'playwright-core';
import { appPages } from '../../tests/browser/harness/app-pages.ts';
import type { FakeCamera } from '../../tests/browser/harness/fake-camera.ts';
import type { RunningServer } from '../../tests/browser/harness/start-server.ts';
import type { Meeting } from './people-met.ts';

export interface Studio {
  readonly page: Page;
  readonly context: BrowserContext;
  readonly server: RunningServer;
  readonly fakeCamera: FakeCamera;
  readonly take: (screen: string, fill?: 'full' | 'empty') => Promise<void>;
  /** Runs a scene on somebody else's device of the same kind. */
  readonly lend: (scene: (studio: Studio) => Promise<void>) => Promise<void>;
}

/** The page's time stands still, so the same words come out every time. */
export async function setTime({ page }: Studio, iso: string): Promise<void> {
  await page.clock.setFixedTime(new Date(iso));
}

export async function meetAt(studio: Studio, meeting: Meeting): Promise<void> {
  await setTime(studio, meeting.at);
  await appPages(studio.page).meet(meeting);
}

export async function waitForStatus({ page }: Studio, words: RegExp): Promise<void> {
  await page.locator('header a[href="/settings"]', { hasText: words }).first().waitFor();
}

export async function openPerson(page: Page, name: string): Promise<void> {
  await appPages(page).room('People').click();
  await page
    .getByRole('link', { name: new RegExp(`^${name}`) })
    .first()
    .click();
  await page.getByRole('heading', { name }).waitFor();
}
