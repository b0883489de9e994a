import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';
import { afterEach, beforeEach, expect } from 'vitest';
import { appPages } from './app-pages.ts';
import { type LaunchedBrowser, launchBrowser } from './launch-browser.ts';
import { type ServerHere, serveHere } from './serve-here.ts';
import { querySql, type SqlRow } from './sql.ts';

export interface FreshPhone {
  readonly server: ServerHere;
  readonly page: Page;
  readonly context: BrowserContext;
  /** Who is in the contact database, by name. */
  names(): Promise<SqlRow[]>;
  /** Claims the contact database, and stands before an empty tag with everything in it. */
  connect(): Promise<ReturnType<typeof appPages>>;
}

/** A server and a phone of its own for each test, without a service worker: its requests can be intercepted. */
export function freshPhone(): FreshPhone {
  let server: ServerHere;
  let phone: LaunchedBrowser;
  beforeEach(async () => {
    const profile = await mkdtemp(join(tmpdir(), 'justmet-profile-'));
    [server, phone] = await Promise.all([serveHere(), launchBrowser(profile, { serviceWorkers: 'block' })]);
  });
  afterEach(async () => {
    await phone.close();
    await server.stop();
  });
  return {
    get server() {
      return server;
    },
    get page() {
      return phone.page;
    },
    get context() {
      return phone.context;
    },
    names: () => querySql(server.dataFolder, 'select name from people order by name'),
    async connect() {
      const app = appPages(phone.page);
      await app.claim(server.claimLink ?? '');
      await app.room('Capture').click();
      await expect.poll(() => app.statusWords()).toMatch(/^all in database/);
      return app;
    },
  };
}
