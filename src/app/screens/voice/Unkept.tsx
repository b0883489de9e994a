import { Button } from '../../ui/Button.tsx';
import { Screen } from '../../ui/Screen.tsx';
import { useApp } from '../../ui/use-app.ts';
import { recordingFileName } from '../../ui/voice/use-recording.ts';
import styles from './VoiceScreen.module.css';

interface UnkeptProps {
  readonly title: string;
  readonly recording: Blob;
  readonly onDone: () => void;
}

/** The device would not take all of a recording: it is tried again, and can be saved as a file meanwhile. */
export function Unkept({ title, recording, onDone }: UnkeptProps) {
  const { saveFile } = useApp();
  return (
    <Screen
      title={title}
      action={
        <Button look="primary" onClick={() => saveFile(recordingFileName(recording), recording)}>
          Save the recording as a file
        </Button>
      }
    >
      <section className={styles.card} role="alert">
        <h2>This phone is full</h2>
        <p>
          What did not fit waits in memory while Justmet is open, and is kept as soon as there is room. Free
          some space, or save the recording as a file.
        </p>
        <Button look="quiet" onClick={onDone}>
          Leave it
        </Button>
      </section>
    </Screen>
  );
}
