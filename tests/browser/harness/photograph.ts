import type { Page } from 'playwright-core';
import { encode } from 'uqr';

/** A JPEG of twelve megapixels, as phones take them, of a wall on which these codes hang, small and askew. */
export async function drawPhotograph(page: Page, texts: readonly string[]) {
  const codes = texts.map((text) => {
    const { data, size } = encode(text, { ecc: 'M', border: 4 });
    const dark = data.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [{ x, y }] : [])));
    return { size, dark };
  });
  const address = await page.evaluate((drawn) => {
    const canvas = document.createElement('canvas');
    canvas.width = 4000;
    canvas.height = 3000;
    const pen = canvas.getContext('2d');
    if (pen === null) throw new Error('No canvas');
    pen.fillStyle = '#8d8375';
    pen.fillRect(0, 0, canvas.width, canvas.height);
    for (const [place, { size, dark }] of drawn.entries()) {
      pen.setTransform(420 / size, 0, 0, 420 / size, 700 + place * 1500, 1200);
      pen.rotate(0.12);
      pen.fillStyle = '#efe9de';
      pen.fillRect(0, 0, size, size);
      pen.fillStyle = '#1c1a18';
      for (const { x, y } of dark) pen.fillRect(x, y, 1.02, 1.02);
    }
    return canvas.toDataURL('image/jpeg', 0.85);
  }, codes);
  const buffer = Buffer.from(address.slice(address.indexOf(',') + 1), 'base64');
  return { name: 'wall.jpg', mimeType: 'image/jpeg', buffer };
}
