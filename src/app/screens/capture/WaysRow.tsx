import { Icon, type IconName } from '../../ui/Icon.tsx';
import styles from './WaysRow.module.css';
import { lazyWays, type WayName } from './ways/lazy-ways.ts';

interface Choice {
  readonly way: WayName;
  readonly icon: IconName;
  readonly label: string;
}

const choices: readonly Choice[] = [
  { way: 'line', icon: 'mic', label: 'Say it' },
  { way: 'card', icon: 'card', label: 'Card' },
  { way: 'scan', icon: 'scan', label: 'Scan QR' },
  { way: 'paste', icon: 'paste', label: 'Paste' },
];

/** The faster ways than typing, under the thumb. */
export function WaysRow({ onChoose }: { readonly onChoose: (way: WayName) => void }) {
  const there = choices.filter(({ way }) => way === 'line' || lazyWays[way] !== undefined);
  if (there.length === 0) return null;
  return (
    <fieldset className={styles.ways}>
      <legend className="visually-hidden">Faster ways</legend>
      {there.map(({ way, icon, label }) => (
        <button key={way} type="button" onClick={() => onChoose(way)}>
          <Icon name={icon} />
          {label}
        </button>
      ))}
    </fieldset>
  );
}
