import { useLiveQuery } from 'dexie-react-hooks';
import { useState } from 'react';
import { type Person, personFirstName } from '../../../../domain/person.ts';
import { touchActions } from '../../../../store/actions/touches.ts';
import { dueQueries } from '../../../../store/queries/due.ts';
import type { Touch } from '../../../../store/queries/touches.ts';
import { touchWords } from '../../../ui/hello/touch-words.ts';
import { Icon } from '../../../ui/Icon.tsx';
import { capitalise } from '../../../ui/status-words.ts';
import { momentInWords } from '../../../ui/time-words.ts';
import { useApp } from '../../../ui/use-app.ts';
import { useAttempt } from '../../../ui/use-attempt.ts';
import styles from './NextTouchCard.module.css';

const atOnce = 3;

/** When somebody heard from you, the latest first; nothing where they did not yet. */
export function TouchHistory({ person }: { readonly person: Person }) {
  const app = useApp();
  const [isAll, setIsAll] = useState(false);
  const queries = app.part(dueQueries);
  const done = useLiveQuery(() => queries.listDone(person.id), [queries, person.id]) ?? [];
  if (done.length === 0) return null;
  const shown = isAll ? done : done.slice(0, atOnce);
  return (
    <>
      <ul className={styles.history} aria-label={`When ${personFirstName(person)} heard from you`}>
        {shown.map((touch) => (
          <li key={touch.id}>
            <Done touch={touch} person={person} />
          </li>
        ))}
      </ul>
      {done.length > shown.length ? (
        <button type="button" className={styles.zone} onClick={() => setIsAll(true)}>
          All {done.length}
        </button>
      ) : null}
    </>
  );
}

function Done({ touch, person }: { readonly touch: Touch; readonly person: Person }) {
  const app = useApp();
  const attempt = useAttempt();
  const words = touchWords(touch).done;
  const remove = async () => {
    const actions = app.part(touchActions);
    await actions.dismissTouch(touch.id);
    const undo = () => attempt(() => actions.undismissTouch(touch.id, person.id));
    app.toast.set({ words: `Taken back: ${words}.`, undo });
  };
  return (
    <>
      <span>
        <b>{words}</b>
        <small>{capitalise(momentInWords(touch.at ?? '', app.nowMs()))}</small>
      </span>
      <button
        type="button"
        className={styles.remove}
        aria-label={`Take back: ${words}`}
        onClick={() => attempt(remove)}
      >
        <Icon name="close" size={16} />
      </button>
    </>
  );
}
