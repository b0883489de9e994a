import type { Page } from 'playwright-core';
import { openPeople } from './harness/app-with-people.ts';
import type { Measurement } from './harness/measurement.ts';
import { pause } from './harness/slow-browser.ts';
import { median, percentile } from './harness/statistics.ts';

const flingPixels = 12_000;
const pixelsASecond = 8_000;

/**
 * People with 10,000 rows: the longest time between two frames of the page while the list is
 * flung. Chromium without a screen takes no synthetic fling of a finger, so a wheel turns as fast as one.
 */
export const scroll: Measurement = {
  name: 'scroll',
  async measure({ runs = 10, scale, tell }) {
    const app = await openPeople(Math.round(10_000 * scale), 1);
    const longest: number[] = [];
    const frames: number[] = [];
    try {
      // One unmeasured: it compiles what the others find compiled.
      await fling(app.browser.page, 0);
      for (let round = 0; round < runs; round++) {
        const gaps = await fling(app.browser.page, round);
        longest.push(Math.max(...gaps));
        frames.push(...gaps);
        tell(`scroll: ${round + 1} of ${runs}`);
      }
    } finally {
      await app.close();
    }
    return {
      figures: [
        { what: 'longest frame of all flings', value: Math.max(...longest), unit: 'ms', atMost: 50 },
        { what: 'longest frame of a fling', value: median(longest), unit: 'ms' },
        { what: 'frame, 95th percentile', value: percentile(frames, 95), unit: 'ms' },
      ],
      raw: { 'longest frame of each fling ms': longest },
    };
  },
};

/** Down, and up again every other time. Answers the milliseconds between the page's frames. */
async function fling(page: Page, round: number): Promise<number[]> {
  const session = await page.context().newCDPSession(page);
  await page.evaluate(startWatchingFrames);
  const gesture = {
    x: 195,
    y: round % 2 === 0 ? 650 : 200,
    yDistance: round % 2 === 0 ? -flingPixels : flingPixels,
    speed: pixelsASecond,
    gestureSourceType: 'mouse',
  } as const;
  const before = await page.evaluate(() => scrollY);
  await session.send('Input.synthesizeScrollGesture', gesture);
  await pause(500);
  const after = await page.evaluate(() => scrollY);
  await session.detach();
  if (Math.abs(after - before) < flingPixels / 2) throw new Error(`Scrolled from ${before} to ${after} only`);
  return page.evaluate(() => {
    const times = performance.getEntriesByName('frame').map(({ startTime }) => startTime);
    performance.clearMarks();
    dispatchEvent(new Event('bench-stop'));
    return times.slice(1).map((time, index) => time - (times[index] ?? time));
  });
}

/** Runs in the page: a mark `frame` at each frame until told to stop. */
function startWatchingFrames(): void {
  let isStopped = false;
  addEventListener('bench-stop', () => (isStopped = true), { once: true });
  const watch = () => {
    if (isStopped) return;
    performance.mark('frame');
    requestAnimationFrame(watch);
  };
  requestAnimationFrame(watch);
}
