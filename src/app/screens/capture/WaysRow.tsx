import { Icon, type IconName } from '../../ui/Icon.tsx';
import { useApp } from '../../ui/use-app.ts';
import styles from './WaysRow.module.css';
import type { WayName } from './ways/way.ts';

interface Choice {
  /** `line`: the line that takes everything, in the form itself. */
  readonly way: WayName | 'line';
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
export function WaysRow({ onChoose }: { readonly onChoose: (way: Choice['way']) => void }) {
  const { askCamera } = useApp();
  const choose = (way: Choice['way']) => {
    if (way === 'scan' || way === 'card') askCamera(way);
    onChoose(way);
  };
  return (
    <fieldset className={styles.ways}>
      <legend className="visually-hidden">Faster ways</legend>
      {choices.map(({ way, icon, label }) => (
        <button key={way} type="button" onClick={() => choose(way)}>
          <Icon name={icon} />
          {label}
        </button>
      ))}
    </fieldset>
  );
}
