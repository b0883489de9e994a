import { appPages } from '../tests/browser/harness/app-pages.ts';
import { cardOnDesk, emptyDesk } from '../tests/browser/harness/card-on-desk.ts';
import { type FakeCamera, fakeCamera, fakePhotoCamera } from '../tests/browser/harness/fake-camera.ts';
import { launchBrowser } from '../tests/browser/harness/launch-browser.ts';
import { startServer } from '../tests/browser/harness/start-server.ts';
import type { Figure, Measurement } from './harness/measurement.ts';
import { probeSavedSheet } from './harness/probes.ts';
import { makeScratch } from './harness/scratch.ts';
import { launchSlowBrowser } from './harness/slow-browser.ts';
import { median, turned } from './harness/statistics.ts';
import { createHand } from './ten-seconds/hand.ts';
import { probeSights } from './ten-seconds/sights.ts';
import { type WayOfCapture, ways } from './ten-seconds/ways.ts';

interface Installed {
  readonly url: string;
  readonly profile: string;
  /** Ten digits each. */
  readonly numbers: readonly string[];
  readonly camera: FakeCamera;
  readonly photoCamera: ReturnType<typeof fakePhotoCamera>;
  readonly desk: Buffer;
  /** Of somebody else each time. */
  readonly cards: readonly Buffer[];
}

/** In ms, where it is not a number of times. */
interface Met {
  readonly total: number;
  readonly human: number;
  /** What the person waited for: the total without the person's own part. */
  readonly machine: number;
  /** See `readCrowding`. */
  readonly crowding: number;
  readonly taps: number;
  readonly keys: number;
}

/** How many times slower than this machine's the processor is. */
const rates = [1, 4] as const;

interface Side {
  readonly way: WayOfCapture;
  readonly rate: number;
  readonly met: Met[];
}

/**
 * A handshake with each way of capture, at human speed: from the start of the navigation in a fresh browser process,
 * offline, to the sheet that says saved, which comes when the person is durable. Somebody else each time.
 */
export const tenSeconds: Measurement = {
  name: 'ten-seconds',
  async measure({ runs = 5, only, tell }) {
    const chosen = ways.filter(({ name }) => only === undefined || name.startsWith(only));
    const sides = chosen.flatMap((way) => rates.map((rate) => ({ way, rate, met: [] as Met[] })));
    const numbers = Array.from({ length: sides.length * (runs + 1) }, (_, index) => `23155${50_100 + index}`);
    const installed = await install(numbers);
    let count = 0;
    const meet = async ({ way, rate }: Side) => meetOnce(installed, way, rate, count++);
    // As in cold-start: the first round compiles what later ones find compiled.
    const first: number[] = [];
    for (const side of sides) first.push((await meet(side)).total);
    for (let round = 0; round < runs; round++) {
      for (const side of turned(sides, round)) side.met.push(await meet(side));
      tell(`ten-seconds: ${round + 1} of ${runs}`);
    }
    return {
      figures: sides.flatMap(metToFigures),
      raw: {
        'each way, the unmeasured first round ms': first,
        ...Object.fromEntries(
          sides.flatMap(({ way, rate, met }) => [
            [`${way.name}, ${rateInWords(rate)}, total ms`, met.map(({ total }) => total)],
            [`${way.name}, ${rateInWords(rate)}, machine ms`, met.map(({ machine }) => machine)],
            [`${way.name}, ${rateInWords(rate)}, crowding`, met.map(({ crowding }) => crowding)],
          ]),
        ),
      },
    };
  },
};

const rateInWords = (rate: number) => (rate === 1 ? 'this processor' : `a processor ${rate} times slower`);

function metToFigures({ way: { name, atMost }, rate, met }: Side): Figure[] {
  const of = (part: keyof Met) => median(met.map((one) => one[part]));
  return [
    {
      what: `${name}, ${rateInWords(rate)}: start to saved`,
      value: of('total') / 1_000,
      unit: 's',
      ...(atMost === undefined ? {} : { atMost }),
    },
    { what: 'of that the person, by the model', value: of('human') / 1_000, unit: 's' },
    { what: 'of that waiting for the machine', value: of('machine') / 1_000, unit: 's' },
    { what: 'the processor was wanted so many times', value: of('crowding'), unit: 'times' },
    { what: 'taps', value: of('taps'), unit: 'taps' },
    { what: 'keys', value: of('keys'), unit: 'keys' },
  ];
}

