import { Link } from 'wouter';
import type { Person } from '../../../domain/person.ts';
import { dialable } from '../../ui/dialable.ts';
import { Icon, type IconName } from '../../ui/Icon.tsx';
import styles from './Reach.module.css';

interface Way {
  readonly icon: IconName;
  readonly label: string;
  readonly href: string;
}

/** One tap each to what the phone itself does best. */
export function Reach({ person }: { readonly person: Person }) {
  const ways = listWays(person);
  return (
    <nav className={styles.ways} aria-label="Get in touch">
      {ways.map(({ icon, label, href }) => (
        <a key={label} href={href} className={styles.way} {...(href.startsWith('https:') ? newTab : {})}>
          <Icon name={icon} />
          {label}
        </a>
      ))}
      <Link href={`/voice/${person.id}`} className={styles.way} aria-label="Voice note">
        <Icon name="mic" />
        Note
      </Link>
    </nav>
  );
}

const newTab = { target: '_blank', rel: 'noopener noreferrer' };

function listWays({ phones, emails, handles }: Person): Way[] {
  const number = dialable(phones)?.number;
  const email = emails[0]?.typed;
  const page = handles.find(({ url }) => url?.startsWith('https://'));
  const ways: Way[] = [];
  if (number) ways.push({ icon: 'call', label: 'Call', href: `tel:${number}` });
  if (number) ways.push({ icon: 'text', label: 'Text', href: `sms:${number}` });
  if (email)
    ways.push({
      icon: 'mail',
      label: 'Email',
      href: `mailto:${encodeURIComponent(email).replaceAll('%40', '@')}`,
    });
  if (page?.url) ways.push({ icon: 'link', label: page.network ?? 'Link', href: page.url });
  return ways;
}
