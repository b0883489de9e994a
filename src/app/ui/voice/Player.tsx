import type { PersonFile } from '../../../store/queries/files.ts';
import { Icon } from '../Icon.tsx';
import { useFile } from '../use-file.ts';
import { durationForEars, durationInWords } from './duration-words.ts';
import { rates, useAudio } from './use-audio.ts';
import styles from './Voice.module.css';

interface PlayerProps {
  readonly recording: PersonFile;
  /** "Voice note about Dana" */
  readonly label: string;
}

/** One recording, to listen to at one to two times its speed. How long it is, its row knows: files do not tell. */
export function Player({ recording, label }: PlayerProps) {
  const { address, problem, load } = useFile(recording);
  const { isPlaying, at, rate, cannotPlay, toggle, seek, setRate } = useAudio(address);
  const seconds = recording.seconds ?? 0;
  const end = Math.max(seconds, 0.1);

  if (problem !== undefined) {
    return (
      <p className={styles.unheard}>
        {problem}{' '}
        <button type="button" onClick={load}>
          Try again
        </button>
      </p>
    );
  }
  if (cannotPlay && address !== undefined) {
    return (
      <p className={styles.unheard}>
        This phone cannot play it.{' '}
        <a href={address} download={recordingName(recording)}>
          Save the recording
        </a>
      </p>
    );
  }
  return (
    <div className={styles.player}>
      <button
        type="button"
        className={styles.play}
        disabled={address === undefined}
        aria-label={`${isPlaying ? 'Pause' : 'Play'}: ${label}, ${durationForEars(seconds)}`}
        onClick={toggle}
      >
        <Icon name={isPlaying ? 'pause' : 'play'} size={20} />
      </button>
      <input
        type="range"
        min={0}
        max={end}
        step={0.1}
        value={Math.min(at, end)}
        aria-label="Place in the recording"
        aria-valuetext={`${durationInWords(at)} of ${durationInWords(seconds)}`}
        onChange={({ currentTarget }) => seek(Number(currentTarget.value))}
      />
      <span className={styles.time}>{durationInWords(isPlaying || at > 0 ? at : seconds)}</span>
      <button
        type="button"
        className={styles.rate}
        aria-label={`Speed: ${rate} times`}
        onClick={() => setRate(rates[(rates.indexOf(rate) + 1) % rates.length] ?? 1)}
      >
        {rate}×
      </button>
    </div>
  );
}

function recordingName({ takenAt, type }: PersonFile): string {
  return `voice-note-${takenAt.slice(0, 10)}.${type.split('/')[1] ?? 'webm'}`;
}
