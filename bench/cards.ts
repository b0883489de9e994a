import { statSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../scripts/project-root.mjs';
import { accentPartAddress, cardParts } from '../src/device/card-parts.ts';
import { desktop, launchBrowser } from '../tests/browser/harness/launch-browser.ts';
import { drawCards } from './cards/draw-cards.ts';
import { type BenchCard, makeCards, tunedSeed } from './cards/make-cards.ts';
import { type ReadCards, readCards } from './cards/read-cards.ts';
import { type FieldScore, type ScoredField, scoredFields } from './cards/score-card.ts';
import type { Figure, Measurement } from './harness/measurement.ts';
import { makeScratch } from './harness/scratch.ts';
import { median, percentile } from './harness/statistics.ts';

/** The fields that must be right, in percent of those on the cards. */
const goalFields: readonly ScoredField[] = ['name', 'phones', 'emails', 'site'];
const kinds = [
  { what: 'clean', key: 'clean', atLeast: 95 },
  { what: 'photographed', key: 'photographed', atLeast: 85 },
] as const;
const halves = [
  { what: 'tuned on', isHeldBack: false },
  { what: 'held back', isHeldBack: true },
] as const;

/**
 * Made-up business cards, drawn and photographed, read by what the app reads them with: how much of what stands on
 * them gets into the right fields, how much of what is suggested is wrong, and how long it takes. The processor is
 * not slowed down.
 */
export const cards = measureCards('cards', tunedSeed);

/** The same on cards that nothing was tuned on: a seed is looked at once, and then changed here. */
export const unseenCards = measureCards('unseen-cards', 9);

function measureCards(name: string, seed: number): Measurement {
  return {
    name,
    async measure({ scale, tell }) {
      const made = makeCards(seed).filter((_, index) => index % Math.round(1 / scale) === 0);
      const read = await readCards(made, await draw(made), seed, tell);
      const scores = kinds.flatMap((kind) =>
        halves.flatMap((half) => (hasCards(made, half) ? [scoreHalf(read, made, kind, half)] : [])),
      );
      const first = read.firstMs / 1_000;
      const each = [...read.clean, ...read.photographed].map(({ ms }) => ms / 1_000);
      return {
        figures: [
          { what: 'bytes to fetch before the first card, as stored', value: partBytes(), unit: 'bytes' },
          { what: 'the first card, with fetching and starting', value: first, unit: 's' },
          { what: 'each card after the first', value: median(each), unit: 's', atMost: 4 },
          { what: 'nineteen of twenty cards at most', value: percentile(each, 95), unit: 's' },
          ...scores.flatMap(({ figures }) => figures),
        ],
        raw: {
          cleanMs: read.clean.map(({ ms }) => ms),
          photographedMs: read.photographed.map(({ ms }) => ms),
          ...Object.fromEntries(scores.flatMap(({ raw }) => Object.entries(raw))),
        },
      };
    },
  };
}

function hasCards(made: readonly BenchCard[], half: (typeof halves)[number]): boolean {
  return made.some(({ isHeldBack }) => isHeldBack === half.isHeldBack);
}

async function draw(made: readonly BenchCard[]): Promise<ReadonlyMap<string, string>> {
  const browser = await launchBrowser(makeScratch('draw'), { ...desktop, deviceScaleFactor: 1.5 });
  try {
    return await drawCards(browser.context, made);
  } finally {
    await browser.close();
  }
}

function scoreHalf(
  read: ReadCards,
  made: readonly BenchCard[],
  { what, key, atLeast }: (typeof kinds)[number],
  half: (typeof halves)[number],
) {
  const chosen = read[key].filter((_, index) => made[index]?.isHeldBack === half.isHeldBack);
  const title = `${what}, ${half.what}`;
  const sums = scoredFields.map((field) => ({ field, sum: addUp(chosen.map(({ score }) => score[field])) }));
  const total = addUp(sums.map(({ sum }) => sum));
  const flawless = chosen.filter(({ score }) =>
    scoredFields.every((field) => score[field].suggested === score[field].right),
  );
  const figures: Figure[] = sums.flatMap(({ field, sum }) => [
    {
      what: `${title}: ${field} right, of those on cards`,
      value: share(sum.right, sum.expected),
      unit: '%',
      ...(goalFields.includes(field) ? { atLeast } : {}),
    },
    {
      what: `${title}: ${field} right, of those suggested`,
      value: share(sum.right, sum.suggested),
      unit: '%',
    },
  ]);
  const letters = addUp(chosen.map(({ score }) => score.nameLetters));
  figures.push(
    {
      what: `${title}: name right but for accents, of those on cards`,
      value: share(letters.right, letters.expected),
      unit: '%',
    },
    {
      what: `${title}: suggestions that are wrong`,
      value: share(total.suggested - total.right, total.suggested),
      unit: '%',
      atMost: 3,
    },
    {
      what: `${title}: cards without a wrong field`,
      value: share(flawless.length, chosen.length),
      unit: '%',
    },
  );
  const counts = sums.map(({ field, sum }): [string, number[]] => [
    `${title}: ${field}, on cards, suggested, right`,
    [sum.expected, sum.suggested, sum.right],
  ]);
  return { figures, raw: Object.fromEntries(counts) };
}

function addUp(scores: readonly FieldScore[]): FieldScore {
  const sum = (key: keyof FieldScore) => scores.reduce((total, score) => total + score[key], 0);
  return { expected: sum('expected'), suggested: sum('suggested'), right: sum('right') };
}

function share(part: number, whole: number): number {
  return whole === 0 ? 100 : (part / whole) * 100;
}

function partBytes(): number {
  const files = [
    ...Object.values(cardParts).map((path) => join(projectRoot, 'node_modules', path)),
    join(projectRoot, 'public', accentPartAddress),
  ];
  return files.reduce((sum, file) => sum + statSync(file).size, 0);
}
