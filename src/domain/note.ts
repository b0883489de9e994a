import { bestHeard, type FileFacts, type HeardWay, heardWays } from './file.ts';
import { textMembers, textOf, textOrNull } from './person.ts';
import type { Reading } from './reading-to-entry.ts';
import { entriesOf, type FieldKey, type FieldStamps, memberOf, type Row } from './row.ts';
import type { Stamp } from './stamp.ts';

export interface Note {
  readonly id: string;
  readonly personId: string;
  /** What it says: as somebody wrote it, with what was heard in recordings that it leaves out behind it; or else as it was heard. */
  readonly text: string;
  /** What a hand wrote of it; '' where nobody did. */
  readonly byHand: string;
  /** Who wrote the text: a hand, or the best of what listened. `nobody`: recordings that wait to be written down. */
  readonly writtenBy: 'hand' | HeardWay | 'nobody';
  /** ISO 8601, UTC. */
  readonly writtenAt: string;
  /** ISO 8601, UTC; null while nobody has said of each of its recordings that its text is right. */
  readonly readAt: string | null;
  /** Its recordings, the earliest first. */
  readonly recordings: readonly FileFacts[];
  /** Those whose words are not in what a hand wrote. */
  readonly leftOut: readonly FileFacts[];
  /** Those that nothing has written down yet, neither a hand nor what listens. */
  readonly unwritten: readonly FileFacts[];
  /** Those that its text tells, and of which nobody has said that it is right. */
  readonly unread: readonly FileFacts[];
  /** Details that are not to be suggested from it again. */
  readonly asides: readonly { readonly kind: string; readonly text: string }[];
}

/** A row, or as it is stored: `stamp` is then that of the fields that `stamps` does not list. */
interface NoteRow extends Pick<Row, 'id' | 'values'> {
  readonly stamp?: Stamp | undefined;
  readonly stamps?: FieldStamps | undefined;
}

/** `recordings` are those of this note, in any order. */
export function rowToNote(row: NoteRow, recordings: readonly FileFacts[] = []): Note {
  const { values, stamp = '', stamps = {} } = row;
  const inOrder = [...recordings].sort((a, b) => (a.takenAt < b.takenAt ? -1 : 1));
  const written = textOf(values['text']);
  const entries = entriesOf(values, 'aside').map(({ id, value }) => ({
    key: `aside/${id}`,
    said: { kind: '', text: '', ...textMembers(value) },
  }));
  const asides = entries.map(({ said }) => said);
  const stampOf = (field: FieldKey) => memberOf(stamps, field) ?? stamp;
  // By recording and not by time: of two phones, one may go on with a note while the other reads it. It was said of the
  // text that stood then: not of another's words that took its place.
  const isSaid = (reading: Reading, { id }: FileFacts) =>
    entries.some(({ key, said }) => said.text === `${reading} ${id}` && stampOf(key) >= stampOf('text'));
  const leftOut = inOrder.filter((one) => written === '' || !isSaid('written', one));
  const heard = leftOut.flatMap((recording) => bestHeard(recording) ?? []);
  const told = heard.filter(({ text }) => text !== '');
  const worst = heardWays.findLast((way) => told.some((one) => one.way === way)) ?? heard.at(-1)?.way;
  const unwritten = leftOut.filter((recording) => bestHeard(recording) === null);
  const notRead = inOrder.filter((one) => !isSaid('read', one));
  return {
    id: row.id,
    personId: textOf(values['person']),
    text: [written, ...heard.map(({ text }) => text)].filter((text) => text !== '').join(' '),
    byHand: written,
    leftOut,
    writtenBy: written !== '' || inOrder.length === 0 ? 'hand' : (worst ?? 'nobody'),
    writtenAt: textOf(values['writtenAt']),
    readAt: notRead.length > 0 ? null : textOrNull(values['readAt']),
    recordings: inOrder,
    unwritten,
    unread: notRead.filter((recording) => !unwritten.includes(recording)),
    asides: asides.filter(({ text }) => !inOrder.some(({ id }) => text.endsWith(id))),
  };
}
