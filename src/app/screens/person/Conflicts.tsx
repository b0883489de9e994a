import type { Conflict } from '../../../store/queries/conflicts.ts';
import type { PersonPage } from '../../../store/queries/people.ts';
import { Button } from '../../ui/Button.tsx';
import { momentInWords } from '../../ui/time-words.ts';
import { useApp } from '../../ui/use-app.ts';
import { useAttempt } from '../../ui/use-attempt.ts';
import styles from './Conflicts.module.css';

const fieldWords: Readonly<Record<string, string>> = {
  name: 'Name',
  company: 'Company',
  occasion: 'Where you met',
  phone: 'Phone',
  email: 'Email',
  handle: 'Handle or link',
};

/** What was changed in two places: the later value stands, the earlier one is a tap away. */
export function Conflicts({ page: { person, conflicts } }: { readonly page: PersonPage }) {
  const { store, nowMs } = useApp();
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
              <b>
                {fieldWords[field.split('/')[0] ?? '']}: {earlier === '' ? 'was taken away' : earlier}
              </b>
              <small>{changeInWords(conflict, nowMs())}</small>
            </p>
            <Button onClick={() => settle({ value })}>Bring back</Button>
            <Button look="quiet" onClick={() => settle('keep')}>
              Leave
            </Button>
          </div>
        );
      })}
    </section>
  );
}

/** "Changed on your Mac, today, 8:14 pm." */
function changeInWords({ device, changedAt }: Conflict, nowMs: number): string {
  const where =
    device === undefined ? 'here' : device.startsWith('another') ? `on ${device}` : `on your ${device}`;
  return `Changed ${where}, ${momentInWords(changedAt, nowMs)}.`;
}
