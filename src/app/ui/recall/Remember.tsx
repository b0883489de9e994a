import { useId, useState } from 'react';
import { recallActions } from '../../../store/actions/recall.ts';
import { type RecallToday, recallQueries } from '../../../store/queries/recall.ts';
import { Button } from '../Button.tsx';
import { createKeptQuery, useKeptQuery } from '../kept-query.ts';
import { endOfDay } from '../time-words.ts';
import { useApp, useSignal } from '../use-app.ts';
import { useAttempt } from '../use-attempt.ts';
import { useFreshAgenda } from '../use-fresh-agenda.ts';
import { RecallTag } from './RecallTag.tsx';
import styles from './Remember.module.css';

export const recallOn = createKeptQuery(({ part }, day: number) => {
  const [from = '', to = ''] = [day, endOfDay(day)].map((ms) => new Date(ms).toISOString());
  return part(recallQueries).readRecall({ from, to });
});

type Asked = Extract<RecallToday, { readonly kind: 'ask' }>;

/** Names and faces fade: two or three people a day, one at a time. Nothing where there is nobody to remember. */
export function Remember() {
  const app = useApp();
  const attempt = useAttempt();
  const id = useId();
  const to = new Date(endOfDay(useSignal(app.today))).toISOString();
  const next = useNextRecall();
  // An answer stays in sight until it is read, whatever comes next.
  const [answered, setAnswered] = useState<{
    readonly asked: Asked;
    readonly chosenId: string | undefined;
  }>();
  const asked = answered?.asked ?? (next?.kind === 'ask' ? next : undefined);
  if (asked === undefined) return null;
  const actions = app.part(recallActions);
  const answer = (chosenId: string | undefined) => {
    setAnswered({ asked, chosenId });
    attempt(() => actions.answerRecall(asked.person.id, chosenId === asked.question.rightId));
  };
  const putOff = async () => {
    const undo = await actions.putOffRecall(to);
    app.toast.set({ words: 'Not today, then.', undo: () => attempt(undo) });
  };
  return (
    <section className={styles.remember} aria-labelledby={id}>
      <div className={styles.head}>
        <h2 id={id}>Do you remember?</h2>
        {answered === undefined ? (
          <Button look="quiet" onClick={() => attempt(putOff)}>
            Not today
          </Button>
        ) : null}
      </div>
      <RecallTag
        key={`${asked.person.id} ${asked.question.shown}`}
        {...asked}
        answer={answered}
        isLast={next?.kind === 'nothing'}
        onAnswer={answer}
        onNext={() => setAnswered(undefined)}
      />
    </section>
  );
}

/** Undefined until it is known; while the agenda is worked out anew, what was known before. */
function useNextRecall(): RecallToday | undefined {
  const today = useSignal(useApp().today);
  useFreshAgenda();
  const answer = useKeptQuery(recallOn, today);
  const [known, setKnown] = useState<RecallToday>();
  if (answer !== undefined && answer.kind !== 'working-out' && answer !== known) setKnown(answer);
  return known;
}
