import { appPages } from '../tests/browser/harness/app-pages.ts';
import { type LaunchedBrowser, launchBrowser } from '../tests/browser/harness/launch-browser.ts';
import { startServer } from '../tests/browser/harness/start-server.ts';
import { buildBareReact } from './bare-react/build-bare-react.ts';
import { fillStores } from './harness/fill-stores.ts';
import { makePeople } from './harness/make-people.ts';
import type { Measurement, RunOptions } from './harness/measurement.ts';
import { probeFocus } from './harness/probes.ts';
import { makeScratch } from './harness/scratch.ts';
import { launchSlowBrowser, pause } from './harness/slow-browser.ts';
import { median, ratio, turned } from './harness/statistics.ts';

/** A page that is installed in a browser profile of its own. */
interface Side {
  readonly name: string;
  readonly url: string;
  readonly profile: string;
  /** From the navigation's start to the focused field, in ms, a browser process each. */
  readonly focused: number[];
  /** Of that, until the service worker had answered with the page. */
  readonly answered: number[];
}

const few = 300;
const many = 50_000;

/**
 * A fresh browser process, offline, opens the page from its service worker's cache: from the start of the
 * navigation to the focus event of its input. The app with few and with many people stored, and a bare
 * React page from the same tools, in turn. The servers are stopped before.
 */
export const coldStart: Measurement = {
  name: 'cold-start',
  async measure(options) {
    const sides = await prepareSides(options);
    const [bare, app, full] = sides;
    const runs = options.runs ?? 15;
    // One round unmeasured: the first start from a cache compiles what later ones find compiled.
    for (const side of sides) await startOnce(side);
    for (let round = 0; round < runs; round++) {
      for (const side of turned(sides, round)) {
        const { focused, answered } = await startOnce(side);
        side.focused.push(focused);
        side.answered.push(answered);
      }
      options.tell(`cold-start: ${round + 1} of ${runs}`);
    }
    return {
      figures: [
        { what: `${few} people: focused`, value: median(app.focused), unit: 'ms' },
        { what: 'bare React page: focused', value: median(bare.focused), unit: 'ms' },
        { what: 'app / bare', value: ratio(app.focused, bare.focused), unit: 'times', atMost: 1.3 },
        {
          what: `${many} / ${few} people`,
          value: ratio(full.focused, app.focused),
          unit: 'times',
          atMost: 1.1,
        },
        { what: 'of both: until the worker answers', value: median(app.answered), unit: 'ms' },
      ],
      raw: Object.fromEntries(
        sides.flatMap(({ name, focused, answered }) => [
          [`${name}, focused ms`, focused],
          [`${name}, answered ms`, answered],
        ]),
      ),
    };
  },
};

async function prepareSides({ scale, tell }: RunOptions): Promise<[Side, Side, Side]> {
  tell('cold-start: building the bare page');
  const bareFolder = await buildBareReact();
  tell('cold-start: storing people');
  return [
    await prepareSide('bare', 0, { JUSTMET_APP: bareFolder }),
    await prepareSide(`${few} people`, few * scale),
    await prepareSide(`${many} people`, many * scale),
  ];
}

async function prepareSide(name: string, people: number, env: NodeJS.ProcessEnv = {}): Promise<Side> {
  const server = await startServer({ dataFolder: makeScratch('data'), env });
  const { url } = server;
  const profile = makeScratch('start');
  const browser = await launchBrowser(profile);
  try {
    const { page } = browser;
    await page.goto(url);
    await appPages(page).waitUntilOffline();
    if (people > 0) {
      await page.getByRole('textbox', { name: 'Name', exact: true }).waitFor();
      await fillStores(page, makePeople({ people, notesEach: 1 }));
      await page.reload();
      await appPages(page).room('People').click();
      await page.getByRole('main').getByRole('listitem').nth(1).waitFor({ timeout: 120_000 });
    }
  } finally {
    await browser.close();
    await server.stop();
  }
  return { name, url, profile, focused: [], answered: [] };
}

async function startOnce({ profile, url }: Side): Promise<{ focused: number; answered: number }> {
  const browser = await launchSlowBrowser(profile, { offline: true });
  try {
    await browser.page.addInitScript(probeFocus);
    await browser.page.goto(url);
    return await readMarks(browser);
  } finally {
    await browser.close();
  }
}

async function readMarks({ page }: LaunchedBrowser): Promise<{ focused: number; answered: number }> {
  for (let tries = 0; tries < 100; tries++) {
    const focused = await page.evaluate(() => performance.getEntriesByName('field-focused')[0]?.startTime);
    if (focused !== undefined) {
      const answered = await page.evaluate(() => {
        const [navigation] = performance.getEntriesByType('navigation');
        return navigation instanceof PerformanceNavigationTiming ? navigation.responseStart : 0;
      });
      return { focused, answered };
    }
    await pause(100);
  }
  throw new Error('No field ever had the focus');
}
