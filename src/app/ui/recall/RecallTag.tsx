import { useId, useRef } from 'react';
import { Link } from 'wouter';
import type { Occasion } from '../../../domain/occasion.ts';
import { type Person, personFirstName, personLabel } from '../../../domain/person.ts';
import { memorableDetails, type RecallQuestion } from '../../../domain/recall/ask-about.ts';
import { Button } from '../Button.tsx';
import { TagCard } from '../TagCard.tsx';
import { useFirstEffect } from '../use-first-effect.ts';
import styles from './Remember.module.css';

interface RecallTagProps {
  readonly person: Person;
  readonly occasion: Occasion | undefined;
  readonly question: RecallQuestion;
  /** Undefined while nobody has answered; without a choice they asked to be shown. */
  readonly answer: { readonly chosenId: string | undefined } | undefined;
  readonly isLast: boolean;
  readonly onAnswer: (chosenId: string | undefined) => void;
  readonly onNext: () => void;
}

/** A name tag of which something is missing; and after an answer the whole of it. */
export function RecallTag({ person, occasion, question, answer, ...rest }: RecallTagProps) {
  return (
    <TagCard
      colour={occasion?.colour ?? 'blue'}
      title={answer === undefined && question.kind === 'name' ? 'Hello, my name is…' : 'Hello, my name is'}
      aside={occasion?.name}
    >
      <div className={styles.field}>
        {answer === undefined ? (
          <Question person={person} question={question} onAnswer={rest.onAnswer} />
        ) : (
          <Answer person={person} question={question} chosenId={answer.chosenId} {...rest} />
        )}
      </div>
    </TagCard>
  );
}

function Question({ person, question, onAnswer }: Pick<RecallTagProps, 'person' | 'question' | 'onAnswer'>) {
  const isName = question.kind === 'name';
  const ask = isName ? 'Who is it?' : `What did ${personFirstName(person)} tell you?`;
  return (
    <>
      {isName ? (
        <p className={styles.shown}>{question.shown}</p>
      ) : (
        <b className={styles.name}>{person.name}</b>
      )}
      <fieldset className={isName ? styles.names : styles.details}>
        <legend className={isName ? 'visually-hidden' : styles.ask}>{ask}</legend>
        {question.choices.map(({ id, text }) => (
          <Button key={id} className={styles.choice ?? ''} onClick={() => onAnswer(id)}>
            {text}
          </Button>
        ))}
        <Button className={`${styles.choice} ${styles.showMe}`} onClick={() => onAnswer(undefined)}>
          Show me
        </Button>
      </fieldset>
    </>
  );
}

function Answer({
  person,
  question,
  chosenId,
  isLast,
  onNext,
}: Pick<RecallTagProps, 'person' | 'question' | 'isLast' | 'onNext'> & {
  readonly chosenId: string | undefined;
}) {
  const id = useId();
  const next = useRef<HTMLDivElement>(null);
  // What was tapped has gone: the keyboard goes on from here.
  useFirstEffect(() => next.current?.querySelector('button')?.focus({ preventScroll: true }));
  const details = memorableDetails(person).slice(0, detailsAtMost);
  return (
    <>
      <b className={styles.name}>{personLabel(person)}</b>
      <p role="status" id={id}>
        {answerWords(person, question, chosenId)}
      </p>
      <ul className={styles.kept}>
        {details.map(({ id, text }) => (
          <li key={id}>{text}</li>
        ))}
      </ul>
      <div className={styles.after} ref={next}>
        <Button aria-describedby={id} onClick={onNext}>
          {isLast ? 'Done' : 'Next'}
        </Button>
        <Link href={`/people/${person.id}`} className={styles.see}>
          See {personFirstName(person)}
        </Link>
      </div>
    </>
  );
}

const detailsAtMost = 6;

function answerWords(person: Person, question: RecallQuestion, chosenId: string | undefined): string {
  const name = personFirstName(person);
  const right = question.choices.find(({ id }) => id === question.rightId)?.text ?? '';
  if (chosenId === question.rightId)
    return question.kind === 'name' ? `Yes, it is ${name}.` : 'Yes, that is it.';
  return question.kind === 'name' ? `It is ${name}.` : `It was this: ${right}`;
}
