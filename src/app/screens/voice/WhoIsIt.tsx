import { useLiveQuery } from 'dexie-react-hooks';
import { useState } from 'react';
import { personLabel } from '../../../domain/person.ts';
import { recordingActions } from '../../../store/actions/recordings.ts';
import { Button } from '../../ui/Button.tsx';
import { MiniTag } from '../../ui/MiniTag.tsx';
import { aboutPerson } from '../../ui/PersonRow.tsx';
import { Screen } from '../../ui/Screen.tsx';
import { useApp } from '../../ui/use-app.ts';
import { useAttempt } from '../../ui/use-attempt.ts';
import { LeftPlayer } from '../../ui/voice/LeftPlayer.tsx';
import styles from './VoiceScreen.module.css';

interface WhoIsItProps {
  readonly recordingId: string;
  readonly onChosen: (personId: string) => void;
  readonly onLater: () => void;
}

/** So many may it be at a glance; others are found by their name. */
const shown = 8;

/** A recording that was made before anybody said whom it is about: the latest people first. */
export function WhoIsIt({ recordingId, onChosen, onLater }: WhoIsItProps) {
  const { store, part, loadRecorder, requestSync, toast } = useApp();
  const attempt = useAttempt();
  const [typed, setTyped] = useState('');
  const people = useLiveQuery(() => store.listPeople(), [store]) ?? [];
  const wanted = typed.trim().toLowerCase();
  const found = people.filter(({ person }) => personLabel(person).toLowerCase().includes(wanted));
  const choose = async (personId: string) => {
    await part(recordingActions).giveRecording(recordingId, personId);
    const kept = await (await loadRecorder()).keep(recordingId);
    if (kept === 'failed') throw new Error('It could not be stored');
    requestSync();
    onChosen(personId);
  };
  const remove = async () => {
    const bringBack = await part(recordingActions).dropRecording(recordingId);
    toast.set({ words: 'The recording is deleted.', undo: () => attempt(bringBack) });
    onLater();
  };
  return (
    <Screen
      title="Who is it about?"
      action={
        <Button look="primary" onClick={onLater}>
          Later
        </Button>
      }
    >
      <div className={styles.left}>
        <LeftPlayer recordingId={recordingId} />
        <p className={styles.safe}>Your voice note is on this phone.</p>
        <Button look="quiet" onClick={() => attempt(remove)}>
          Delete
        </Button>
      </div>
      <input
        type="search"
        className={styles.search}
        value={typed}
        placeholder="Name"
        aria-label="Find somebody by name"
        onChange={({ currentTarget }) => setTyped(currentTarget.value)}
      />
      <ul className={styles.people}>
        {found.slice(0, shown).map((met) => (
          <li key={met.person.id}>
            <button type="button" onClick={() => attempt(() => choose(met.person.id))}>
              <MiniTag label={met.person.name} colour={met.occasion?.colour} />
              <span>
                <b>{personLabel(met.person)}</b>
                <small>{aboutPerson(met)}</small>
              </span>
            </button>
          </li>
        ))}
      </ul>
    </Screen>
  );
}
