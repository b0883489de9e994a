import { bestHeard, type FileFacts, type HeardWay } from './file.ts';
import { textMembers, textOf, textOrNull } from './person.ts';
import { entriesOf, type Row } from './row.ts';

export interface Note {
  readonly id: string;
  readonly personId: string;
  /** What it says: as somebody wrote it, or else as it was heard in its recordings. */
  readonly text: string;
  /** Who wrote the text: a hand, or the best of what listened. `nobody`: recordings that wait to be written down. */
  readonly writtenBy: 'hand' | HeardWay | 'nobody';
  /** ISO 8601, UTC. */
  readonly writtenAt: string;
  /** ISO 8601, UTC; null while nobody has said that all that was heard is right. */
  readonly readAt: string | null;
  /** Its recordings, the earliest first. */
  readonly recordings: readonly FileFacts[];
  /** Details that are not to be suggested from it again. */
  readonly asides: readonly { readonly kind: string; readonly text: string }[];
}

/** `recordings` are those of this note, in any order. */
export function rowToNote(row: Pick<Row, 'id' | 'values'>, recordings: readonly FileFacts[] = []): Note {
  const { values } = row;
  const inOrder = [...recordings].sort((a, b) => (a.takenAt < b.takenAt ? -1 : 1));
  const written = textOf(values['text']);
  const read = textOrNull(values['readAt']);
  // What was said after the text was read stands behind it, and is to be read.
  const later = inOrder.filter(({ takenAt }) => read === null || takenAt > read);
  const heard = (written === '' ? inOrder : later).flatMap((recording) => bestHeard(recording) ?? []);
  const worst = heard.at(-1)?.way ?? 'nobody';
  return {
    id: row.id,
    personId: textOf(values['person']),
    text: [written, ...heard.map(({ text }) => text)].filter((text) => text !== '').join(' '),
    writtenBy: written !== '' || inOrder.length === 0 ? 'hand' : worst,
    writtenAt: textOf(values['writtenAt']),
    readAt: later.length > 0 ? null : read,
    recordings: inOrder,
    asides: entriesOf(values, 'aside').map(({ value }) => ({ kind: '', text: '', ...textMembers(value) })),
  };
}
