import type { Locator, Page } from 'playwright-core';

export interface Met {
  readonly name?: string;
  readonly phone?: string;
  readonly email?: string;
  readonly handle?: string;
  readonly company?: string;
  readonly where?: string;
  readonly note?: string;
}

export interface Owner {
  readonly name: string;
  readonly email: string;
  readonly password: string;
}

export const owner: Owner = {
  name: 'Olive Owner',
  email: 'olive@example.com',
  password: 'a long enough secret',
};

export type Room = 'Capture' | 'Today' | 'People' | 'My card' | 'Settings';

const labels = {
  name: 'Name',
  phone: 'Phone',
  email: 'Email',
  handle: 'Instagram, LinkedIn, Facebook…',
  company: 'Company',
  where: 'Where you met',
} as const;

/** What a person does in the app, by the words that they see. */
export function appPages(page: Page) {
  const field = (label: string): Locator => page.getByRole('textbox', { name: label, exact: true });
  const tab = (name: Room): Locator =>
    page.getByRole('navigation', { name: 'Rooms' }).getByRole('link', { name });
  /** On a phone Settings has no tab: it is behind My card. */
  const toSettings = async () => {
    await tab('My card').waitFor();
    if (await tab('Settings').isVisible()) return tab('Settings').click();
    await tab('My card').click();
    await page.getByRole('link', { name: 'Settings', exact: true }).click();
  };
  function room(name: Exclude<Room, 'Settings'>): Locator;
  function room(name: Room): Pick<Locator, 'click'>;
  function room(name: Room): Pick<Locator, 'click'> {
    return name === 'Settings' ? { click: toSettings } : tab(name);
  }
  return {
    field,
    /** What the corner says: its short words, then the whole sentence. */
    statusWords: async () =>
      (await page
        .locator('header a[href="/settings"]')
        .filter({ visible: true })
        .getAttribute('aria-label')) ?? '',
    room,

    async fillTag(met: Met): Promise<void> {
      for (const key of ['name', 'phone', 'email', 'handle', 'company', 'where'] as const) {
        const text = met[key];
        if (text !== undefined) await field(labels[key]).fill(text);
      }
    },

    /** Saves the tag that is filled in, and waits until it is said to be saved. */
    async save(): Promise<void> {
      await page.getByRole('button', { name: /^Save/ }).click();
      await page.getByRole('heading', { name: /is saved$/ }).waitFor();
    },

    async keepNote(text: string): Promise<void> {
      await page.getByRole('textbox', { name: /remember about|note about/ }).fill(text);
      await page.getByRole('button', { name: 'Keep this note' }).click();
      await page.getByRole('button', { name: 'Keep this note' }).waitFor({ state: 'detached' });
    },

    async meet(met: Met): Promise<void> {
      await this.fillTag(met);
      await this.save();
      if (met.note !== undefined) await this.keepNote(met.note);
      await page.getByRole('button', { name: 'Meet someone else' }).click();
      await field('Name').waitFor();
    },

    async claim(claimLink: string, as: Owner = owner): Promise<void> {
      await page.goto(claimLink);
      await field('Your name').fill(as.name);
      await field('Email').fill(as.email);
      await page.getByLabel(/^Password/).fill(as.password);
      await page.getByRole('button', { name: 'Make it mine' }).click();
      await page.waitForURL('**/today');
    },

    async signIn(url: string, as: Owner = owner): Promise<void> {
      await page.goto(`${url}/connect`);
      await field('Email').fill(as.email);
      await page.getByLabel('Password').fill(as.password);
      await page.getByRole('button', { name: 'Sign in' }).click();
      await page.waitForURL('**/today').catch(async (cause: unknown) => {
        throw new Error(`Signing in led to: ${await page.locator('body').textContent()}`, { cause });
      });
    },

    /** Resolves when the service worker controls the page and holds the app. */
    async waitUntilOffline(): Promise<void> {
      await page.waitForFunction(async () => {
        const registration = await navigator.serviceWorker.ready;
        return registration.active?.state === 'activated' && navigator.serviceWorker.controller !== null;
      });
    },
  };
}
