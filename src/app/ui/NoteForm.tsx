import { type KeyboardEvent, useId, useState } from 'react';
import { noteDraftId } from '../../store/actions/notes.ts';
import { Button } from './Button.tsx';
import styles from './NoteForm.module.css';
import { useApp } from './use-app.ts';
import { useDraft } from './use-draft.ts';

/** A note by text. What is typed and not kept yet is there again next time. */
export function NoteForm({ personId, label }: { readonly personId: string; readonly label: string }) {
  const { store } = useApp();
  const draft = useDraft(noteDraftId(personId));
  const [problem, setProblem] = useState<string>();
  const [isSaving, setIsSaving] = useState(false);
  const id = useId();
  const text = draft.fields['text'] ?? '';

  const keep = async () => {
    if (text.trim() === '' || isSaving) return;
    setIsSaving(true);
    const { fields } = await draft.take();
    try {
      await store.addNote(personId, fields['text'] ?? '');
      draft.resetFrom(fields);
      setProblem(undefined);
    } catch {
      draft.giveBack();
      setProblem('This phone could not store the note. It is still here: free some space and try again.');
    } finally {
      setIsSaving(false);
    }
  };
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
      <p role="alert">{problem}</p>
    </div>
  );
}
