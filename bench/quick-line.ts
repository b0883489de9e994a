import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { build } from 'vite';
import { projectRoot } from '../scripts/project-root.mjs';
import type { readQuickLine } from '../src/exchange/quick-line/read-quick-line.ts';
import { quickLineCases } from '../tests/unit/exchange/quick-line-cases.ts';
import type { Measurement } from './harness/measurement.ts';
import { makeScratch } from './harness/scratch.ts';
import { launchSlowBrowser } from './harness/slow-browser.ts';
import { median, percentile } from './harness/statistics.ts';

declare global {
  var benchQuickLine: { readonly readQuickLine: typeof readQuickLine };
}

const entry = join(projectRoot, 'src/exchange/quick-line/read-quick-line.ts');
/** Longer ones are pasted, not typed; in shorter ones a single pause would be all of the time. */
const longestTyped = 200;
const shortestTyped = 40;

interface TypedLine {
  readonly line: string;
  readonly region: string;
}

/**
 * Lines of the quick line's tests, typed key by key: the whole line is read at each. Every run has a new page, whose
 * code nothing has made fast yet. A slowed processor stands still for some milliseconds at a time, which a key of a
 * few microseconds meets or not: a key's time is the mean of its line.
 */
export const quickLine: Measurement = {
  name: 'quick-line',
  async measure({ runs = 5, scale, tell }) {
    const script = await bundleReader();
    const typed = quickLineCases.filter(
      ({ line }) => line.length >= shortestTyped && line.length <= longestTyped,
    );
    const lines = typed
      .slice(0, Math.ceil(typed.length * scale))
      .map(({ line, region }) => ({ line, region }));
    const rounds: number[][] = [];
    const browser = await launchSlowBrowser(makeScratch('quick-line'));
    try {
      for (let round = 0; round < runs; round++) {
        await browser.page.goto('about:blank');
        const times = await typeLines(browser.page, script, lines);
        rounds.push(times);
        tell(`quick-line: ${round + 1} of ${runs}`);
      }
    } finally {
      await browser.close();
    }
    const keys = lines.map((_, index) => median(rounds.map((times) => times[index] ?? Number.NaN)));
    return {
      figures: [
        { what: 'a key, 95th percentile of lines', value: percentile(keys, 95), unit: 'ms', atMost: 2 },
        { what: 'a key', value: median(keys), unit: 'ms', atMost: 2 },
        { what: 'a key of the first line of a page', value: keys[0] ?? Number.NaN, unit: 'ms' },
      ],
      raw: { 'a key of each line, median of the runs ms': keys },
    };
  },
};

async function bundleReader(): Promise<string> {
  const built = await build({
    configFile: false,
    root: projectRoot,
    publicDir: false,
    logLevel: 'warn',
    build: { write: false, lib: { entry, formats: ['iife'], name: 'benchQuickLine' } },
  });
  const outputs = [built].flat().flatMap((one) => ('output' in one ? one.output : []));
  const chunk = outputs.find(({ type }) => type === 'chunk');
  if (chunk?.type !== 'chunk') throw new Error('Nothing was built');
  return `${chunk.code}\nglobalThis.benchQuickLine = benchQuickLine;`;
}

async function typeLines(page: Page, script: string, lines: readonly TypedLine[]): Promise<number[]> {
  await page.addScriptTag({ content: script });
  return page.evaluate((typed) => {
    const times: number[] = [];
    for (const { line, region } of typed) {
      const start = performance.now();
      for (let end = 1; end <= line.length; end++) {
        globalThis.benchQuickLine.readQuickLine(line.slice(0, end), region);
      }
      times.push((performance.now() - start) / line.length);
    }
    return times;
  }, lines);
}
