import { useId } from 'react';
import type { LookBack } from '../../../domain/look-back.ts';
import { layOutTags } from './lay-out-tags.ts';
import { layOutThreads, linePath } from './lay-out-threads.ts';
import { nowhere, pictureInWords, soonWords } from './look-back-words.ts';
import styles from './MonthPicture.module.css';
import { TagShape } from './TagShape.tsx';

interface MonthPictureProps {
  readonly month: LookBack;
  /** In units of the picture: what a phone or a wide screen has room for. */
  readonly width: number;
}

const tails = 30;
/** Of what an occasion is called, in the widest of the systems' faces. */
const letterWidth = 7.9;

/** Everybody's name tag, by where they were met; and on a line those who have heard from the agent, the soonest first. */
export function MonthPicture({ month, width }: MonthPictureProps) {
  const id = useId();
  const board = layOutTags(month.occasions, width, nowhere);
  const line = month.heard === 0 ? undefined : layOutThreads(month.occasions, width);
  const top = board.height + tails;
  const height = line === undefined ? board.height : top + line.height;
  return (
    <svg
      className={styles.picture}
      viewBox={`-4 -4 ${width + 8} ${height + 8}`}
      role="img"
      aria-labelledby={id}
      style={{ maxWidth: `${(width + 8) / 16}rem` }}
    >
      <title id={id}>{pictureInWords(month)}</title>
      {board.occasions.map(({ key, ...occasion }) => (
        <g key={key}>
          {occasion.tags.map((tag) => (
            <TagShape key={tag.person.id} {...tag} size={board.size} />
          ))}
          <OccasionName {...occasion} />
        </g>
      ))}
      {line === undefined ? null : (
        <g transform={`translate(0 ${top})`}>
          <path className={styles.line} d={linePath(width)} />
          {line.threads.map(({ soonness, x, top: tied, bottom, tags, count }) => (
            <g key={soonness}>
              <path className={styles.thread} d={`M${x} ${tied}V${bottom - 4}`} />
              {tags.map((tag) => (
                <g
                  key={tag.id}
                  data-tag={tag.colour}
                  transform={`translate(${tag.x} ${tag.y}) rotate(${tag.tilt})`}
                >
                  <HungShape {...line.tag} />
                </g>
              ))}
              <text x={x} y={bottom + 20} className={styles.count}>
                {count}
              </text>
              <text x={x} y={bottom + 36} className={styles.soon}>
                {soonWords[soonness]}
              </text>
            </g>
          ))}
        </g>
      )}
    </svg>
  );
}

function OccasionName({
  name,
  x,
  y,
  width,
  colour,
  more,
}: Pick<
  ReturnType<typeof layOutTags>['occasions'][number],
  'name' | 'x' | 'y' | 'width' | 'colour' | 'more'
>) {
  const words = more > 0 ? `${name} +${more}` : name;
  const fits = Math.floor((width - 24) / letterWidth);
  const shown = words.length > fits ? `${words.slice(0, fits - 1).trimEnd()}…` : words;
  return (
    <g data-tag={colour} className={colour === undefined ? styles.nowhere : undefined}>
      <rect
        x={x}
        y={y}
        width={Math.min(width, shown.length * letterWidth + 24)}
        height={24}
        rx={12}
        className={styles.ribbon}
      />
      <text x={x + 11} y={y + 16.5} className={styles.where}>
        {shown}
      </text>
    </g>
  );
}

function HungShape({ width, height }: { readonly width: number; readonly height: number }) {
  const round = Math.min(4, height / 4);
  return (
    <>
      <rect x={-width / 2} y={-height / 2} width={width} height={height} rx={round} className={styles.band} />
      {height < 9 ? null : (
        <rect
          x={-width / 2 + 1.5}
          y={-height / 2 + height * 0.36}
          width={width - 3}
          height={height * 0.64 - 1.5}
          rx={round * 0.6}
          className={styles.paper}
        />
      )}
    </>
  );
}
