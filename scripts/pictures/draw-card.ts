import type { Page } from 'playwright-core';

/** A business card as somebody would photograph it, and a picture of a shop, as files to choose. */
export async function drawCard(page: Page, look: 'card' | 'shop') {
  const address = await page.evaluate((kind) => {
    const canvas = document.createElement('canvas');
    canvas.width = 900;
    canvas.height = kind === 'card' ? 560 : 900;
    const pen = canvas.getContext('2d');
    if (pen === null) throw new Error('No canvas');
    const ground = pen.createLinearGradient(0, 0, canvas.width, canvas.height);
    for (const [at, colour] of kind === 'card'
      ? [[0, '#f7f1e3'] as const, [1, '#e4d8bd'] as const]
      : [[0, '#8fc1e8'] as const, [1, '#e7a56a'] as const]) {
      ground.addColorStop(at, colour);
    }
    pen.fillStyle = ground;
    pen.fillRect(0, 0, canvas.width, canvas.height);
    pen.fillStyle = '#43301f';
    pen.font = 'bold 72px serif';
    pen.fillText('Ruiz Bakery', 70, 160);
    pen.font = '40px serif';
    for (const [line, words] of ['Dana Ruiz, owner', '231 555 0142', 'dana@ruizbakery.example'].entries()) {
      pen.fillText(words, 70, 280 + line * 70);
    }
    return canvas.toDataURL('image/jpeg', 0.9);
  }, look);
  const buffer = Buffer.from(address.slice(address.indexOf(',') + 1), 'base64');
  return { name: `${look}.jpg`, mimeType: 'image/jpeg', buffer };
}
