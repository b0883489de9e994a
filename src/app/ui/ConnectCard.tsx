import { Link } from 'wouter';
import styles from './ConnectCard.module.css';
import { Icon } from './Icon.tsx';
import { count } from './status-words.ts';
import { useStatus } from './use-status.ts';

/** Offers the contact database where there is none yet, or where the session has ended. */
export function ConnectCard() {
  const status = useStatus();
  if (status?.kind !== 'on-device' && status?.kind !== 'signed-out') return null;
  const isAgain = status.kind === 'signed-out';
  const people = count(status.waiting, 'person', 'people');
  return (
    <section className={styles.card}>
      <Icon name="database" />
      <div>
        <h2>{isAgain ? 'Sign in again' : 'Keep a second copy'}</h2>
        <p>
          {status.waiting === 0
            ? 'In a contact database of your own, and on your other devices.'
            : `The ${people} on this phone ${status.waiting === 1 ? 'goes' : 'go'} along to your contact database.`}
        </p>
      </div>
      <Link href="/connect">{isAgain ? 'Sign in' : 'Connect'}</Link>
    </section>
  );
}
