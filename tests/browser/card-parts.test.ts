import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { cardPartAddresses, cardPartsCache } from '../../src/device/card-parts.ts';
import { appPages } from './harness/app-pages.ts';
import { type LaunchedBrowser, launchBrowser } from './harness/launch-browser.ts';
import { type ServerHere, serveHere } from './harness/serve-here.ts';

let server: ServerHere;
let phone: LaunchedBrowser;

beforeAll(async () => {
  server = await serveHere();
  phone = await launchBrowser(await mkdtemp(join(tmpdir(), 'justmet-phone-')));
});
afterAll(async () => {
  await phone?.close();
  await server?.stop();
});

test('what reads cards is not fetched with the app, and is there offline once it was', async () => {
  const { page } = phone;
  const asked: string[] = [];
  phone.context.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await page.goto(server.url);
  await appPages(page).waitUntilOffline();
  expect(asked.filter((path) => path.startsWith('/engines/'))).toEqual([]);

  await page.reload();
  const kept = await page.evaluate(
    async ([cache, addresses]) => {
      const open = await caches.open(cache);
      await open.addAll([...addresses]);
      return (await open.keys()).length;
    },
    [cardPartsCache, cardPartAddresses()] as const,
  );
  expect(kept).toBe(4);

  await server.stop();
  const sizes = await page.evaluate(
    (addresses) =>
      Promise.all(addresses.map(async (address) => (await (await fetch(address)).arrayBuffer()).byteLength)),
    cardPartAddresses(),
  );
  for (const size of sizes) expect(size).toBeGreaterThan(50_000);
  // The service worker answers a worker's own script and what that one imports as well.
  const answer = await page.evaluate(async (address) => {
    const worker = new Worker(address);
    return new Promise((resolve) => {
      worker.onmessage = ({ data }) => {
        if (data.status !== 'progress') resolve(data.status);
      };
      worker.onerror = () => resolve('error');
      worker.postMessage({
        workerId: 'one',
        jobId: 'one',
        action: 'load',
        payload: {
          options: {
            lstmOnly: true,
            corePath: address.replace('worker.min.js', 'tesseract-core-simd-lstm.js'),
            logging: false,
          },
        },
      });
    });
  }, cardPartAddresses()[0] ?? '');
  expect(answer).toBe('resolve');
});
