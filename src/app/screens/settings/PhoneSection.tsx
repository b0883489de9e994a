import { useLiveQuery } from 'dexie-react-hooks';
import { Button } from '../../ui/Button.tsx';
import { bytesInWords, count } from '../../ui/status-words.ts';
import { useApp } from '../../ui/use-app.ts';
import { useMakeRoom } from '../../ui/use-make-room.ts';
import { Line, Section } from './Section.tsx';

/** What the browser said when it was asked to keep what is stored here. */
export function PhoneSection() {
  const app = useApp();
  const persistence = useLiveQuery(() => app.store.readPersistence().then((answer) => answer ?? null), [app]);
  const room = useMakeRoom();
  if (persistence === undefined) return null;
  return (
    <Section title="This phone">
      {persistence?.isKept ? (
        <Line title="Storage is kept" detail="The browser has promised not to clear it by itself." />
      ) : (
        <Line
          title={persistence === null ? 'Storage: not asked yet' : 'The browser may clear the storage'}
          detail={
            persistence === null
              ? 'The browser is asked to keep it at your first save.'
              : 'When it runs short of space. Put Justmet on the home screen, then ask again.'
          }
        >
          <Button onClick={() => void app.askToKeepStorage('now')}>
            {persistence === null ? 'Ask now' : 'Ask again'}
          </Button>
        </Line>
      )}
      {room.files === 0 ? null : (
        <Line
          title={`${count(room.files, 'picture')}, ${bytesInWords(room.bytes)}`}
          detail="Your contact database has them too. They leave this phone when it runs short of space, and come back when you look at them."
        >
          <Button disabled={room.isBusy} onClick={room.makeRoom}>
            Make room now
          </Button>
        </Line>
      )}
    </Section>
  );
}
