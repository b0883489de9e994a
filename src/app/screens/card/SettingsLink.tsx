import { Link } from 'wouter';
import { Icon } from '../../ui/Icon.tsx';
import styles from './Card.module.css';

/** A phone's tabs have no room for it. */
export function SettingsLink() {
  return (
    <Link href="/settings" aria-label="Settings" className={styles.settings}>
      <Icon name="settings" />
    </Link>
  );
}
