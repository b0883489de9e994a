import { Link, useLocation } from 'wouter';
import { Icon, type IconName } from './Icon.tsx';
import styles from './TabBar.module.css';

interface Tab {
  readonly href: string;
  readonly icon: IconName;
  readonly label: string;
}

const tabs: readonly Tab[] = [
  { href: '/', icon: 'plus', label: 'Capture' },
  { href: '/today', icon: 'today', label: 'Today' },
  { href: '/people', icon: 'people', label: 'People' },
  { href: '/card', icon: 'myCard', label: 'My card' },
  // Only beside a wide screen: a phone has room for four, and Settings is behind My card.
  { href: '/settings', icon: 'settings', label: 'Settings' },
];

export function TabBar({ notLookedAt }: { readonly notLookedAt: number }) {
  const [location] = useLocation();
  return (
    <nav className={styles.tabs} aria-label="Rooms">
      {tabs.map(({ href, icon, label }) => (
        <Link
          key={href}
          href={href}
          className={styles.tab}
          aria-current={isHere(href, location) ? 'page' : undefined}
        >
          <span className={styles.icon}>
            <Icon name={icon} />
            {href === '/today' && notLookedAt > 0 ? (
              <span className={styles.badge}>
                {notLookedAt}
                <span className="visually-hidden"> not looked at yet</span>
              </span>
            ) : null}
          </span>
          {label}
        </Link>
      ))}
    </nav>
  );
}

function isHere(href: string, location: string): boolean {
  if (href === '/') return location === '/' || location.startsWith('/saved/');
  return location === href || location.startsWith(`${href}/`);
}
