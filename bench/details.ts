import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { build } from 'vite';
import { projectRoot } from '../scripts/project-root.mjs';
import { type DetailKind, detailKinds } from '../src/domain/detail-kinds.ts';
import type { readDetails } from '../src/exchange/details/read-details.ts';
import type { DetailCase } from '../tests/unit/exchange/details/detail-case.ts';
import {
  addScores,
  type CaseScore,
  precisionOf,
  recallOf,
  scoreCase,
} from '../tests/unit/exchange/details/score-details.ts';
import { detailCases, heldBackCases, openedCases } from '../tests/unit/exchange/details-cases.ts';
import type { Figure, Measurement } from './harness/measurement.ts';
import { makeScratch } from './harness/scratch.ts';
import { launchSlowBrowser } from './harness/slow-browser.ts';
import { median, percentile } from './harness/statistics.ts';

declare global {
  var benchDetails: { readonly readDetails: typeof readDetails };
}

const entry = join(projectRoot, 'src/exchange/details/read-details.ts');
const writtenAt = '2026-11-26T18:05';
const leastPrecision = 97;
const leastRecall = 85;
const mostMs = 10;

interface TimedNote {
  readonly note: string;
  readonly region: string;
}

/**
 * How many of the details suggested are right and how many of those in the notes are found, for each kind: of the
 * notes that the rules were tuned on (with those that were held back once), and of those held back. Then the time a
 * note takes on a phone; every run has a new page, whose code nothing has made fast yet.
 */
export const details: Measurement = {
  name: 'details',
  async measure({ runs = 5, scale, tell }) {
    const tuned = [...detailCases, ...openedCases].map(scoreCase);
    const held = heldBackCases.map(scoreCase);
    const notes = chooseNotes([...detailCases, ...heldBackCases], scale);
    const rounds: number[][] = [];
    const script = await bundleReader();
    const browser = await launchSlowBrowser(makeScratch('details'));
    try {
      for (let round = 0; round < runs; round++) {
        await browser.page.goto('about:blank');
        rounds.push(await timeNotes(browser.page, script, notes));
        tell(`details: ${round + 1} of ${runs}`);
      }
    } finally {
      await browser.close();
    }
    const times = notes.map((_, index) => median(rounds.map((round) => round[index] ?? Number.NaN)));
    return {
      figures: [
        ...scoresToFigures('held back', held),
        ...scoresToFigures('tuned on', tuned),
        { what: 'a note', value: median(times), unit: 'ms', atMost: mostMs },
        { what: 'a note, 95th percentile', value: percentile(times, 95), unit: 'ms', atMost: mostMs },
        { what: 'the first note of a page', value: times[0] ?? Number.NaN, unit: 'ms' },
      ],
      raw: { 'each note, median of the runs ms': times },
    };
  },
};

function chooseNotes(cases: readonly DetailCase[], scale: number): TimedNote[] {
  return cases
    .slice(0, Math.ceil(cases.length * scale))
    .map(({ note, region = 'US' }): TimedNote => ({ note, region }));
}

function scoresToFigures(which: string, scores: readonly CaseScore[]): Figure[] {
  const all = addScores(scores);
  return [
    { what: `${which}: precision`, value: precisionOf(all), unit: '%', atLeast: leastPrecision },
    { what: `${which}: recall`, value: recallOf(all), unit: '%', atLeast: leastRecall },
    ...detailKinds.flatMap((kind) => kindToFigures(which, kind, scores)),
  ];
}

function kindToFigures(which: string, kind: DetailKind, scores: readonly CaseScore[]): Figure[] {
  const totals = addScores(scores, kind);
  const { right, wrong, missing } = totals;
  return [
    { what: `${which}: ${kind}, precision of ${right + wrong}`, value: precisionOf(totals), unit: '%' },
    { what: `${which}: ${kind}, recall of ${right + missing}`, value: recallOf(totals), unit: '%' },
  ];
}

async function bundleReader(): Promise<string> {
  const built = await build({
    configFile: false,
    root: projectRoot,
    publicDir: false,
    logLevel: 'warn',
    build: { write: false, lib: { entry, formats: ['iife'], name: 'benchDetails' } },
  });
  const outputs = [built].flat().flatMap((one) => ('output' in one ? one.output : []));
  const chunk = outputs.find(({ type }) => type === 'chunk');
  if (chunk?.type !== 'chunk') throw new Error('Nothing was built');
  return `${chunk.code}\nglobalThis.benchDetails = benchDetails;`;
}

async function timeNotes(page: Page, script: string, notes: readonly TimedNote[]): Promise<number[]> {
  await page.addScriptTag({ content: script });
  return page.evaluate(
    ([timed, at]) =>
      timed.map(({ note, region }) => {
        const start = performance.now();
        globalThis.benchDetails.readDetails(note, { writtenAt: at, region });
        return performance.now() - start;
      }),
    [notes, writtenAt] as const,
  );
}
