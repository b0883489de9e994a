import { fitName } from './fit-name.ts';
import type { LaidTag, TagSize } from './lay-out-tags.ts';
import styles from './MonthPicture.module.css';

/** A name tag: dashed where nothing is known yet, with a bubble where they have heard from the agent. */
export function TagShape({ person, colour, x, y, tilt, size }: LaidTag & { readonly size: TagSize }) {
  const { width, height, words } = size;
  const band = Math.round(height * 0.34);
  const round = Math.min(9, height / 5);
  const name = fitName(person, size);
  const className = [styles.tag, !person.isKnown && styles.unknown, colour === undefined && styles.nowhere];
  return (
    <g
      data-tag={colour}
      className={className.filter(Boolean).join(' ')}
      transform={`rotate(${tilt.toFixed(2)} ${(x + width / 2).toFixed(1)} ${(y + height / 2).toFixed(1)}) translate(${x.toFixed(1)} ${y.toFixed(1)})`}
    >
      <rect width={width} height={height} rx={round} className={styles.field} />
      <path
        className={styles.band}
        d={`M0 ${band}V${round}Q0 0 ${round} 0H${width - round}Q${width} 0 ${width} ${round}V${band}Z`}
      />
      {words === 'name' ? (
        <text x={width / 2} y={band / 2 + 2.8} className={styles.hello} fontSize={width > 90 ? 8.5 : 7}>
          Hello, my name is
        </text>
      ) : null}
      {words === 'none' ? null : (
        <text
          x={width / 2}
          y={band + (height - band) / 2 + name.size * 0.35}
          className={styles.name}
          fontSize={name.size}
        >
          {name.text}
        </text>
      )}
      {person.heardAfter === undefined ? null : <Bubble {...size} />}
    </g>
  );
}

/** What was said, and a tick in it. */
function Bubble({ width, height, words }: TagSize) {
  const scale = words === 'none' ? 0.45 : words === 'initials' ? 0.72 : 1;
  return (
    <g transform={`translate(${width - 5 * scale} ${height - 4 * scale}) scale(${scale})`}>
      <path
        className={styles.bubble}
        d="M-10 0A10 10 0 1 1 0 10H-9.500a.8.8 0 0 1-.6-1.300L-8.300 6.600A9.900 9.900 0 0 1-10 0Z"
      />
      <path className={styles.tick} d="M-4.200 .3L-1.200 3.300L4.400-2.700" />
    </g>
  );
}
