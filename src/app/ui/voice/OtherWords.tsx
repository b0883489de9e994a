import { useLiveQuery } from 'dexie-react-hooks';
import { joinWords } from '../../../domain/join-words.ts';
import type { Note } from '../../../domain/note.ts';
import { noteEdits } from '../../../store/actions/note-edits.ts';
import { conflictQueries, type OtherWords as Other } from '../../../store/queries/conflicts.ts';
import { Button } from '../Button.tsx';
import { momentInWords } from '../time-words.ts';
import { useApp } from '../use-app.ts';
import { useAttempt } from '../use-attempt.ts';
import styles from './Voice.module.css';

/** A note that was written in two places at once: the later words stand, the others are a tap away. */
export function OtherWords({ note }: { readonly note: Note }) {
  const { part, nowMs, toast } = useApp();
  const attempt = useAttempt();
  const { listOtherWords } = part(conflictQueries);
  const { settleWords } = part(noteEdits);
  const others = useLiveQuery(() => listOtherWords(note.id), [listOtherWords, note.id]) ?? [];
  if (others.length === 0) return null;
  const stamps = others.map(({ stamp }) => stamp);
  const settle = (more: string) =>
    attempt(async () => {
      if (await settleWords(note.id, stamps, more)) return;
      toast.set({ words: 'One note cannot hold all of it. Make another one of it, then leave it out here.' });
    });
  const all = others.map(({ text }) => text).reduce((text, more) => joinWords(text, more));
  return (
    <section className={styles.others} aria-label="Written in two places">
      {others.map((other) => (
        <p key={other.stamp} className={styles.left}>
          <b>{whereInWords(other, nowMs())}</b>
          {other.text}
        </p>
      ))}
      <div className={styles.choices}>
        <Button onClick={() => settle(all)}>Add it</Button>
        <Button look="quiet" onClick={() => settle('')}>
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
