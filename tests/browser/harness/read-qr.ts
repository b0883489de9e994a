import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';

const wasmFile = createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm');

/** What a phone's camera reads in a picture (PNG) of a screen: the text of each QR code. Many cameras do not read light on dark. */
export async function readQrCodes(picture: Buffer): Promise<string[]> {
  const bytes = await readFile(wasmFile);
  const wasmBinary = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength);
  await prepareZXingModule({ overrides: { wasmBinary }, fireImmediately: true });
  const found = await readBarcodes(new Uint8Array(picture), { formats: ['QRCode'], tryInvert: false });
  return found.filter(({ isValid }) => isValid).map(({ text }) => text);
}
