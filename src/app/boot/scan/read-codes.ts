import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';
import wasmAddress from 'zxing-wasm/reader/zxing_reader.wasm?url';

// Left alone it would ask a public server for its WebAssembly.
const overrides = { locateFile: () => wasmAddress };
prepareZXingModule({ overrides });

/** Compiles it, which takes a moment. Rejects where there is no WebAssembly. */
export async function loadReader(): Promise<void> {
  await prepareZXingModule({ overrides, fireImmediately: true });
}

/** The text of each QR code (ISO/IEC 18004) in the picture; those that are damaged beyond repair are left out. */
export async function readCodes(picture: ImageData): Promise<readonly string[]> {
  const found = await readBarcodes(picture, { formats: ['QRCode'], textMode: 'Plain' });
  return found.filter(({ isValid }) => isValid).map(({ text }) => text);
}
