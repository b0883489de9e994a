import { useEffect, useState } from 'react';
import { recordingQueries } from '../../../store/queries/recordings.ts';
import { Icon } from '../Icon.tsx';
import { useApp } from '../use-app.ts';
import { useAudio } from './use-audio.ts';
import styles from './Voice.module.css';

/** To hear whom a recording is about that is nobody's yet. */
export function LeftPlayer({ recordingId }: { readonly recordingId: string }) {
  const queries = useApp().part(recordingQueries);
  const [address, setAddress] = useState<string>();
  const { isPlaying, cannotPlay, toggle } = useAudio(address);
  useEffect(() => {
    let made: string | undefined;
    let isShown = true;
    const show = async () => {
      const blob = await queries.readLeftRecording(recordingId);
      if (blob === undefined || !isShown) return;
      made = URL.createObjectURL(blob);
      setAddress(made);
    };
    void show().catch(() => undefined);
    return () => {
      isShown = false;
      if (made !== undefined) URL.revokeObjectURL(made);
    };
  }, [queries, recordingId]);
  if (cannotPlay) return <p className={styles.unheard}>This phone cannot play it.</p>;
  return (
    <button
      type="button"
      className={styles.play}
      disabled={address === undefined}
      aria-label={isPlaying ? 'Pause the recording' : 'Play the recording'}
      onClick={toggle}
    >
      <Icon name={isPlaying ? 'pause' : 'play'} size={20} />
    </button>
  );
}
