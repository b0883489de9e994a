import type { Locator, Page } from 'playwright-core';
import { pause } from '../harness/slow-browser.ts';
import { pace } from './human-pace.ts';
import { readAge, type Sight } from './sights.ts';

export interface Hand {
  readonly taps: number;
  readonly keys: number;
  /** What the person took by the model; where the app was slower than that, the rest is the machine's. */
  readonly humanMs: number;
  /** By how much its pauses were longer than meant, on a busy machine: neither the person's nor the app's. */
  readonly lateMs: number;
  /**
   * Waits until it is there, then takes it in; `during` happens meanwhile. `sight` (`probeSights`): from when the page
   * had painted it, and not from when the script was told.
   */
  read(what: Locator, options?: { sight?: Sight; during?: () => Promise<unknown> }): Promise<void>;
  /** Waits until it is there, aims, and presses. */
  tap(what: Locator): Promise<void>;
  /** A tap on what is not the app's: the keyboard's microphone, a file in the system's list. */
  tapElsewhere(): Promise<void>;
  /** Into what has the focus; "\n" is the Enter key. */
  type(text: string, keyMs: number): Promise<void>;
  /** Says words, which come into what has the focus a few at a time, as a keyboard's dictation gives them. */
  say(bursts: readonly { readonly text: string; readonly words: number }[]): Promise<void>;
  /** The person does something else for so long, from that sight on where one is named. */
  spend(milliseconds: number, sight?: Sight): Promise<void>;
}

/** One thumb at human speed. What the app does while the person is still busy costs nothing; all else is waited for. */
export function createHand(page: Page): Hand {
  let taps = 0;
  let keys = 0;
  let humanMs = 0;
  let lateMs = 0;
  const ageOf = async (sight: Sight | undefined) => (sight === undefined ? 0 : page.evaluate(readAge, sight));
  /** `age`: for how long the person has been at it already. */
  const take = async (
    milliseconds: number,
    during: () => Promise<unknown> = async () => undefined,
    age = 0,
  ) => {
    humanMs += milliseconds;
    const start = performance.now() - age;
    await during();
    const rest = Math.max(0, milliseconds - (performance.now() - start));
    const restStart = performance.now();
    if (rest > 0) await pause(rest);
    lateMs += performance.now() - restStart - rest;
  };
  const tapElsewhere = async () => {
    taps += 1;
    await take(pace.aim + pace.press);
  };
  return {
    get taps() {
      return taps;
    },
    get keys() {
      return keys;
    },
    get humanMs() {
      return humanMs;
    },
    get lateMs() {
      return lateMs;
    },
    tapElsewhere,
    async spend(milliseconds, sight) {
      await take(milliseconds, undefined, await ageOf(sight));
    },
    async read(what, { sight, during } = {}) {
      await what.waitFor();
      await take(pace.read, during, await ageOf(sight));
    },
    async tap(what) {
      await what.waitFor();
      taps += 1;
      let box: Awaited<ReturnType<Locator['boundingBox']>> = null;
      await take(pace.aim + pace.press, async () => {
        // Drawn anew at this very moment, it has no place until it is there again.
        for (let look = 0; box === null && look < 5; look += 1) {
          await what.waitFor();
          box = await what.boundingBox();
        }
      });
      if (box === null) throw new Error('It went away');
      // Where it was when it was aimed at: what moves under the thumb is missed, as on a phone.
      const { x, y, width, height } = box;
      await page.touchscreen.tap(x + width / 2, y + height / 2);
    },
    async type(text, keyMs) {
      for (const key of text) {
        keys += 1;
        await take(keyMs, () => page.keyboard.press(key === '\n' ? 'Enter' : key));
      }
    },
    async say(bursts) {
      for (const { text, words } of bursts) {
        await take(words * pace.word);
        await page.keyboard.insertText(text);
      }
    },
  };
}
