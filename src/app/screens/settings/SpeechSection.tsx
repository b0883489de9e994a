import { Button } from '../../ui/Button.tsx';
import { Choices, Line, Section } from './Section.tsx';
import { SpokenLanguageLine } from './SpokenLanguageLine.tsx';
import { type Speech, useSpeech } from './use-speech.ts';

const whatItDoes =
  'Browsers of the last years can do it, also without signal; a slow phone may take longer than you talked. Nothing you say leaves it.';

/** Whether recordings are written down on this device, and a way to get there. */
export function SpeechSection() {
  const { speech, fetch, cancel, remove } = useSpeech();
  if (speech === undefined) return null;
  return (
    <Section title="Writing down on this phone">
      {speech.kind === 'here' && (
        <Line
          title="What you say is written down on this phone"
          detail={`Also without signal. It takes ${sizeOf(speech.bytes)} here.`}
        >
          <Button onClick={remove}>Remove it</Button>
        </Line>
      )}
      {speech.kind === 'none' && (
        <Line
          title="Your contact database has nothing for it"
          detail={
            <>
              Whoever runs it can put a model into its folder <code>models</code>: see docs/voice.md. Until
              then, recordings are written down later.
            </>
          }
        />
      )}
      {speech.kind === 'coming' && (
        <Line
          title="Fetching what writes down"
          detail={<progress aria-label="Fetching what writes down" value={speech.done} />}
        >
          <Button onClick={cancel}>Cancel</Button>
        </Line>
      )}
      {speech.kind === 'away' && (
        <Line title={sentences[speech.why]} detail={whatItDoes}>
          {speech.isBegun ? (
            <Choices>
              <Button onClick={remove}>Remove it</Button>
              <Button onClick={fetch}>Go on fetching</Button>
            </Choices>
          ) : (
            <Button onClick={fetch}>
              Fetch it{speech.bytes !== undefined && ` (${sizeOf(speech.bytes)})`}
            </Button>
          )}
        </Line>
      )}
      <SpokenLanguageLine isForLiveOnly={speech.kind === 'none'} />
    </Section>
  );
}

const sentences: Readonly<Record<Extract<Speech, { kind: 'away' }>['why'], string>> = {
  'not-wanted': 'Not on this phone yet',
  'no-signal': 'The signal went. What is here stays; go on when you like',
  cancelled: 'Not all of it is here yet',
  damaged: 'What came was damaged, and was thrown away. Try again',
  full: 'This phone has no room for it',
};

/** "41 MB": of what is fetched, and as it is counted for phones' storage. */
function sizeOf(bytes: number): string {
  return `${Math.max(1, Math.round(bytes / 1_000_000))} MB`;
}
