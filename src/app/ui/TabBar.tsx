import { type PointerEvent, type TouchEvent, useRef } from 'react';
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
  const hasGone = useRef(false);
  /** Goes when the thumb leaves the screen: the click that follows comes up to 35 ms later on a slow phone. */
  const go = ({ pointerType, currentTarget, clientX, clientY }: PointerEvent<HTMLElement>) => {
    hasGone.current =
      pointerType === 'touch' && currentTarget.contains(document.elementFromPoint(clientX, clientY));
    if (hasGone.current) currentTarget.click();
  };
  /** That click is left out, and what comes with it: it would keep the next room from the screen. */
  const leaveOut = (event: TouchEvent) => {
    if (hasGone.current) event.preventDefault();
  };
  return (
    <nav className={styles.tabs} aria-label="Rooms">
      {tabs.map(({ href, icon, label }) => (
        <Link
          key={href}
          href={href}
          // A second tap, or a click after all, leaves Back as it is.
          replace={href === location}
          className={styles.tab}
          onPointerUp={go}
          onTouchEnd={leaveOut}
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
