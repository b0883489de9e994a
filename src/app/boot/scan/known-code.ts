export const knownText = 'JUSTMET';

/** Its code (version 1, level M), a row a number: a bit for each module, the first the highest. */
const rows = [
  0x1fd97f, 0x104241, 0x174d5d, 0x175a5d, 0x17515d, 0x105641, 0x1fd57f, 0x001f00, 0x1176f9, 0x0e9b21,
  0x10627e, 0x1cacdb, 0x1345cd, 0x0019c4, 0x1fdd8d, 0x104327, 0x17567b, 0x174f03, 0x174e74, 0x1048d9,
  0x1fd9ff,
];
const quietZone = 4;
const pixelsAModule = 6;

/** A picture of the code, black on white, as bytes: red, green, blue, opacity. */
export function drawKnownCode(): ImageData {
  const edge = (rows.length + 2 * quietZone) * pixelsAModule;
  const picture = new ImageData(edge, edge);
  const moduleAt = (pixel: number) => Math.floor(pixel / pixelsAModule) - quietZone;
  for (let y = 0; y < edge; y += 1) {
    const row = rows[moduleAt(y)] ?? 0;
    for (let x = 0; x < edge; x += 1) {
      const column = moduleAt(x);
      const isDark = column >= 0 && column < rows.length && ((row >> (rows.length - 1 - column)) & 1) === 1;
      picture.data.set(isDark ? [0, 0, 0, 255] : [255, 255, 255, 255], (y * edge + x) * 4);
    }
  }
  return picture;
}
