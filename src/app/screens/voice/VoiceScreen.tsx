import { useLiveQuery } from 'dexie-react-hooks';
import { useState } from 'react';
import { useSearchParams } from 'wouter';
import { personFirstName } from '../../../domain/person.ts';
import type { PersonPage } from '../../../store/queries/people.ts';
import { Gone } from '../../ui/Gone.tsx';
import { Screen } from '../../ui/Screen.tsx';
import { useApp } from '../../ui/use-app.ts';
import { useRecording } from '../../ui/voice/use-recording.ts';
import { KeptNote } from './KeptNote.tsx';
import { RecordingNow } from './RecordingNow.tsx';
import { Trouble } from './Trouble.tsx';
import { Unkept } from './Unkept.tsx';
import { WhoIsIt } from './WhoIsIt.tsx';

interface VoiceScreenProps {
  /** Undefined while nobody said whom it is about: the app's icon starts one, too. */
  readonly personId: string | undefined;
  readonly onDone: (personId: string | undefined) => void;
}

/** What one remembers about somebody, spoken: it records from the moment that it is opened. */
export function VoiceScreen({ personId, onDone }: VoiceScreenProps) {
  const { store } = useApp();
  const [search] = useSearchParams();
  const leftId = search.get('recording');
  const [run, setRun] = useState({ count: 0, noteId: search.get('note') });
  const [hasBegun, setHasBegun] = useState(false);
  const aboutId = personId;
  const page = useLiveQuery(
    async () => (aboutId === undefined ? undefined : ((await store.readPerson(aboutId)) ?? null)),
    [store, aboutId],
  );
  if (aboutId !== undefined && page === undefined) return <Screen title="Voice note">{null}</Screen>;
  // A deletion that arrives while somebody speaks ends no recording: what becomes of it is said at its end.
  const isGone = page === null || page?.isDeleted === true;
  if (isGone && !hasBegun) return <NotHere />;
  if (!isGone && !hasBegun) setHasBegun(true);
  if (leftId !== null && aboutId === undefined) {
    return <WhoIsIt recordingId={leftId} onChosen={onDone} onLater={() => onDone(undefined)} />;
  }
  return (
    <OneRecording
      key={run.count}
      page={page ?? undefined}
      wish={{ personId: personId ?? null, noteId: run.noteId }}
      onGoOn={(noteId) => setRun({ count: run.count + 1, noteId })}
      onDone={(chosenId) => onDone(chosenId ?? aboutId)}
    />
  );
}

function NotHere() {
  return (
    <Screen title="Voice note">
      <Gone>This person is not on this phone.</Gone>
    </Screen>
  );
}

interface OneRecordingProps {
  readonly page: PersonPage | undefined;
  readonly wish: Parameters<typeof useRecording>[0];
  /** Records once more: into a voice note, or a new one. */
  readonly onGoOn: (noteId: string | null) => void;
  /** `chosenId`: of somebody who was chosen only now. */
  readonly onDone: (chosenId?: string) => void;
}

function OneRecording({ page, wish, onGoOn, onDone }: OneRecordingProps) {
  const recording = useRecording(wish);
  const { state } = recording;
  const person = page?.person;
  const title = person === undefined ? 'Say what you remember' : `About ${personFirstName(person)}`;
  switch (state.kind) {
    case 'starting':
    case 'recording':
    case 'stopping':
      return <RecordingNow title={title} person={person} recording={recording} />;
    case 'unkept':
      return <Unkept title={title} recording={state.recording} onDone={() => onDone()} />;
    case 'safe':
      if (page === undefined)
        return <WhoIsIt recordingId={state.id} onChosen={onDone} onLater={() => onDone()} />;
      return (
        <KeptNote
          title={title}
          page={page}
          made={state}
          onGoOn={() => onGoOn(state.noteId)}
          onDone={() => onDone()}
        />
      );
    default:
      return (
        <Trouble
          title={title}
          person={person}
          kind={state.kind}
          onTryAgain={() => onGoOn(wish.noteId)}
          onDone={() => onDone()}
        />
      );
  }
}
