import type { TagColour } from '../../domain/table-words.ts';
import styles from './MiniTag.module.css';

/** A small name tag with initials. Decoration: the name stands beside it. */
export function MiniTag({
  label,
  colour,
}: {
  readonly label: string;
  readonly colour: TagColour | undefined;
}) {
  return (
    <span className={styles.mini} data-tag={colour} aria-hidden="true">
      {initials(label)}
    </span>
  );
}

function initials(label: string): string {
  const words = label
    .trim()
    .split(/\s+/u)
    .filter((word) => /^[\p{L}\p{N}]/u.test(word));
  const first = words[0];
  if (first === undefined) return '#';
  if (!/^\p{L}/u.test(first)) return '#';
  const last = words.length > 1 ? words.at(-1) : undefined;
  return (firstCharacter(first) + (last === undefined ? '' : firstCharacter(last))).toUpperCase();
}

function firstCharacter(word: string): string {
  return [...word][0] ?? '';
}
