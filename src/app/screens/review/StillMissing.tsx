import { useLiveQuery } from 'dexie-react-hooks';
import { useId, useRef, useState } from 'react';
import type { Person } from '../../../domain/person.ts';
import { reviewQueries } from '../../../store/queries/review.ts';
import { Chip, Chips } from '../../ui/Chip.tsx';
import { useApp } from '../../ui/use-app.ts';
import { AnswerField } from './AnswerField.tsx';
import { listMissing } from './missing.ts';
import styles from './Review.module.css';

/** What nobody has said about somebody yet: one tap and one short answer each. Nothing where all is known. */
export function StillMissing({ person }: { readonly person: Person }) {
  const queries = useApp().part(reviewQueries);
  const typed = useLiveQuery(() => queries.listTypedAnswers(person.id), [queries, person.id]) ?? [];
  const [asked, setAsked] = useState<string>();
  const heading = useRef<HTMLHeadingElement>(null);
  const id = useId();
  const missing = listMissing(person);
  const isOpen = (key: string) => key === asked || typed.includes(key);
  if (missing.length === 0) return null;
  const close = () => {
    setAsked(undefined);
    heading.current?.focus({ preventScroll: true });
  };
  return (
    <section className={styles.section} aria-labelledby={id}>
      <h3 id={id} ref={heading} tabIndex={-1}>
        Still missing
      </h3>
      <Chips label="Still missing">
        {missing
          .filter(({ key }) => !isOpen(key))
          .map(({ key, chip }) => (
            <Chip key={key} look="suggestion" onClick={() => setAsked(key)}>
              + {chip}
            </Chip>
          ))}
      </Chips>
      {missing
        .filter(({ key }) => isOpen(key))
        .map((question) => (
          <AnswerField
            key={question.key}
            person={person}
            question={question}
            isAsked={question.key === asked}
            onDone={close}
          />
        ))}
    </section>
  );
}
