import { useLiveQuery } from 'dexie-react-hooks';
import { Link } from 'wouter';
import styles from './ConnectCard.module.css';
import { Icon } from './Icon.tsx';
import { count } from './status-words.ts';
import { momentInWords } from './time-words.ts';
import { useApp } from './use-app.ts';
import { useStatus } from './use-status.ts';

/** Offers the contact database where there is none yet, or where the session has ended. */
export function ConnectCard() {
  const { store, nowMs } = useApp();
  const status = useStatus();
  const ended = useLiveQuery(() => store.readConnection(), [store])?.ended;
  if (status?.kind !== 'on-device' && status?.kind !== 'signed-out') return null;
  const isAgain = status.kind === 'signed-out';
  const people = count(status.waiting, 'person', 'people');
  return (
    <section className={styles.card}>
      <Icon name="database" />
      <div>
        <h2>{isAgain ? 'Sign in again' : 'Keep a second copy'}</h2>
        {ended === undefined || !isAgain ? null : <p>{endedInWords(ended, nowMs())}</p>}
        <p>
          {status.waiting === 0
            ? isAgain
              ? 'Then what you save goes to your contact database again.'
              : 'In a contact database of your own, and on your other devices.'
            : `The ${people} on this phone ${status.waiting === 1 ? 'goes' : 'go'} along to your contact database.`}
        </p>
      </div>
      <Link href="/connect">{isAgain ? 'Sign in' : 'Connect'}</Link>
    </section>
  );
}

/** "This device was signed out on your Mac, today, 6:42 pm." */
function endedInWords({ at, by }: { readonly at: string; readonly by: string }, nowMs: number): string {
  return `This device was signed out on ${by === '' ? 'another device of yours' : `your ${by}`}, ${momentInWords(at, nowMs)}.`;
}
