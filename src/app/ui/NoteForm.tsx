import { type KeyboardEvent, useEffect, useId, useState } from 'react';
import { noteDraft } from '../../store/actions/drafts.ts';
import { Button } from './Button.tsx';
import styles from './NoteForm.module.css';
import { useApp } from './use-app.ts';
import { useDraft } from './use-draft.ts';
import { useInTurn } from './use-in-turn.ts';
import { WayOut } from './WayOut.tsx';

const couldNotStore =
  'This phone could not store the note. It is still here: free some space and try again, or share it.';

/** A note by text. It is kept by the button, and when the page is left; a killed browser has it as it was typed. */
export function NoteForm({ personId, label }: { readonly personId: string; readonly label: string }) {
  const { store, toast } = useApp();
  const draft = useDraft(noteDraft(personId));
  const [problem, setProblem] = useState<string>();
  const [isSaving, setIsSaving] = useState(false);
  const id = useId();
  const text = draft.fields['text'] ?? '';

  // In turn: the button, the keyboard and going away may all ask at once.
  const keep = useInTurn(async () => {
    const taken = await draft.take();
    const note = taken.fields['text'] ?? '';
    if (note.trim() === '') return;
    setIsSaving(true);
    try {
      if (await store.addNote(personId, note, taken.id)) draft.resetFrom(taken.fields);
      else draft.giveBack();
      setProblem(undefined);
    } catch {
      draft.giveBack();
      setProblem(couldNotStore);
      // Where the page has gone nobody would see it.
      toast.set({ words: couldNotStore });
    } finally {
      setIsSaving(false);
    }
  });
  useEffect(() => () => void keep(), [keep]);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void keep();
  };

  return (
    <div className={styles.form}>
      <label htmlFor={id}>{label}</label>
      <textarea
        id={id}
        rows={2}
        value={text}
        readOnly={isSaving}
        placeholder="Runs a bakery, new in town, restores old radios…"
        onChange={(event) => draft.setField('text', event.target.value)}
        onKeyDown={onKeyDown}
      />
      {text.trim() === '' ? null : (
        <Button onClick={() => void keep()} className={styles.keep ?? ''}>
          Keep this note
        </Button>
      )}
      <div role="alert" className={problem === undefined ? '' : styles.problem}>
        <WayOut problem={problem} text={text} />
      </div>
    </div>
  );
}
