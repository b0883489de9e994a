import { useLiveQuery } from 'dexie-react-hooks';
import { personFirstName } from '../../../domain/person.ts';
import { fileQueries } from '../../../store/queries/files.ts';
import type { PersonPage } from '../../../store/queries/people.ts';
import { Button } from '../../ui/Button.tsx';
import { Screen } from '../../ui/Screen.tsx';
import { useApp } from '../../ui/use-app.ts';
import { NoteCard } from '../../ui/voice/NoteCard.tsx';
import type { RecordingState } from '../../ui/voice/use-recording.ts';
import styles from './VoiceScreen.module.css';

interface KeptNoteProps {
  readonly title: string;
  readonly page: PersonPage;
  readonly made: Extract<RecordingState, { readonly kind: 'safe' }>;
  readonly onGoOn: () => void;
  readonly onDone: () => void;
}

/** What became of a recording: it is safe, what it says, and what it tells about somebody. */
export function KeptNote({ title, page: { person, notes }, made, onGoOn, onDone }: KeptNoteProps) {
  const queries = useApp().part(fileQueries);
  const files = useLiveQuery(() => queries.listFiles(person.id), [queries, person.id]) ?? [];
  const note = notes.find(({ id }) => id === made.noteId);
  return (
    <Screen
      title={title}
      action={
        <Button look="primary" onClick={onDone}>
          Done
        </Button>
      }
    >
      {made.wasTaken ? (
        <section className={styles.card} role="alert">
          <h2>The recording was cut off</h2>
          <p>The microphone was taken away. {savedWords(made.kept, personFirstName(person))}</p>
          <Button onClick={onGoOn}>Go on</Button>
        </section>
      ) : (
        <p className={styles.safe} role="status">
          {savedWords(made.kept, personFirstName(person))}
        </p>
      )}
      {note === undefined ? null : (
        <div className={styles.form}>
          <NoteCard note={note} person={person} files={files} onGoOn={made.wasTaken ? null : onGoOn} />
        </div>
      )}
    </Screen>
  );
}

function savedWords(kept: KeptNoteProps['made']['kept'], name: string): string {
  if (kept === 'empty') return 'Nothing new was recorded.';
  if (kept === 'failed')
    return 'Your voice note is on this phone, and becomes part of the page at the next start.';
  if (kept === 'gone') return `${name} was deleted meanwhile. Your voice note is on this phone.`;
  return 'Your voice note is on this phone.';
}
