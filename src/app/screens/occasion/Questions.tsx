import { useLiveQuery } from 'dexie-react-hooks';
import { type FormEvent, useEffect, useId, useRef, useState } from 'react';
import { maxLineLength } from '../../../domain/limits.ts';
import { listQuestions, type Question } from '../../../domain/questions.ts';
import { preferenceActions } from '../../../store/actions/preferences.ts';
import { agendaQueries } from '../../../store/queries/agenda.ts';
import { Button } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { useApp } from '../../ui/use-app.ts';
import { useAttempt } from '../../ui/use-attempt.ts';
import styles from './Questions.module.css';

/** A few good questions to ask, the same for everybody: a tap opens one to be put in other words or taken away. */
export function Questions() {
  const { part } = useApp();
  const queries = part(agendaQueries);
  const preference = useLiveQuery(() => queries.readPreference(), [queries]);
  const [openId, setOpenId] = useState<string>();
  const id = useId();
  const opener = useRef<HTMLElement>(null);
  if (preference === undefined) return null;
  const close = () => {
    setOpenId(undefined);
    opener.current?.focus();
  };
  return (
    <section className={styles.questions} aria-labelledby={id} ref={opener} tabIndex={-1}>
      <h2 id={id}>Good questions to ask</h2>
      <ul>
        {listQuestions(preference.questions).map((question) => (
          <li key={question.id}>
            {question.id === openId ? (
              <EditQuestion question={question} onDone={close} />
            ) : (
              <button type="button" className={styles.question} onClick={() => setOpenId(question.id)}>
                {question.text}
              </button>
            )}
          </li>
        ))}
        <li className={styles.new}>
          {openId === 'new' ? (
            <EditQuestion question={undefined} onDone={close} />
          ) : (
            <button type="button" className={styles.add} onClick={() => setOpenId('new')}>
              <Icon name="plus" size={18} />A question of your own
            </button>
          )}
        </li>
      </ul>
    </section>
  );
}

interface EditQuestionProps {
  /** Undefined for a new one. */
  readonly question: Question | undefined;
  readonly onDone: () => void;
}

function EditQuestion({ question, onDone }: EditQuestionProps) {
  const { part, toast } = useApp();
  const attempt = useAttempt();
  const actions = part(preferenceActions);
  const [text, setText] = useState(question?.text ?? '');
  const box = useRef<HTMLInputElement>(null);
  const id = useId();
  useEffect(() => box.current?.focus(), []);
  const keep = async () => {
    const isChanged = text.trim() !== '' && text.trim() !== question?.text;
    if (isChanged) await actions.setQuestion(question?.id, text);
    onDone();
  };
  const remove = async (removed: Question) => {
    await actions.setQuestion(removed.id, '');
    const undo = () => attempt(() => actions.setQuestion(removed.id, removed.text));
    toast.set({ words: 'The question is taken away.', undo });
    onDone();
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    attempt(keep);
  };
  return (
    <form
      className={styles.edit}
      onSubmit={submit}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onDone();
      }}
    >
      <label htmlFor={id} className="visually-hidden">
        {question === undefined ? 'A question of your own' : 'The question'}
      </label>
      <input
        id={id}
        ref={box}
        value={text}
        maxLength={maxLineLength}
        autoComplete="off"
        placeholder="What are you looking forward to?"
        onChange={(event) => setText(event.target.value)}
      />
      <Button type="submit">Keep</Button>
      {question === undefined ? (
        <Button look="quiet" onClick={onDone}>
          Never mind
        </Button>
      ) : (
        <Button look="quiet" onClick={() => attempt(() => remove(question))}>
          Remove
        </Button>
      )}
    </form>
  );
}
