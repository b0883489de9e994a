import { useLiveQuery } from 'dexie-react-hooks';
import { recordingActions } from '../../../store/actions/recordings.ts';
import { recordingQueries } from '../../../store/queries/recordings.ts';
import { Button } from '../../ui/Button.tsx';
import { count } from '../../ui/status-words.ts';
import { useApp } from '../../ui/use-app.ts';
import { useAttempt } from '../../ui/use-attempt.ts';
import { Line, Section } from './Section.tsx';

/** How long recordings stay, and what they take. */
export function RecordingsSection() {
  const { part, loadRecorder } = useApp();
  const attempt = useAttempt();
  const actions = part(recordingActions);
  const queries = part(recordingQueries);
  const keep = useLiveQuery(() => actions.readKeeping(), [actions]);
  const space = useLiveQuery(() => queries.readRecordingSpace(), [queries]);
  if (keep === undefined || space === undefined) return null;
  const change = async () => {
    await actions.setKeeping(keep === 'all' ? 'until-read' : 'all');
    await (await loadRecorder()).sweep();
  };
  return (
    <Section title="Recordings">
      <Line
        title={keep === 'all' ? 'Recordings are kept' : 'Recordings go once you have read their text'}
        detail={`${spaceInWords(space)} None goes before you have read its text and your contact database holds it.`}
      >
        <Button onClick={() => attempt(change)}>{keep === 'all' ? 'Keep until read' : 'Keep all'}</Button>
      </Line>
    </Section>
  );
}

function spaceInWords({
  recordings,
  bytes,
}: {
  readonly recordings: number;
  readonly bytes: number;
}): string {
  if (recordings === 0) return 'There are none on this device.';
  const megabytes = bytes < 100_000 ? 'less than 0.1' : (bytes / 1_000_000).toFixed(1);
  return `${count(recordings, 'recording', 'recordings')} on this device, ${megabytes}\u00a0MB.`;
}
