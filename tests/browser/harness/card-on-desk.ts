import type { BrowserContext } from 'playwright-core';

interface CardOnDesk {
  /** Out of focus by so many pixels. */
  readonly blurred?: number;
  readonly phone?: string;
  readonly email?: string;
}

/** A photograph of a card of a made-up person that lies a little askew on a dark desk, as a JPEG of 1600 by 1200. */
export function cardOnDesk(
  context: BrowserContext,
  { blurred = 0, phone = '+1 231 555 0142', email = 'dana@ruizbakery.com' }: CardOnDesk = {},
): Promise<Buffer> {
  const card = `<main><h1>Dana Ruiz</h1><p>Owner</p><h2>Ruiz Bakery</h2>
    <p>${phone}</p><p>${email}</p><p>www.ruizbakery.com</p></main>`;
  return photographDesk(context, card, blurred);
}

/** The desk with nothing on it. */
export function emptyDesk(context: BrowserContext): Promise<Buffer> {
  return photographDesk(context, '', 0);
}

async function photographDesk(context: BrowserContext, what: string, blurred: number): Promise<Buffer> {
  const page = await context.newPage();
  await page.setViewportSize({ width: 1600, height: 1200 });
  await page.setContent(`<style>
    body { margin: 0; filter: blur(${blurred}px); background: #54463a; font: 34px Arial, sans-serif; color: #1c2733 }
    main { position: absolute; left: 200px; top: 222px; width: 1200px; height: 757px; box-sizing: border-box;
      padding: 90px; background: #fbf8f1; transform: rotate(2.5deg) }
    h1 { margin: 0; font-size: 70px } p { margin: 14px 0 } h2 { margin: 70px 0 60px; font-size: 44px }
  </style>${what}`);
  const photograph = await page.screenshot({ type: 'jpeg', quality: 92, scale: 'css' });
  await page.close();
  return photograph;
}
