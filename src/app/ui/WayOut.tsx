import { Button } from './Button.tsx';
import { useApp } from './use-app.ts';
import { useMakeRoom } from './use-make-room.ts';
import styles from './WayOut.module.css';

interface WayOutProps {
  /** Why it is needed, in a sentence; nothing is shown without. */
  readonly problem: string | undefined;
  /** What would be lost. */
  readonly text: string;
}

/** What could not be stored is on screen; from here it goes somewhere safe: a message, a note, another app. */
export function WayOut({ problem, text }: WayOutProps) {
  const { share, toast } = useApp();
  const handOver = async () => {
    const isDone = await share(text);
    toast.set({ words: isDone ? 'Handed over.' : 'Sharing did not work here. Keep this page open.' });
  };
  const room = useMakeRoom();
  if (problem === undefined) return null;
  return (
    <div className={styles.wayOut}>
      <p>{problem}</p>
      {room.files === 0 ? null : (
        <Button look="quiet" disabled={room.isBusy} onClick={room.makeRoom}>
          Make room
        </Button>
      )}
      <Button onClick={() => void handOver()}>Share it</Button>
    </div>
  );
}
