import type { Person } from '../../../domain/person.ts';
import { personFirstName } from '../../../domain/person.ts';
import { Button } from '../../ui/Button.tsx';
import { NoteForm } from '../../ui/NoteForm.tsx';
import { Screen } from '../../ui/Screen.tsx';
import type { RecordingState } from '../../ui/voice/use-recording.ts';
import styles from './VoiceScreen.module.css';

type TroubleKind = Exclude<RecordingState['kind'], 'starting' | 'recording' | 'stopping' | 'safe' | 'unkept'>;

const words: Readonly<Record<TroubleKind, { readonly title: string; readonly detail: string }>> = {
  refused: {
    title: 'The microphone is not allowed',
    detail: 'Allow it for this site in the browser’s settings, and try again.',
  },
  'no-microphone': { title: 'No microphone was found', detail: 'Connect one, and try again.' },
  busy: {
    title: 'The microphone is in use',
    detail: 'A call or another app has it. Try again when that is over.',
  },
  unable: {
    title: 'This browser cannot record',
    detail: 'Your keyboard’s own microphone writes for you, too.',
  },
  missing: { title: 'This part did not arrive', detail: 'Try again when there is a signal.' },
};

interface TroubleProps {
  readonly title: string;
  readonly person: Person | undefined;
  readonly kind: TroubleKind;
  readonly onTryAgain: () => void;
  readonly onDone: () => void;
}

/** Nothing is recorded, and why; what one remembers can be typed instead. */
export function Trouble({ title, person, kind, onTryAgain, onDone }: TroubleProps) {
  return (
    <Screen
      title={title}
      action={
        <Button look="primary" onClick={onDone}>
          Done
        </Button>
      }
    >
      <section className={styles.card} role="alert">
        <h2>{words[kind].title}</h2>
        <p>{words[kind].detail}</p>
        <Button onClick={onTryAgain}>Try again</Button>
      </section>
      {person === undefined ? null : (
        <div className={styles.form}>
          <NoteForm
            personId={person.id}
            label={`What do you want to remember about ${personFirstName(person)}?`}
          />
        </div>
      )}
    </Screen>
  );
}
