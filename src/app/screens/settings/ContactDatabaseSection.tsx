import { useLiveQuery } from 'dexie-react-hooks';
import { Button } from '../../ui/Button.tsx';
import { ConnectCard } from '../../ui/ConnectCard.tsx';
import { capitalise, statusInWords } from '../../ui/status-words.ts';
import { useApp } from '../../ui/use-app.ts';
import { useAttempt } from '../../ui/use-attempt.ts';
import { useStatus } from '../../ui/use-status.ts';
import { Line, Section } from './Section.tsx';

export function ContactDatabaseSection() {
  const app = useApp();
  const attempt = useAttempt();
  const status = useStatus();
  const connection = useLiveQuery(() => app.store.readConnection(), [app]);
  if (status === undefined) return null;
  const words = statusInWords(status, app.nowMs());
  const signOut = async () => {
    const result = await app.contactDatabase.signOut();
    // The session would live on behind a device that says it is signed out.
    if (result.kind === 'unreachable')
      app.toast.set({ words: 'No signal: sign out again when you have it.' });
    else await app.store.disconnect();
  };
  return (
    <>
      <Section title="Your contact database">
        <Line title={capitalise(words.short)} detail={words.long}>
          {connection?.isSignedIn ? <Button onClick={app.requestSync}>Send now</Button> : null}
        </Line>
        {connection?.isSignedIn ? (
          <Line title={connection.name} detail={connection.email}>
            <Button onClick={() => attempt(signOut)}>Sign out</Button>
          </Line>
        ) : null}
      </Section>
      <ConnectCard />
    </>
  );
}
