import { bestHeard, type FileFacts, type HeardWay } from './file.ts';
import { textMembers, textOf, textOrNull } from './person.ts';
import { readReadings } from './reading.ts';
import { entriesOf, type Row } from './row.ts';
import { findSaidAt, type SaidFrom } from './said-at.ts';

export interface Note {
  readonly id: string;
  readonly personId: string;
  /** What it says: as somebody wrote it, with what was heard in recordings that it leaves out behind it; or else as it was heard. */
  readonly text: string;
  /** When it was said: "next Tuesday" counts from there. */
  readonly saidAt: readonly SaidFrom[];
  /** Who wrote the text: a hand, or the best of what listened. `nobody`: recordings that wait to be written down. */
  readonly writtenBy: 'hand' | HeardWay | 'nobody';
  /** ISO 8601, UTC. */
  readonly writtenAt: string;
  /** ISO 8601, UTC; null while nobody has said of each of its recordings that its text is right. */
  readonly readAt: string | null;
  /** Its recordings, the earliest first. */
  readonly recordings: readonly FileFacts[];
  /** Those that nothing has written down yet, neither a hand nor what listens. */
  readonly unwritten: readonly FileFacts[];
  /** Those that its text tells, and of which nobody has said that it is right. */
  readonly unread: readonly FileFacts[];
  /** Details that are not to be suggested from it again. */
  readonly asides: readonly { readonly kind: string; readonly text: string }[];
}

/** `recordings` are those of this note, in any order. */
export function rowToNote(row: Pick<Row, 'id' | 'values'>, recordings: readonly FileFacts[] = []): Note {
  const { values } = row;
  const inOrder = [...recordings].sort((a, b) => (a.takenAt < b.takenAt ? -1 : 1));
  const written = textOf(values['text']);
  const asides = entriesOf(values, 'aside').map(({ value }) => ({
    kind: '',
    text: '',
    ...textMembers(value),
  }));
  const readings = readReadings(asides);
  // By recording and not by time: of two phones, one may go on with a note while the other reads it.
  const leftOut = inOrder.filter(({ id }) => !readings.written.has(id) && !readings.read.has(id));
  const heard = (written === '' ? inOrder : leftOut).flatMap((recording) => bestHeard(recording) ?? []);
  const worst = heard.at(-1)?.way ?? 'nobody';
  const unwritten = leftOut.filter((recording) => bestHeard(recording) === null);
  const notRead = inOrder.filter(({ id }) => !readings.read.has(id));
  const text = [written, ...heard.map((one) => one.text)].filter((part) => part !== '').join(' ');
  const writtenAt = textOf(values['writtenAt']);
  return {
    id: row.id,
    personId: textOf(values['person']),
    text,
    saidAt: findSaidAt(text, writtenAt, inOrder),
    writtenBy: written !== '' || inOrder.length === 0 ? 'hand' : worst,
    writtenAt,
    readAt: notRead.length > 0 ? null : textOrNull(values['readAt']),
    recordings: inOrder,
    unwritten,
    unread: notRead.filter((recording) => !unwritten.includes(recording)),
    asides: readings.others,
  };
}
