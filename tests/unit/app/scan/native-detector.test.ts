import { afterEach, describe, expect, it, vi } from 'vitest';
import { drawKnownCode, knownText } from '../../../../src/app/boot/scan/known-code.ts';
import { findNativeDetector } from '../../../../src/app/boot/scan/native-detector.ts';
import { readQrCodes } from '../../../browser/harness/read-qr.ts';

/** As Node has it not: what a browser's holds. */
class Picture {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8ClampedArray;
  constructor(width: number, height: number) {
    this.width = width;
    this.height = height;
    this.data = new Uint8ClampedArray(width * height * 4);
  }
}

/** A browser whose reader answers so. */
function browserThat(detect: () => Promise<readonly { rawValue: string }[]>, formats = ['qr_code']) {
  class BarcodeDetector {
    static getSupportedFormats = async () => formats;
    detect = detect;
  }
  return { BarcodeDetector };
}

const picture = new Blob();
const find = (scope: object) => findNativeDetector(scope, () => picture);

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('findNativeDetector', () => {
  it('takes one that reads the known code', async () => {
    const detect = await find(browserThat(async () => [{ rawValue: knownText }]));
    expect(await detect?.(picture)).toEqual([knownText]);
  });

  it.each([
    ['is not there', {}],
    ['knows other codes only', browserThat(async () => [{ rawValue: knownText }], ['ean_13'])],
    ['sees nothing', browserThat(async () => [])],
    ['reads something else', browserThat(async () => [{ rawValue: 'JUSTM' }])],
    ['has no service behind it', browserThat(() => Promise.reject(new Error('unavailable')))],
  ])('leaves one that %s', async (_, scope) => {
    expect(await find(scope)).toBeUndefined();
  });

  it('does not wait for one that never answers', async () => {
    vi.useFakeTimers();
    const found = find(browserThat(() => new Promise(() => undefined)));
    await vi.advanceTimersByTimeAsync(1_000);
    expect(await found).toBeUndefined();
  });
});

it('the known code is one', async () => {
  vi.stubGlobal('ImageData', Picture);
  const { width, height, data } = drawKnownCode();
  // A portable greymap: its head, then a byte for each pixel.
  const grey = Buffer.from(data.filter((_, place) => place % 4 === 0));
  expect(await readQrCodes(Buffer.concat([Buffer.from(`P5 ${width} ${height} 255\n`), grey]))).toEqual([
    knownText,
  ]);
});
