import { useLiveQuery } from 'dexie-react-hooks';
import { useState } from 'react';
import type { SyncStatus } from '../../../sync/status.ts';
import { Button } from '../../ui/Button.tsx';
import { ConnectCard } from '../../ui/ConnectCard.tsx';
import { capitalise, count, statusInWords } from '../../ui/status-words.ts';
import { useApp } from '../../ui/use-app.ts';
import { useAttempt } from '../../ui/use-attempt.ts';
import { useStatus } from '../../ui/use-status.ts';
import { Choices, Line, Section } from './Section.tsx';

export function ContactDatabaseSection() {
  const app = useApp();
  const attempt = useAttempt();
  const [isLeaving, setIsLeaving] = useState(false);
  const status = useStatus();
  const connection = useLiveQuery(() => app.store.readConnection(), [app]);
  if (status === undefined) return null;
  const words = statusInWords(status, app.nowMs());
  const unsent = 'waiting' in status ? status.waiting : 0;
  const signOut = async () => {
    setIsLeaving(false);
    const result = await app.contactDatabase.signOut();
    // The session would live on behind a device that says it is signed out.
    if (result.kind !== 'ok') app.toast.set({ words: 'No signal: sign out again when you have it.' });
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
            <Button onClick={() => (isSafe(status) ? attempt(signOut) : setIsLeaving(true))}>Sign out</Button>
          </Line>
        ) : null}
        {isLeaving && connection?.isSignedIn ? (
          <Line
            title={`${unsent === 0 ? 'Something has' : `${count(unsent, 'person has', 'people have')}`} not arrived yet`}
            detail="It stays on this phone, and goes along when you sign in again. Nobody else can sign in here."
          >
            <Choices>
              <Button look="quiet" onClick={() => attempt(signOut)}>
                Sign out all the same
              </Button>
              <Button onClick={() => setIsLeaving(false)}>Stay</Button>
            </Choices>
          </Line>
        ) : null}
      </Section>
      <ConnectCard />
    </>
  );
}

/** Everything that was saved here is in the contact database. */
function isSafe(status: SyncStatus): boolean {
  return status.kind === 'in-database';
}
