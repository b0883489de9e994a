import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { emptyContact } from '../../src/exchange/contact-reading.ts';
import { launchBrowser } from '../../tests/browser/harness/launch-browser.ts';
import { makeScratch } from '../harness/scratch.ts';
import { buildPage } from '../sync/build-page.ts';
import { type BenchCard, tunedSeed } from './make-cards.ts';
import { type CardScore, scoreCard } from './score-card.ts';
import { serveCards } from './serve-cards.ts';

export interface ReadOne {
  readonly ms: number;
  readonly score: CardScore;
}

export interface ReadCards {
  readonly firstMs: number;
  /** In the order of the cards. */
  readonly clean: readonly ReadOne[];
  readonly photographed: readonly ReadOne[];
}

const home = 'US';
/** No photograph of one seed's cards is taken as one of another's. */
const shotsApart = 1_000;

/** Reads every card as drawn and as photographed, with the app's own modules in a browser. */
export async function readCards(
  cards: readonly BenchCard[],
  pictures: ReadonlyMap<string, string>,
  seed: number,
  tell: (line: string) => void,
): Promise<ReadCards> {
  const server = await serveCards(await buildPage(fileURLToPath(new URL('page', import.meta.url))));
  const browser = await launchBrowser(makeScratch('profile'));
  try {
    const { page } = browser;
    page.setDefaultTimeout(0);
    await page.goto(server.url);
    await page.waitForFunction(() => 'cardSide' in globalThis);
    const first = await read(page, pictures.get(cards[0]?.id ?? '') ?? '', cards[0]);
    const clean: ReadOne[] = [];
    const photographed: ReadOne[] = [];
    for (const [index, card] of cards.entries()) {
      const drawn = pictures.get(card.id) ?? '';
      clean.push(await read(page, drawn, card));
      const shot = await page.evaluate(([picture, seed]) => globalThis.cardSide.photograph(picture, seed), [
        drawn,
        (seed - tunedSeed + 1) * shotsApart + index,
      ] as const);
      photographed.push(await read(page, shot.picture, card));
      if (index % 13 === 12) tell(`${index + 1} of ${cards.length} cards`);
    }
    return { firstMs: first.ms, clean, photographed };
  } finally {
    await browser.close();
    server.close();
  }
}

async function read(page: Page, picture: string, card: BenchCard | undefined): Promise<ReadOne> {
  const { reading, ms } = await page.evaluate(([url, region]) => globalThis.cardSide.read(url, region), [
    picture,
    home,
  ] as const);
  const contact = reading.kind === 'read' ? reading.reading : emptyContact;
  return { ms, score: scoreCard(card?.expected ?? emptyContact, contact, card?.region ?? home) };
}
