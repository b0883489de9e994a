import { useLiveQuery } from 'dexie-react-hooks';
import * as z from 'zod/mini';
import { calendarPath, calendarStateSchema } from '../../../protocol/calendar.ts';
import { Button } from '../../ui/Button.tsx';
import { problemInWords } from '../../ui/problem-words.ts';
import { useApp } from '../../ui/use-app.ts';
import devices from './Devices.module.css';
import { Line, Section } from './Section.tsx';
import { useAnswer } from './use-answer.ts';

/** Who is due, in a calendar of the agent's own: the private address that it subscribes to. */
export function CalendarSection() {
  const { store } = useApp();
  const connection = useLiveQuery(async () => (await store.readConnection()) ?? null, [store]);
  if (connection === undefined) return null;
  return (
    <Section title="Calendar">
      {connection?.isSignedIn ? (
        <Feed />
      ) : (
        <Line
          title="Who is due, in your own calendar"
          detail="Your contact database does this: sign in first. One day at a time you can add from a person’s page."
        />
      )}
    </Section>
  );
}

function Feed() {
  const { contactDatabase, toast } = useApp();
  const { answer, refresh } = useAnswer(calendarPath, calendarStateSchema);
  if (answer === undefined) return <Line title="Asking your contact database…" />;
  if (answer.kind !== 'ok') {
    return (
      <Line title="Not known just now" detail={problemInWords(answer)}>
        <Button onClick={() => void refresh()}>Ask again</Button>
      </Line>
    );
  }
  const { feed } = answer.value;
  const make = async (words: string) => {
    const body = { instead: feed?.path ?? null };
    const question = { method: 'POST', path: calendarPath, body, schema: calendarStateSchema } as const;
    const result = await contactDatabase.ask(question);
    toast.set({ words: result.kind === 'ok' ? words : problemInWords(result) });
    await refresh();
  };
  const stop = async () => {
    const question = { method: 'DELETE', path: calendarPath, schema: z.undefined() } as const;
    const result = await contactDatabase.ask(question);
    toast.set({ words: result.kind === 'ok' ? 'No calendar is told any more.' : problemInWords(result) });
    await refresh();
  };
  if (feed === null) {
    return (
      <Line
        title="Who is due, in your own calendar"
        detail="It looks by itself at an address that only you have. In it are names and days, and nothing that you noted."
      >
        <Button onClick={() => void make('Your calendar has an address.')}>Make an address</Button>
      </Line>
    );
  }
  return (
    <>
      <Address path={feed.path} />
      <Line
        title="Does somebody else have it?"
        detail="Make a new one. The one above stops at once, in every calendar, and that cannot be taken back."
      >
        <Button look="quiet" onClick={() => void make('The address is new. Give it to your calendar.')}>
          New address
        </Button>
      </Line>
      <Line
        title="No calendar any more"
        detail="The address stops. What a calendar has may stay until it looks again."
      >
        <Button look="alert" onClick={() => void stop()}>
          Stop
        </Button>
      </Line>
    </>
  );
}

function Address({ path }: { readonly path: string }) {
  const { share, toast } = useApp();
  const address = `${location.origin}${path}`;
  const copy = async () => {
    toast.set({ words: (await share(address)) ? 'Handed over.' : 'Copy it by hand.' });
  };
  return (
    <>
      <Line
        title="Who is due, in your own calendar"
        detail="Calendars look when they like, some only once a day."
      >
        <a className={devices.link} href={address.replace(/^https?:/, 'webcal:')}>
          Add to my calendar
        </a>
      </Line>
      <div className={devices.secret}>
        <p className={devices.soft}>
          Or give this address to it. Whoever has it sees names and days, so keep it to yourself.
        </p>
        <code>{address}</code>
        <Button onClick={() => void copy()}>Copy the address</Button>
      </div>
    </>
  );
}