/** Visited once, and what reads cards fetched; nothing else opened. */
async function install(numbers: readonly string[]): Promise<Installed> {
  const server = await startServer({ dataFolder: makeScratch('data') });
  const { url } = server;
  const profile = makeScratch('hand');
  const photoCamera = fakePhotoCamera(makeScratch('photo-camera'));
  let desk: Buffer;
  const cards: Buffer[] = [];
  const browser = await launchBrowser(profile);
  try {
    await browser.page.goto(url);
    await appPages(browser.page).waitUntilOffline();
    await appPages(browser.page).room('Settings').click();
    await browser.page.getByRole('button', { name: /^Fetch it/ }).click();
    await browser.page.getByText('Cards are read on this phone').waitFor();
    desk = await emptyDesk(browser.context);
    for (const number of numbers) cards.push(await cardOnDesk(browser.context, numberToCard(number)));
  } finally {
    await browser.close();
    await server.stop();
  }
  const camera = await fakeCamera(makeScratch('camera'));
  return { url, profile, numbers, photoCamera, desk, cards, camera };
}

function numberToCard(number: string) {
  const [area, exchange, line] = [number.slice(0, 3), number.slice(3, 6), number.slice(6)];
  return { phone: `+1 ${area} ${exchange} ${line}`, email: `dana${line}@ruizbakery.com` };
}

async function meetOnce(
  { url, profile, numbers, camera, photoCamera, desk, cards }: Installed,
  way: WayOfCapture,
  rate: number,
  index: number,
): Promise<Met> {
  const number = numbers[index] ?? '';
  const card = cards[index] ?? desk;
  await Promise.all([camera.show(undefined), photoCamera.show(desk)]);
  const holdAt = () => (way.isCard ? photoCamera.show(card) : camera.show(way.code?.(number)));
  const browser = await launchSlowBrowser(profile, {
    offline: true,
    rate,
    args: [...(way.isCard ? photoCamera : camera).args],
  });
  const { page, context } = browser;
  try {
    // What a phone asks once, and then no more.
    await context.grantPermissions(['camera', 'clipboard-read', 'clipboard-write'], { origin: url });
    await page.addInitScript(probeSavedSheet);
    await page.addInitScript(probeSights);
    await page.goto(url + (way.path ?? ''), { waitUntil: 'commit' });
    const hand = createHand(page);
    await way.act(page, hand, { number, holdAt });
    await page.getByRole('heading', { name: 'Dana is saved' }).waitFor();
    const total = await page.evaluate(() => performance.getEntriesByName('said-saved')[0]?.startTime);
    if (total === undefined) throw new Error('It was never said to be saved');
    const { humanMs: human, lateMs, taps, keys } = hand;
    const crowding = await page.evaluate(readCrowding);
    const own = { total: total - lateMs, machine: total - lateMs - human };
    return { ...own, human, crowding, taps, keys };
  } catch (cause) {
    const seen = await page.locator('body').textContent();
    throw new Error(`${way.name}: nobody was saved, and the screen said: ${seen}`, { cause });
  } finally {
    await browser.close();
  }
}

/**
 * Runs in the page: how many times longer a piece of work takes than where nothing else wants the processor, which is
 * the case for the quickest of many pieces.
 */
function readCrowding(): number {
  const pieces = Array.from({ length: 60 }, () => {
    const start = performance.now();
    let sum = 0;
    for (let step = 0; step < 1_000_000; step++) sum = (sum * 31 + step) | 0;
    return performance.now() - start + (sum & 0);
  }).slice(20);
  const mean = pieces.reduce((all, piece) => all + piece, 0) / pieces.length;
  return mean / Math.min(...pieces);
}
