/** Where the parts of card reading lie on our own origin. The version is in the path: a new one is fetched anew. */
export const cardPartsFolder = '/engines/ocr/7.0.0/';

/** What reads a card, by its name in that folder, and where the build takes it from, below node_modules. */
export const cardParts: Readonly<Record<string, string>> = {
  'worker.min.js': 'tesseract.js/dist/worker.min.js',
  'tesseract-core-simd-lstm.js': 'tesseract.js-core/tesseract-core-simd-lstm.js',
  'tesseract-core-simd-lstm.wasm': 'tesseract.js-core/tesseract-core-simd-lstm.wasm',
  'eng.traineddata.gz': '@tesseract.js-data/eng/4.0.0_best_int/eng.traineddata.gz',
};

/** What sees accents. Made from a larger file (docs/decisions/0025-words.md), it lies in `public`, below that folder. */
export const accentPartAddress = `${cardPartsFolder}latin.traineddata.gz`;

/** The Cache (Service Workers, 6) that keeps them. */
export const cardPartsCache = 'card-reading-v1';

/** The addresses of all parts that reading needs, on this origin. */
export function cardPartAddresses(): readonly string[] {
  return Object.keys(cardParts).map((name) => cardPartsFolder + name);
}
