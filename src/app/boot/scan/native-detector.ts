import { drawKnownCode, knownText } from './known-code.ts';

/** Barcode Detection API (WICG): no standard type library has it yet. */
interface DetectorClass {
  new (options: {
    readonly formats: readonly string[];
  }): { detect(image: ImageBitmapSource): Promise<readonly { readonly rawValue: string }[]> };
  getSupportedFormats(): Promise<readonly string[]>;
}

export type Detect = (image: ImageBitmapSource) => Promise<readonly string[]>;

/** A service that is not there may let one wait for ever. */
const patienceMs = 1_000;

/** The browser's own reader, where there is one and it reads a code that is known; else undefined. Never rejects. */
export async function findNativeDetector(
  scope: object,
  draw: () => ImageBitmapSource = drawKnownCode,
): Promise<Detect | undefined> {
  const late = new Promise<undefined>((resolve) => setTimeout(() => resolve(undefined), patienceMs));
  return Promise.race([tryNativeDetector(scope, draw).catch(() => undefined), late]);
}

async function tryNativeDetector(scope: object, draw: () => ImageBitmapSource): Promise<Detect | undefined> {
  if (!hasDetector(scope)) return undefined;
  const { BarcodeDetector } = scope;
  if (!(await BarcodeDetector.getSupportedFormats()).includes('qr_code')) return undefined;
  const detector = new BarcodeDetector({ formats: ['qr_code'] });
  const detect: Detect = async (image) => (await detector.detect(image)).map(({ rawValue }) => rawValue);
  return (await detect(draw())).includes(knownText) ? detect : undefined;
}

function hasDetector(scope: object): scope is { readonly BarcodeDetector: DetectorClass } {
  return 'BarcodeDetector' in scope && typeof scope.BarcodeDetector === 'function';
}
