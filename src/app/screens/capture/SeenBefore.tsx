import { useLiveQuery } from 'dexie-react-hooks';
import { useEffect, useState } from 'react';
import { type Person, personFirstName, personLabel } from '../../../domain/person.ts';
import { searchableText } from '../../../domain/text.ts';
import { knownPersonActions, type Reachable } from '../../../store/actions/known-person.ts';
import { Button } from '../../ui/Button.tsx';
import { MiniTag } from '../../ui/MiniTag.tsx';
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
  const people = useLiveQuery(() => known.listReachable(), [known]);
  const wanted = useReach(tag);
  const found = people?.filter((one) => sharedWay(one, wanted) !== undefined) ?? [];
  return found.slice(0, 2).map((one) => {
    const first = personFirstName(one.person);
    const isSame = isSameName(tag['name'] ?? '', one.person);
    const add: WriteCapture = async (capture, draftId) => {
      if (!(await known.addToPerson(one.id, capture, draftId))) throw new Error('Deleted meanwhile');
      return one.id;
    };
    return (
      <section key={one.id} className={styles.seen} aria-label="Seen before">
        <MiniTag label={one.person.name} colour={undefined} />
        <p>
          {isSame
            ? `You met ${first} ${metInWords(one.person.metAt, app.nowMs())}.`
            : `${personLabel(one.person)} has this ${sharedWay(one, wanted)} too.`}
        </p>
        <div className={styles.choices}>
          <Button onClick={() => onSave(add)}>Add to {first}</Button>
          {isSame ? null : (
            <Button onClick={() => onSave((capture, id) => known.saveInHousehold(one.id, capture, id))}>
              Same household
            </Button>
          )}
        </div>
      </section>
    );
  });
}

interface Wanted {
  readonly e164s: readonly string[];
  readonly emails: readonly string[];
}

/** The tag's numbers and addresses, as they are compared. */
function useReach(tag: SeenBeforeProps['tag']): Wanted {
  const { readPhone } = useApp();
  const [e164s, setE164s] = useState<readonly string[]>([]);
  const keys = entryKeys(tag);
  const textsOf = (field: string) =>
    keys.flatMap((each) => (each.field === field ? (tag[each.key]?.trim() ?? '') : [])).filter(Boolean);
  const numbers = textsOf('phone').join('\n');
  useEffect(() => {
    let isStale = false;
    const read = async () => {
      const readings = await Promise.all(numbers.split('\n').filter(Boolean).map(readPhone));
      if (!isStale) setE164s(readings.flatMap((reading) => reading?.e164 ?? []));
    };
    void read();
    return () => {
      isStale = true;
    };
  }, [numbers, readPhone]);
  return { e164s, emails: textsOf('email').map((text) => text.toLowerCase()) };
}

function sharedWay(one: Reachable, { e164s, emails }: Wanted): 'number' | 'email' | undefined {
  if (e164s.some((number) => one.e164s.has(number))) return 'number';
  return emails.some((email) => one.emails.has(email)) ? 'email' : undefined;
}

/** Nothing typed yet may be anybody; otherwise the first names must agree. */
function isSameName(typed: string, person: Person): boolean {
  const first = (name: string) => searchableText(name.trim()).split(/\s+/u)[0] ?? '';
  return first(typed) === '' || person.name === '' || first(typed) === first(person.name);
}

/** "today", "on Thursday", "on 3 Mar" */
function metInWords(metAt: string, nowMs: number): string {
  const day = dayInWords(metAt, nowMs);
  return /^(today|yesterday|some day)$/.test(day) ? day : `on ${day}`;
}
