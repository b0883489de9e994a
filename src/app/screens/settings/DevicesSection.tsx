import { useLiveQuery } from 'dexie-react-hooks';
import { Link } from 'wouter';
import * as z from 'zod/mini';
import { devicesPath, type SignedInDevice, signedInDevicesSchema } from '../../../protocol/devices.ts';
import { Button } from '../../ui/Button.tsx';
import { problemInWords } from '../../ui/problem-words.ts';
import { count } from '../../ui/status-words.ts';
import { momentInWords } from '../../ui/time-words.ts';
import { useApp } from '../../ui/use-app.ts';
import styles from './Devices.module.css';
import { Line, Section } from './Section.tsx';
import { useAnswer } from './use-answer.ts';

/** The devices that are signed in, and the ways in for one more and for other programs. */
export function DevicesSection() {
  const { store } = useApp();
  const connection = useLiveQuery(() => store.readConnection(), [store]);
  if (!connection?.isSignedIn) return null;
  return (
    <>
      <Section title="Your devices">
        <DeviceLines />
        <Line title="One more phone" detail="It reads a code from this screen. No password to type.">
          <Link href="/settings/add-phone" className={styles.link} aria-label="Add a phone">
            Add
          </Link>
        </Line>
      </Section>
      <Section title="Other programs">
        <Line title="App passwords" detail="Let a script read your people, without your own password.">
          <Link href="/settings/app-passwords" className={styles.link} aria-label="Show app passwords">
            Show
          </Link>
        </Line>
      </Section>
    </>
  );
}

function DeviceLines() {
  const { store, contactDatabase, toast, nowMs } = useApp();
  const names = useLiveQuery(() => store.readDeviceNames(), [store]);
  const { answer, refresh } = useAnswer(devicesPath, signedInDevicesSchema);
  if (answer === undefined || names === undefined) return <Line title="Asking your contact database…" />;
  if (answer.kind !== 'ok') {
    return (
      <Line title="Not known just now" detail={problemInWords(answer)}>
        <Button onClick={() => void refresh()}>Ask again</Button>
      </Line>
    );
  }
  const { devices } = answer.value;
  const end = async (path: string, words: string) => {
    const result = await contactDatabase.ask({ method: 'DELETE', path, schema: z.undefined() });
    toast.set({ words: result.kind === 'ok' ? words : problemInWords(result) });
    await refresh();
  };
  const nameOf = ({ device, name }: SignedInDevice) => names.get(device ?? '') ?? (name || 'Another device');
  const others = devices.filter(({ isThis }) => !isThis);
  return (
    <>
      {devices.map((device) => {
        const name = nameOf(device);
        return (
          <Line
            key={device.id}
            title={device.isThis ? `${name}, this one` : name}
            detail={timesInWords(device, nowMs())}
          >
            {device.isThis ? null : (
              <Button
                look="alert"
                aria-label={`End ${name}`}
                onClick={() => void end(`${devicesPath}/${device.id}`, `${name} is signed out.`)}
              >
                End
              </Button>
            )}
          </Line>
        );
      })}
      {others.length < 2 ? null : (
        <Line
          title={`${count(others.length, 'other device')}`}
          detail="What they have not sent stays on them until you sign in there again."
        >
          <Button look="alert" onClick={() => void end(devicesPath, 'All other devices are signed out.')}>
            End all others
          </Button>
        </Line>
      )}
    </>
  );
}

/** "Synced today, 6:42 pm. Signed in on Thursday." */
function timesInWords({ lastSyncAt, signedInAt }: SignedInDevice, nowMs: number): string {
  const synced = lastSyncAt === null ? 'Not synced yet' : `Synced ${momentInWords(lastSyncAt, nowMs)}`;
  return `${synced}. Signed in ${momentInWords(signedInAt, nowMs)}.`;
}
