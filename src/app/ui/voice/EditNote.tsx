import { useEffect, useId, useRef } from 'react';
import type { Note } from '../../../domain/note.ts';
import { noteEdits } from '../../../store/actions/note-edits.ts';
import { Button } from '../Button.tsx';
import { useApp } from '../use-app.ts';
import { useDraft } from '../use-draft.ts';
import { useInTurn } from '../use-in-turn.ts';
import { wordsDraft } from './use-left-words.ts';
import styles from './Voice.module.css';

interface EditNoteProps {
  readonly note: Note;
  readonly onDone: () => void;
}

/** A note's words by hand. What was heard stays beside them; what is typed is on disk at every key. */
export function EditNote({ note, onDone }: EditNoteProps) {
  const { part, toast } = useApp();
  const { editNote } = part(noteEdits);
  const draft = useDraft(wordsDraft(note.id));
  const id = useId();
  const box = useRef<HTMLTextAreaElement>(null);
  const typed = draft.fields['text'];
  useEffect(() => box.current?.focus(), []);
  // In turn: the button and going away may both ask.
  const save = useInTurn(async () => {
    const taken = await draft.take();
    const text = taken.fields['text'];
    if (text === undefined) return;
    try {
      if (await editNote(note.id, text, taken.id)) return draft.resetFrom(taken.fields);
      toast.set({ words: 'This note was deleted meanwhile.' });
    } catch {
      toast.set({ words: 'This phone could not store that. Free some space and try again.' });
    }
    draft.giveBack();
  });
  // Who leaves has kept it.
  useEffect(() => () => void save(), [save]);
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
        <Button onClick={() => void save().then(onDone)}>Keep</Button>
        <Button look="quiet" onClick={cancel}>
          Cancel
        </Button>
      </div>
    </div>
  );
}
