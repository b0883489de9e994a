import { useLiveQuery } from 'dexie-react-hooks';
import type { Person } from '../../../domain/person.ts';
import { type Conflict, conflictQueries } from '../../../store/queries/conflicts.ts';
import { Button } from '../../ui/Button.tsx';
import { fieldWords } from '../../ui/tag-lines.ts';
import { momentInWords } from '../../ui/time-words.ts';
import { useApp } from '../../ui/use-app.ts';
import { useAttempt } from '../../ui/use-attempt.ts';
import styles from './Conflicts.module.css';

/** What was changed in two places: the later value stands, the earlier one is a tap away. */
export function Conflicts({ person }: { readonly person: Person }) {
  const { store, part, nowMs } = useApp();
  const conflicts =
    useLiveQuery(() => part(conflictQueries).listConflicts(person.id), [part, person.id]) ?? [];
  const attempt = useAttempt();
  if (conflicts.length === 0) return null;
  return (
    <section className={styles.conflicts} aria-label="Changed in two places">
      {conflicts.map((conflict) => {
        const { field, value, earlier } = conflict;
        const settle = (choice: { value: typeof value } | 'keep') =>
          attempt(() => store.settleConflict(person.id, field, choice));
        return (
          <div key={`${field} ${earlier}`} className={styles.conflict}>
            <p>
              <b>{changeInWords(conflict, nowMs())}</b>
              <small>{earlier === '' ? 'Before, nothing was there.' : `Before: ${earlier}`}</small>
            </p>
            <Button look="quiet" onClick={() => settle('keep')}>
              Leave it
            </Button>
            <Button onClick={() => settle({ value })}>Bring back</Button>
          </div>
        );
      })}
    </section>
  );
}

/** Of a row's field: `phone/k3j9x0a1` is a "Phone". */
function fieldInWords(field: string): string {
  const name = field.split('/')[0] ?? field;
  const words: Readonly<Record<string, string>> = { ...fieldWords, occasion: fieldWords.where };
  return words[name] ?? name;
}

/** "Company changed on your Mac, today, 8:14 pm" */
function changeInWords({ field, isFromHere, device, changedAt }: Conflict, nowMs: number): string {
  const elsewhere = device === undefined ? 'on another device' : `on your ${device}`;
  return `${fieldInWords(field)} changed ${isFromHere ? 'here' : elsewhere}, ${momentInWords(changedAt, nowMs)}`;
}
