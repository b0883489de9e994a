import { type KeyboardEvent, useEffect, useEffectEvent, useState } from 'react';
import { maxLineLength } from '../../domain/limits.ts';
import { FieldRow } from './FieldRow.tsx';
import { useApp } from './use-app.ts';
import { useDraft } from './use-draft.ts';
import { useInTurn } from './use-in-turn.ts';

const couldNotStore = 'This phone could not store it. It is still here: free some space and try again.';

interface EditableRowProps {
  /** Of the draft: what is typed here survives a killed browser too. */
  readonly draftName: string;
  readonly label: string;
  readonly value: string;
  /** Saves the text and forgets the draft in one transaction. False when there is nothing left to save it in. */
  readonly onSave: (text: string, draftId: string | undefined) => Promise<boolean>;
  readonly isName?: boolean;
  readonly type?: 'text' | 'tel';
  readonly inputMode?: 'tel' | 'email' | 'text';
  readonly autoCapitalize?: 'none' | 'words' | 'sentences';
  /** On the saved value; it hides while something else is typed. */
  readonly remark?: string | undefined;
  readonly autoFocus?: boolean;
  /** After it was left and what was typed is saved. */
  readonly onLeave?: () => void;
}

/** A field edited in place: it saves when you leave it or press Enter; Escape brings back what was there. */
export function EditableRow({ draftName, value, onSave, onLeave, remark, ...row }: EditableRowProps) {
  const { toast } = useApp();
  const draft = useDraft(draftName);
  const [isFocused, setIsFocused] = useState(false);
  const [problem, setProblem] = useState<string>();
  const typed = draft.fields['text'];

  // In turn: leaving the field, finding its draft and going away may all ask at once.
  const save = useInTurn(async () => {
    const { id, fields } = await draft.take();
    const { text } = fields;
    if (text === undefined) return;
    if (text.trim() === value) return draft.clear();
    try {
      if (await onSave(text, id)) draft.resetFrom({ text });
      else draft.giveBack();
      setProblem(undefined);
    } catch {
      draft.giveBack();
      setProblem(couldNotStore);
      // Where the page has gone nobody would see it.
      toast.set({ words: couldNotStore });
    }
  });
  const saveLeftOver = useEffectEvent(() => {
    if (!isFocused) void save();
  });
  useEffect(() => {
    if (draft.isLoaded) saveLeftOver();
  }, [draft.isLoaded]);
  useEffect(() => () => void save(), [save]);

  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter') event.currentTarget.blur();
    if (event.key === 'Escape') draft.clear();
  };

  return (
    <FieldRow
      {...row}
      value={typed ?? value}
      maxLength={maxLineLength}
      enterKeyHint="done"
      spellCheck={false}
      remark={problem ?? (typed === undefined ? remark : undefined)}
      onChange={(event) => draft.replaceField('text', event.target.value)}
      onFocus={() => setIsFocused(true)}
      onBlur={() => {
        setIsFocused(false);
        void save().then(onLeave);
      }}
      onKeyDown={onKeyDown}
    />
  );
}
