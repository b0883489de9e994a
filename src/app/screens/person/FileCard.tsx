import { useState } from 'react';
import type { PersonFile } from '../../../store/queries/files.ts';
import { momentInWords } from '../../ui/time-words.ts';
import { useApp } from '../../ui/use-app.ts';
import { useFile } from '../../ui/use-file.ts';
import styles from './Files.module.css';

interface FileCardProps {
  readonly file: PersonFile;
  readonly onShow: () => void;
}

/** One picture; a tap shows it whole, or fetches it once more. */
export function FileCard({ file, onShow }: FileCardProps) {
  const { nowMs } = useApp();
  const { address, problem, load } = useFile(file);
  const [isUnreadable, setIsUnreadable] = useState(false);
  const when = momentInWords(file.takenAt, nowMs());
  if (address === undefined) {
    return (
      <li className={styles.picture}>
        <Missing problem={problem} onLoad={load} />
      </li>
    );
  }
  return (
    <li className={styles.picture}>
      <button type="button" onClick={onShow}>
        {isUnreadable ? (
          <span>This phone cannot show it.</span>
        ) : (
          <img src={address} alt={`Picture, ${when}`} onError={() => setIsUnreadable(true)} />
        )}
      </button>
    </li>
  );
}

interface MissingProps {
  readonly problem: string | undefined;
  readonly onLoad: () => void;
}

function Missing({ problem, onLoad }: MissingProps) {
  if (problem === undefined) return <p className={styles.coming}>Coming…</p>;
  return (
    <button type="button" onClick={onLoad} className={styles.missing}>
      <span>{problem}</span>
      <b>Try again</b>
    </button>
  );
}
