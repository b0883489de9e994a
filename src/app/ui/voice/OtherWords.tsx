import { useLiveQuery } from 'dexie-react-hooks';
import type { Note } from '../../../domain/note.ts';
import { listWritten, noteEdits } from '../../../store/actions/note-edits.ts';
import { conflictQueries, type OtherWords as Other } from '../../../store/queries/conflicts.ts';
import { Button } from '../Button.tsx';
import { momentInWords } from '../time-words.ts';
import { useApp } from '../use-app.ts';
import { useAttempt } from '../use-attempt.ts';
import styles from './Voice.module.css';

/** A note that was written in two places at once: the later words stand, the others are a tap away. */
export function OtherWords({ note }: { readonly note: Note }) {
  const { part, nowMs } = useApp();
  const attempt = useAttempt();
  const { listOtherWords } = part(conflictQueries);
  const { editNote } = part(noteEdits);
  const [other] = useLiveQuery(() => listOtherWords(note.id), [listOtherWords, note.id]) ?? [];
  if (other === undefined) return null;
  // Written once more, what stands is asked about nowhere any more.
  const settle = (text: string) =>
    attempt(() => editNote(note.id, { text, written: listWritten(note), isRead: false }));
  return (
    <section aria-label="Written in two places">
      <p className={styles.left}>
        <b>{whereInWords(other, nowMs())}</b>
        {other.text}
      </p>
      <div className={styles.choices}>
        <Button onClick={() => settle(`${note.text}\n${other.text}`)}>Add it</Button>
        <Button look="quiet" onClick={() => settle(note.text)}>
          Leave it out
        </Button>
      </div>
    </section>
  );
}

/** "Also written on your iPhone, today, 8:14 pm" */
function whereInWords({ isFromHere, device, changedAt }: Other, nowMs: number): string {
  const elsewhere = device === undefined ? 'on another device' : `on your ${device}`;
  return `Also written ${isFromHere ? 'here' : elsewhere}, ${momentInWords(changedAt, nowMs)}`;
}
