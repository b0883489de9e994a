import { useEffect, useId, useRef } from 'react';
import type { Note } from '../../../domain/note.ts';
import { noteEdits } from '../../../store/actions/note-edits.ts';
import { Button } from '../Button.tsx';
import { useApp } from '../use-app.ts';
import { useAttempt } from '../use-attempt.ts';
import { useDraft } from '../use-draft.ts';
import styles from './Voice.module.css';

interface EditNoteProps {
  readonly note: Note;
  readonly onDone: () => void;
}

/** A note's words by hand. What was heard stays beside them; what is typed is on disk at every key. */
export function EditNote({ note, onDone }: EditNoteProps) {
  const { editNote } = useApp().part(noteEdits);
  const attempt = useAttempt();
  const draft = useDraft(`words/${note.id}`);
  const id = useId();
  const box = useRef<HTMLTextAreaElement>(null);
  const typed = draft.fields['text'];
  useEffect(() => box.current?.focus(), []);
  const keep = async () => {
    const taken = await draft.take();
    const text = taken.fields['text'];
    try {
      if (text !== undefined) await editNote(note.id, text, taken.id);
    } catch (error) {
      draft.giveBack();
      throw error;
    }
    onDone();
  };
  const cancel = () => {
    draft.clear();
    onDone();
  };
  return (
    <div className={styles.editing}>
      <label htmlFor={id} className="visually-hidden">
        What the note says
      </label>
      <textarea
        ref={box}
        id={id}
        rows={3}
        value={typed ?? note.text}
        onChange={(event) => draft.replaceField('text', event.target.value)}
      />
      <div className={styles.choices}>
        <Button onClick={() => attempt(keep)}>Keep</Button>
        <Button look="quiet" onClick={cancel}>
          Cancel
        </Button>
      </div>
    </div>
  );
}
