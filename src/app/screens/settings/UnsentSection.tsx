import { Button } from '../../ui/Button.tsx';
import { count } from '../../ui/status-words.ts';
import { useApp } from '../../ui/use-app.ts';
import { useAttempt } from '../../ui/use-attempt.ts';
import { useStatus } from '../../ui/use-status.ts';
import { Line, Section } from './Section.tsx';

/** What a device that is signed out still keeps: it goes along when it is signed in again, or as a file. */
export function UnsentSection() {
  const { store, saveFile } = useApp();
  const attempt = useAttempt();
  const status = useStatus();
  if (status?.kind !== 'signed-out' || status.waiting === 0) return null;
  const save = async () => {
    const text = JSON.stringify(await store.exportUnsent(), null, 2);
    saveFile('justmet-not-sent.json', new Blob([text], { type: 'application/json' }));
  };
  const isOne = status.waiting === 1;
  return (
    <Section title="Not sent yet">
      <Line
        title={count(status.waiting, 'person', 'people')}
        detail={`Kept on this phone until you sign in again, then ${isOne ? 'it goes' : 'they go'} along.`}
      >
        <Button onClick={() => attempt(save)}>Save as a file</Button>
      </Line>
    </Section>
  );
}
