import type { Person } from '../../../domain/person.ts';
import { Screen } from '../../ui/Screen.tsx';
import { durationForEars, durationInWords } from '../../ui/voice/duration-words.ts';
import { Levels } from '../../ui/voice/Levels.tsx';
import type { RecordingInSight } from '../../ui/voice/use-recording.ts';
import { listCueWords } from './cue-words.ts';
import { useHeardKinds } from './use-heard-kinds.ts';
import styles from './VoiceScreen.module.css';

interface RecordingNowProps {
  readonly title: string;
  readonly person: Person | undefined;
  readonly recording: RecordingInSight;
}

/** While somebody speaks: what is heard, what is left to say something about, how loud it is, and one large button. */
export function RecordingNow({ title, person, recording }: RecordingNowProps) {
  const { state, seconds, levels, live, isFull, isSilent, stop } = recording;
  const isRunning = state.kind === 'recording';
  const heard = `${live.said} ${live.perhaps}`.trim();
  const alarm = isFull ? fullWords : isRunning && isSilent ? silentWords : undefined;
  const cues = listCueWords(person, useHeardKinds(heard));
  return (
    <Screen title={title}>
      {heard === '' ? null : (
        <p className={styles.live}>
          {lastWords(live.said)} <span>{live.perhaps}</span>
        </p>
      )}
      <Cues words={cues} />
      <div className={styles.bottom}>
        <Levels levels={levels} />
        <button type="button" className={styles.stop} disabled={!isRunning} onClick={stop}>
          <span aria-hidden="true" />
          <span className="visually-hidden">Stop and keep</span>
        </button>
        <p className={styles.time} role="timer" aria-label={`${durationForEars(seconds)} are safe`}>
          {durationInWords(seconds)}
        </p>
        <p className={alarm ? styles.full : styles.safety} role={alarm ? 'alert' : 'status'}>
          {alarm ??
            safetyWords[isRunning ? 'recording' : state.kind === 'stopping' ? 'stopping' : 'starting']}
        </p>
      </div>
    </Screen>
  );
}

/** So much of what is heard is in sight while somebody goes on; all of it is kept. */
const lastLetters = 160;

function lastWords(said: string): string {
  if (said.length <= lastLetters) return said;
  const last = said.slice(-lastLetters);
  return `…${last.slice(last.indexOf(' '))}`;
}

const safetyWords = {
  starting: 'Waiting for the microphone…',
  recording: 'Every second is on this phone as you speak.',
  stopping: 'Keeping it…',
} as const;

const fullWords =
  'This phone is full: what you say now is in memory alone. Free some space, or stop and save it as a file.';

const silentWords =
  'Nothing is heard. Is the microphone muted, or covered? What is recorded now may be silence.';

function Cues({ words }: { readonly words: readonly string[] }) {
  if (words.length === 0) return null;
  return (
    <section className={styles.cues} aria-label="What you do not know yet">
      <ul>
        {words.map((word) => (
          <li key={word}>{word}</li>
        ))}
      </ul>
    </section>
  );
}
