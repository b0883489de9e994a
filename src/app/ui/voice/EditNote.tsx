import { useEffect, useId, useRef } from 'react';
import type { Note } from '../../../domain/note.ts';
import { isSilent, listWritten, noteEdits } from '../../../store/actions/note-edits.ts';
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
  /** That the text is right; that all of the recordings is written down in it. Who goes away says nothing. */
  const said = useRef<'nothing' | 'right' | 'all'>('nothing');
  const typed = draft.fields['text'];
  useEffect(() => box.current?.focus(), []);
  const save = useInTurn(async () => {
    const how = said.current;
    said.current = 'nothing';
    const taken = await draft.take();
    const idsIn = (field: string) => (taken.fields[field] ?? '').split(' ').filter((one) => one !== '');
    const isTyped = taken.fields['text'] !== undefined;
    const isAll = how === 'all';
    const text = taken.fields['text'] ?? (isAll ? note.text : undefined);
    if (text === undefined) return;
    const shown = isTyped ? idsIn('shown') : note.recordings.map((recording) => recording.id);
    const written = isAll ? shown : idsIn('seen');
    const from = taken.fields['from'];
    try {
      if (await editNote(note.id, { text, written, isRead: how !== 'nothing', from, draftId: taken.id }))
        return draft.resetFrom(taken.fields);
      toast.set({ words: 'This note was deleted meanwhile.' });
    } catch {
      toast.set({ words: 'This phone could not store that. Free some space and try again.' });
    }
    draft.giveBack();
  });
  // In turn: the button and going away may both ask. Who leaves has kept it.
  useEffect(() => () => void save(), [save]);
  const keep = (how: 'right' | 'all') => {
    said.current = how;
    void save().then(onDone);
  };
  const type = (text: string) => {
    // What came while somebody was typing was not before their eyes.
    if (draft.readLatest()['text'] === undefined) {
      draft.replaceField('seen', listWritten(note).join(' '));
      draft.replaceField('shown', note.recordings.map((recording) => recording.id).join(' '));
      draft.replaceField('from', note.byHand);
    }
    draft.replaceField('text', text);
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
        onChange={(event) => type(event.target.value)}
      />
      <div className={styles.choices}>
        <Button onClick={() => keep('right')}>Keep</Button>
        <Button look="quiet" onClick={cancel}>
          Cancel
        </Button>
        {(note.unwritten.length > 0 || note.leftOut.some(isSilent)) && (typed ?? note.text).trim() !== '' ? (
          <Button onClick={() => keep('all')}>Keep: all is written down</Button>
        ) : null}
      </div>
    </div>
  );
}
