import type { CameraTrouble } from '../../../ports/scanner.ts';
import { Button } from '../../../ui/Button.tsx';
import { Icon, type IconName } from '../../../ui/Icon.tsx';
import { troubleWords } from './camera-words.ts';
import styles from './ScanWay.module.css';

interface CameraTroublesProps {
  readonly icon: IconName;
  readonly trouble: CameraTrouble;
  readonly onTryAgain: () => void;
}

export function CameraTroubles({ icon, trouble, onTryAgain }: CameraTroublesProps) {
  const { title, words, canTryAgain } = troubleWords[trouble];
  return (
    <div className={styles.trouble} role="alert">
      <Icon name={icon} size={44} />
      <h2>{title}</h2>
      <p>{words}</p>
      {canTryAgain ? <Button onClick={onTryAgain}>Try again</Button> : null}
    </div>
  );
}
