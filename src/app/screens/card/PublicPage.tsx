import { useLiveQuery } from 'dexie-react-hooks';
import { useId } from 'react';
import { Link } from 'wouter';
import { profileActions } from '../../../store/actions/profiles.ts';
import type { ProfilePage } from '../../../store/queries/profiles.ts';
import { Switch } from '../../ui/Switch.tsx';
import { useApp } from '../../ui/use-app.ts';
import { useAttempt } from '../../ui/use-attempt.ts';
import styles from './Card.module.css';
import { linkOfPage } from './link-of-page.ts';

/** Whether anybody with the link may see the card; off until the agent says so. */
export function PublicPage({ page }: { readonly page: ProfilePage }) {
  const app = useApp();
  const attempt = useAttempt();
  const id = useId();
  const isConnected = useLiveQuery(async () => (await app.store.readConnection()) !== undefined, [app]);
  const { openPage, withdrawPage } = app.part(profileActions);
  const { profile } = page;
  const link = linkOfPage(page);
  const isOn = link.kind !== 'none';
  if (isConnected === undefined) return null;
  return (
    <section className={styles.page} aria-labelledby={id}>
      <div className={styles.pageWords}>
        <h2 id={id}>Public page</h2>
        <p>{pageWords(page, isConnected)}</p>
      </div>
      {isConnected || isOn ? (
        <Switch
          label={{ id }}
          isOn={isOn}
          onChange={(isWanted) => attempt(() => (isWanted ? openPage(profile.id) : withdrawPage(profile.id)))}
        />
      ) : (
        <Link href="/connect" className={styles.connect}>
          Connect
        </Link>
      )}
      {isOn ? <code>{link.address}</code> : null}
    </section>
  );
}

function pageWords(page: ProfilePage, isConnected: boolean): string {
  const { kind } = linkOfPage(page);
  if (kind === 'there') {
    return 'Anybody who has the link sees what is on this card, and can send you their own details. Turned off, the link leads nowhere for good.';
  }
  if (kind === 'waiting') return 'Goes online when your contact database has it.';
  if (!isConnected)
    return 'A link to this card, for those who ask for one. It needs a contact database of yours.';
  const off =
    'A link to this card, for those who ask for one. It shows what is on the card, nothing else, and lets them send you their own details.';
  return page.isTokenWaiting ? `Goes offline when your contact database hears of it. ${off}` : off;
}
