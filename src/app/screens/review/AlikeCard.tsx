import { useId, useState } from 'react';
import { personFirstName, personLabel } from '../../../domain/person.ts';
import { alikeActions } from '../../../store/actions/alike.ts';
import { mergeActions } from '../../../store/actions/merge-people.ts';
import { nextTouchActions } from '../../../store/actions/next-touches.ts';
import type { SingleField } from '../../../store/merge/united-values.ts';
import type { AlikePair } from '../../../store/queries/review.ts';
import { Button } from '../../ui/Button.tsx';
import { deviceZone } from '../../ui/device-zone.ts';
import { useApp } from '../../ui/use-app.ts';
import { useAttempt } from '../../ui/use-attempt.ts';
import styles from './Alike.module.css';
import { listShared, listSingles, questionInWords, type SingleRow } from './alike-words.ts';

const heads = ['This one', 'The other'];

interface AlikeCardProps {
  readonly pair: AlikePair;
  /** The one who is looked at. */
  readonly personId: string;
}

/** Two side by side, value by value, and what they are to each other. Nothing happens without an answer. */
export function AlikeCard({ pair, personId }: AlikeCardProps) {
  const { part } = useApp();
  const [chosen, setChosen] = useState<ReadonlySet<SingleField>>(new Set());
  // Names of two who live together are nothing to choose between.
  const [isSame, setIsSame] = useState(pair.kind === 'duplicate');
  const answers = useAnswers(pair, chosen);
  const id = useId();
  const today = part(nextTouchActions).todayIn(deviceZone());
  const { stays, goes, other } = pair;
  const own = stays.person.id === personId ? stays : goes;
  const { title, why } = questionInWords(pair, own);
  /** Place 0 is the one who is looked at: what is chosen is told of who goes into the other. */
  const goesPlace = own === goes ? 0 : 1;
  const choose = (field: SingleField, place: number) => {
    const others = [...chosen].filter((one) => one !== field);
    setChosen(new Set(place === goesPlace ? [...others, field] : others));
  };
  return (
    <section className={styles.alike} aria-labelledby={id}>
      <h3 id={id}>{title}</h3>
      <p>{why}</p>
      <div className={styles.heads} aria-hidden="true">
        {heads.map((head) => (
          <span key={head}>{head}</span>
        ))}
      </div>
      {listSingles(own, other, today).map((row) =>
        isSame && row.isChoice ? (
          <Choice
            key={row.field}
            row={row}
            place={chosen.has(row.field) ? goesPlace : 1 - goesPlace}
            onChoose={choose}
          />
        ) : (
          <Pair key={row.field} label={row.label} values={row.values} />
        ),
      )}
      {listShared(own, other).map(({ label, values }) => (
        <Pair key={label} label={label} values={values} />
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
  /** Of the value that is to stay. */
  readonly place: number;
  readonly onChoose: (field: SingleField, place: number) => void;
}

/** Of which somebody has one, and the two differ: which stays is chosen here. */
function Choice({ row, place: chosen, onChoose }: ChoiceProps) {
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
            checked={place === chosen}
            onChange={() => onChoose(field, place)}
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
}

function Pair({ label, values }: PairProps) {
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
