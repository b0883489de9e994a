import type { BrowserContext } from 'playwright-core';
import type { BenchCard } from './make-cards.ts';

/** Draws each card in the browser, 1575 x 900: `data:` addresses of PNG pictures by the card's id. */
export async function drawCards(
  context: BrowserContext,
  cards: readonly BenchCard[],
): Promise<ReadonlyMap<string, string>> {
  const page = await context.newPage();
  const pictures = new Map<string, string>();
  await page.setViewportSize({ width: 1050, height: 600 });
  for (const { id, html } of cards) {
    await page.setContent(html);
    const picture = await page.screenshot({ type: 'png', scale: 'device' });
    pictures.set(id, `data:image/png;base64,${picture.toString('base64')}`);
  }
  await page.close();
  return pictures;
}
