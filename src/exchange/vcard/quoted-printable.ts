import { bytesToText } from './charset.ts';

/** RFC 2045, 6.7, its soft line breaks already taken out. What is no code stays as it stands. */
export function decodeQuotedPrintable(value: string): string {
  return value.replace(/(?:=[0-9A-Fa-f]{2})+/g, (codes) =>
    bytesToText(
      codes
        .slice(1)
        .split('=')
        .map((byte) => Number.parseInt(byte, 16)),
    ),
  );
}
