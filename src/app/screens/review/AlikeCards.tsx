import { useLiveQuery } from 'dexie-react-hooks';
import { useId, useState } from 'react';
import { personFirstName, personLabel } from '../../../domain/person.ts';
import { alikeActions } from '../../../store/actions/alike.ts';
import { mergeActions } from '../../../store/actions/merge-people.ts';
import { nextTouchActions } from '../../../store/actions/next-touches.ts';
import type { SingleField } from '../../../store/merge/united-values.ts';
import { type AlikePair, reviewQueries } from '../../../store/queries/review.ts';
import { Button } from '../../ui/Button.tsx';
import { deviceZone } from '../../ui/device-zone.ts';
import { useApp } from '../../ui/use-app.ts';
import { useAttempt } from '../../ui/use-attempt.ts';
import styles from './Alike.module.css';
import { listShared, listSingles, questionInWords, type SingleRow } from './alike-words.ts';

/** Who this may be, or may live with, one after the other. Nothing happens without an answer. */
export function AlikeCards({ personId }: { readonly personId: string }) {
  const queries = useApp().part(reviewQueries);
  const found = useLiveQuery(
    async () => ({ personId, pairs: await queries.listAlike(personId) }),
    [queries, personId],
  );
  const pair = found?.personId === personId ? found.pairs[0] : undefined;
  if (pair === undefined) return null;
  return <AlikeCard key={pair.other.person.id} pair={pair} personId={personId} />;
}

interface AlikeCardProps {
  readonly pair: AlikePair;
  /** The one who is looked at. */
  readonly personId: string;
}

/** Two side by side, value by value, and what they are to each other. */
function AlikeCard({ pair, personId }: AlikeCardProps) {
  const { part } = useApp();
  const [chosen, setChosen] = useState<ReadonlySet<SingleField>>(new Set());
  // Names of two who live together are nothing to choose between.
  const [isSame, setIsSame] = useState(pair.kind === 'duplicate');
  const answers = useAnswers(pair, chosen);
  const id = useId();
  const today = part(nextTouchActions).todayIn(deviceZone());
  const { stays, goes } = pair;
  const own = stays.person.id === personId ? stays : goes;
  const { title, why } = questionInWords(pair, own);
  const choose = (field: SingleField, isOther: boolean) => {
    const others = [...chosen].filter((one) => one !== field);
    setChosen(new Set(isOther ? [...others, field] : others));
  };
  const heads = [stays, goes].map((side) => (side === own ? 'This one' : 'The other'));
  return (
    <section className={styles.alike} aria-labelledby={id}>
      <h3 id={id}>{title}</h3>
      <p>{why}</p>
      <div className={styles.heads} aria-hidden="true">
        {heads.map((head) => (
          <span key={head}>{head}</span>
        ))}
      </div>
      {listSingles(pair, today).map((row) =>
        isSame && row.isChoice ? (
          <Choice key={row.field} row={row} heads={heads} isOther={chosen.has(row.field)} onChoose={choose} />
        ) : (
          <Pair key={row.field} label={row.label} values={row.values} heads={heads} />
        ),
      )}
      {listShared(pair).map(({ label, values }) => (
        <Pair key={label} label={label} values={values} heads={heads} />
      ))}
      <div className={styles.answers}>
        {isSame ? (
          <>
            <Button onClick={answers.merge}>The same person</Button>
            <Button onClick={answers.keepApart}>Two different people</Button>
            <Button look="quiet" onClick={answers.join}>
              A household
            </Button>
          </>
        ) : (
          <>
            <Button onClick={answers.join}>A household</Button>
            <Button onClick={answers.keepApart}>Two different people</Button>
            <Button look="quiet" onClick={() => setIsSame(true)}>
              They are one
            </Button>
          </>
        )}
      </div>
    </section>
  );
}

/** Each with its way back. */
function useAnswers({ stays, goes }: AlikePair, chosen: ReadonlySet<SingleField>) {
  const { part, toast } = useApp();
  const attempt = useAttempt();
  const { mergePeople, unmergePeople } = part(mergeActions);
  const { keepApart, joinHousehold } = part(alikeActions);
  const [one, other] = [stays.person, goes.person];
  const say = (words: string, undo: (() => Promise<unknown>) | undefined) => {
    if (undo === undefined) toast.set({ words: 'One of them was deleted meanwhile.' });
    else toast.set({ words, undo: () => attempt(undo) });
  };
  return {
    merge: () =>
      attempt(async () => {
        const merged = await mergePeople(one.id, other.id, [...chosen]);
        const undo = merged === undefined ? undefined : () => unmergePeople(merged.goes);
        say(`${personLabel(other)} and ${personLabel(one)} are one now.`, undo);
      }),
    join: () =>
      attempt(async () => {
        const undo = await joinHousehold(one.id, other.id);
        say(`${personFirstName(one)} and ${personFirstName(other)} are one household.`, undo);
      }),
    keepApart: () =>
      attempt(async () => {
        const undo = await keepApart(one.id, other.id);
        say(`${personFirstName(one)} and ${personFirstName(other)} are two people.`, undo);
      }),
  };
}

interface ChoiceProps {
  readonly row: SingleRow;
  readonly heads: readonly string[];
  readonly isOther: boolean;
  readonly onChoose: (field: SingleField, isOther: boolean) => void;
}

/** Of which somebody has one, and the two differ: which stays is chosen here. */
function Choice({ row, heads, isOther, onChoose }: ChoiceProps) {
  const { field, label, values } = row;
  const name = useId();
  return (
    <fieldset className={styles.pair}>
      <legend>{label}</legend>
      {values.map((text, place) => (
        <label key={heads[place]} className={styles.choice}>
          <input
            type="radio"
            name={name}
            checked={isOther === (place === 1)}
            onChange={() => onChoose(field, place === 1)}
          />
          <span>{text}</span>
        </label>
      ))}
    </fieldset>
  );
}

interface PairProps {
  readonly label: string;
  readonly values: readonly [string, string];
  readonly heads: readonly string[];
}

function Pair({ label, values, heads }: PairProps) {
  return (
    <dl className={styles.pair}>
      <dt>{label}</dt>
      {values.map((text, place) => (
        <dd key={heads[place]}>
          <span className="visually-hidden">{heads[place]}: </span>
          {text === '' ? <span className={styles.none}>–</span> : text}
        </dd>
      ))}
    </dl>
  );
}
