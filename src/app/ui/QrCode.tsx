import { encode, type QrCodeGenerateResult } from 'uqr';
import styles from './QrCode.module.css';

/** Modules of white around the code (ISO/IEC 18004, 5.3.8): without them some cameras do not find it. */
const quietZone = 4;

/** Up to so many modules a side (ISO/IEC 18004, version 10) each stays over 4 px wide on a phone of 390 px. */
const roomyModules = 57;

interface QrCodeProps {
  readonly text: string;
  /** What a screen reader says of it. */
  readonly label: string;
}

/**
 * Dark on light in both schemes: many cameras do not read it the other way round. A scratched or reflecting screen
 * loses modules: where they stay large a quarter of the code may be lost (level Q), and where much text would make
 * them small, which costs more than it gives, 15 % (level M).
 */
export function QrCode({ text, label }: QrCodeProps) {
  const sturdy = encodeWithin(text, 'Q', roomyModules);
  const { data, size } = sturdy ?? encode(text, { ecc: 'M', border: 0 });
  const edge = size + 2 * quietZone;
  return (
    <svg
      className={styles.code}
      viewBox={`${-quietZone} ${-quietZone} ${edge} ${edge}`}
      shapeRendering="crispEdges"
      role="img"
      aria-label={label}
    >
      <rect x={-quietZone} y={-quietZone} width={edge} height={edge} fill="#ffffff" />
      <path d={data.map(rowToPath).join('')} fill="#000000" />
    </svg>
  );
}

/** Undefined where the text needs more modules a side. */
function encodeWithin(text: string, ecc: 'Q', modules: number): QrCodeGenerateResult | undefined {
  const code = encode(text, { ecc, border: 0 });
  return code.size <= modules ? code : undefined;
}

/** A rectangle for each run of dark modules. */
function rowToPath(row: readonly boolean[], y: number): string {
  let path = '';
  for (let x = 0; x < row.length; x += 1) {
    if (row[x] !== true) continue;
    const start = x;
    while (row[x + 1] === true) x += 1;
    const width = x - start + 1;
    path += `M${start} ${y}h${width}v1h${-width}z`;
  }
  return path;
}
