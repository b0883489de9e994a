import { useLiveQuery } from 'dexie-react-hooks';
import { personFirstName, personLabel } from '../../../domain/person.ts';
import { knownPersonActions } from '../../../store/actions/known-person.ts';
import { knownPeopleQueries } from '../../../store/queries/known-people.ts';
import { Button } from '../../ui/Button.tsx';
import { MiniTag } from '../../ui/MiniTag.tsx';
import { isSameName, sharedWay, useWanted } from '../../ui/seen-before.ts';
import { dayInWords } from '../../ui/time-words.ts';
import { useApp } from '../../ui/use-app.ts';
import { entryKeys } from './entry-keys.ts';
import styles from './SeenBefore.module.css';
import type { WriteCapture } from './use-capture.ts';

interface SeenBeforeProps {
  readonly tag: Readonly<Record<string, string>>;
  readonly onSave: (write: WriteCapture) => void;
}

/** Who has this number or address already: added to, or a household, as the agent says. Nothing is merged by itself. */
export function SeenBefore({ tag, onSave }: SeenBeforeProps) {
  const app = useApp();
  const known = app.part(knownPersonActions);
  const people = useLiveQuery(() => app.part(knownPeopleQueries).listReachable(), [app]);
  const wanted = useWanted(textsOf(tag, 'phone'), textsOf(tag, 'email'));
  const found = people?.filter((one) => sharedWay(one, wanted) !== undefined) ?? [];
  return found.slice(0, 2).map((one) => {
    const { person } = one;
    const first = personFirstName(person);
    const isSame = isSameName(tag['name'] ?? '', person);
    const add: WriteCapture = async (capture, draftId) => {
      if (!(await known.addToPerson(person.id, capture, draftId))) throw new Error('Deleted meanwhile');
      return person.id;
    };
    return (
      <section key={person.id} className={styles.seen} aria-label="Seen before">
        <MiniTag label={person.name} colour={undefined} />
        <p>
          {isSame
            ? `You met ${first} ${metInWords(person.metAt, app.nowMs())}.`
            : `${personLabel(person)} has this ${sharedWay(one, wanted)} too.`}
        </p>
        <div className={styles.choices}>
          <Button onClick={() => onSave(add)}>Add to {first}</Button>
          {isSame ? null : (
            <Button onClick={() => onSave((capture, id) => known.saveInHousehold(person.id, capture, id))}>
              Same household
            </Button>
          )}
        </div>
      </section>
    );
  });
}

function textsOf(tag: SeenBeforeProps['tag'], field: 'phone' | 'email'): string[] {
  return entryKeys(tag).flatMap((each) => (each.field === field ? (tag[each.key] ?? '') : []));
}

/** "today", "on Thursday", "on 3 Mar" */
function metInWords(metAt: string, nowMs: number): string {
  const day = dayInWords(metAt, nowMs);
  return /^(today|yesterday|some day)$/.test(day) ? day : `on ${day}`;
}
