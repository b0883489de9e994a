import { useState } from 'react';
import type { ReadVcard } from '../../../../exchange/vcard/read-card.ts';
import { Button } from '../../../ui/Button.tsx';
import { useApp } from '../../../ui/use-app.ts';
import { useAttempt } from '../../../ui/use-attempt.ts';
import { type Added, addPeople } from './add-people.ts';
import styles from './ContactsWay.module.css';
import { addedToWords, knownToWords, peopleInWords } from './contacts-words.ts';
import { type CardsFound, cardLabel } from './read-cards.ts';

interface PeopleFoundProps {
  readonly found: CardsFound;
  readonly onFill: (card: ReadVcard) => void;
  readonly onDone: () => void;
  readonly onClose: () => void;
}

/** Who is in a file: all are chosen, and all can be undone. */
export function PeopleFound({ found, onFill, onDone, onClose }: PeopleFoundProps) {
  const { fresh, known, faults, cards } = found;
  const [left, setLeft] = useState<ReadonlySet<ReadVcard>>(new Set());
  const { progress, problem, add } = useAddingPeople(known.length, onDone);
  const chosen = fresh.filter((card) => !left.has(card));
  const [only] = cards.length === 1 ? cards : [];
  const choose = (card: ReadVcard, isChosen: boolean) => {
    const others = [...left].filter((each) => each !== card);
    setLeft(new Set(isChosen ? others : [...others, card]));
  };
  return (
    <>
      <Faults faults={faults} />
      {known.length === 0 ? null : <p className={styles.hint}>{knownToWords(known)}</p>}
      {only === undefined && fresh.length > 0 ? (
        <ul className={styles.people}>
          {fresh.map((card) => (
            <li key={card.place}>
              <label>
                <input
                  type="checkbox"
                  // Not of the form around: Enter must not save it.
                  form=""
                  checked={!left.has(card)}
                  disabled={progress !== undefined}
                  onChange={({ target }) => choose(card, target.checked)}
                />
                <span>
                  {cardLabel(card)}
                  <small>{firstLineOf(card)}</small>
                </span>
              </label>
            </li>
          ))}
        </ul>
      ) : null}
      <p role="status" className={styles.progress}>
        {problem ?? (progress === undefined ? '' : `Adding ${progress} of ${chosen.length}…`)}
      </p>
      {only === undefined ? null : (
        <Button look="primary" onClick={() => onFill(only)}>
          Fill it in
        </Button>
      )}
      {only === undefined && fresh.length > 0 ? (
        <Button
          look="primary"
          aria-disabled={chosen.length === 0 || progress !== undefined}
          onClick={() => add(chosen)}
        >
          Add {peopleInWords(chosen.length)}
        </Button>
      ) : null}
      <Button look="quiet" onClick={onClose}>
        {fresh.length === 0 ? 'Close' : 'Not now'}
      </Button>
    </>
  );
}

function firstLineOf({ contact: { name, phones, emails, company } }: ReadVcard): string | undefined {
  return name === '' ? company : (phones[0]?.text ?? emails[0]?.text ?? company);
}

/** What could not be read, and as it stood there. */
function Faults({ faults }: Pick<CardsFound, 'faults'>) {
  if (faults.length === 0) return null;
  const lines = faults.flatMap((fault) => fault.lines);
  return (
    <div className={styles.faults}>
      {[...new Set(faults.map(({ words }) => words))].map((words) => (
        <p key={words}>{words}</p>
      ))}
      {lines.length === 0 ? null : (
        <details>
          <summary>What was not read</summary>
          <pre>{lines.join('\n')}</pre>
        </details>
      )}
    </div>
  );
}

function useAddingPeople(known: number, onDone: () => void) {
  const app = useApp();
  const attempt = useAttempt();
  const [progress, setProgress] = useState<number>();
  const [problem, setProblem] = useState<string>();
  const undo = async ({ ids }: Added) => {
    for (const id of ids) await app.store.deletePerson(id);
    app.toast.set({ words: `${peopleInWords(ids.length)} left again.` });
  };
  const run = async (chosen: readonly ReadVcard[]) => {
    setProgress(0);
    const added = await addPeople(app, chosen, setProgress);
    setProgress(undefined);
    app.toast.set({ words: addedToWords(added, known), undo: () => attempt(() => undo(added)) });
    if (!added.hasStopped) return onDone();
    setProblem(
      `The phone has no more room: ${added.ids.length} of ${chosen.length} are added. Free some space and choose the file again.`,
    );
  };
  return {
    /** How many are added; undefined while none are on their way. */
    progress,
    problem,
    add(chosen: readonly ReadVcard[]) {
      if (progress === undefined && chosen.length > 0) void run(chosen);
    },
  };
}
