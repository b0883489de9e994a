import { type FormEvent, useEffect, useId, useRef, useState } from 'react';
import { maxLineLength } from '../../../domain/limits.ts';
import { type Person, personFirstName } from '../../../domain/person.ts';
import { detailActions } from '../../../store/actions/details.ts';
import { answerDraft } from '../../../store/queries/review.ts';
import type { App } from '../../ports/app.ts';
import { Button } from '../../ui/Button.tsx';
import { saveLine } from '../../ui/tag-lines.ts';
import { useApp } from '../../ui/use-app.ts';
import { useDraft } from '../../ui/use-draft.ts';
import { useInTurn } from '../../ui/use-in-turn.ts';
import type { Question } from './missing.ts';
import styles from './Review.module.css';

const couldNotStore = 'This phone could not store it. It is still here: free some space and try again.';

interface AnswerFieldProps {
  readonly person: Person;
  readonly question: Question;
  /** It was opened by a tap just now, not found half typed. */
  readonly isAsked: boolean;
  readonly onDone: () => void;
}

/** One short answer. Enter keeps it, and so does going on; a killed browser has it as it was typed. */
export function AnswerField({ person, question, isAsked, onDone }: AnswerFieldProps) {
  const app = useApp();
  const draft = useDraft(answerDraft(person.id, question.key));
  const [problem, setProblem] = useState<string>();
  const id = useId();
  const box = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (isAsked) box.current?.focus();
  }, [isAsked]);
  // In turn: the button and going away may both ask.
  const keep = useInTurn(async () => {
    const taken = await draft.take();
    const text = taken.fields['text']?.trim() ?? '';
    if (text === '') return draft.clear();
    try {
      if (await saveAnswer(app, person, question, text, taken.id)) draft.resetFrom(taken.fields);
      else draft.giveBack();
      setProblem(undefined);
    } catch {
      draft.giveBack();
      setProblem(couldNotStore);
      // Where the page has gone nobody would see it.
      app.toast.set({ words: couldNotStore });
    }
  });
  useEffect(() => () => void keep(), [keep]);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void keep().then(() => {
      if (draft.readLatest()['text'] === undefined) onDone();
    });
  };
  const { goes } = question;
  const isLine = goes.to === 'tag' && goes.field !== 'name';
  return (
    <form className={styles.answer} onSubmit={submit}>
      <label htmlFor={id}>{question.label(personFirstName(person))}</label>
      <input
        ref={box}
        id={id}
        value={draft.fields['text'] ?? ''}
        maxLength={maxLineLength}
        placeholder={question.example}
        type={question.key === 'phone' ? 'tel' : 'text'}
        inputMode={question.key === 'email' ? 'email' : question.key === 'phone' ? 'tel' : 'text'}
        autoCapitalize={isLine ? 'none' : 'sentences'}
        autoComplete="off"
        spellCheck={!isLine}
        enterKeyHint="done"
        aria-describedby={problem === undefined ? undefined : `${id}-problem`}
        onChange={(event) => draft.replaceField('text', event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return;
          draft.clear();
          onDone();
        }}
      />
      <Button type="submit">Keep</Button>
      <p id={`${id}-problem`} role="alert">
        {problem}
      </p>
    </form>
  );
}

/** False for somebody who was deleted meanwhile. */
async function saveAnswer(
  app: App,
  person: Person,
  { goes }: Question,
  text: string,
  draftId: string | undefined,
): Promise<boolean> {
  if (goes.to === 'tag') {
    const line = { field: goes.field, entryId: undefined, label: '', value: '' };
    return saveLine(app, person.id, line, text, draftId);
  }
  const { keepDetail } = app.part(detailActions);
  return (await keepDetail(person.id, { kind: goes.kind, text }, undefined, draftId)) !== undefined;
}
