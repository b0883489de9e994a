import { loadHasher } from '../../../device/sha256.ts';
import { recordingActions } from '../../../store/actions/recordings.ts';
import type { StoreContext } from '../../../store/context.ts';
import { recordingQueries } from '../../../store/queries/recordings.ts';
import type { App } from '../../ports/app.ts';
import type { Kept, Recorder, WritingDown } from '../../ports/recorder.ts';
import { listLeftOver } from './list-left-over.ts';
import { listLocalLanguages } from './local-recognition.ts';
import { openMicrophone } from './open-microphone.ts';
import { startRecording } from './running-recording.ts';
import { chosenToLiveLanguage } from './spoken-language.ts';
import { sweepRecordings } from './sweep-recordings.ts';
import { writeDown } from './write-down.ts';

/** Voice notes: on disk as they are made, and a file of somebody's when they are done. */
export function createRecorder(app: App, context: StoreContext): Recorder {
  const actions = recordingActions(context);
  const queries = recordingQueries(context);

  const onWriting = (now: WritingDown | undefined) => app.writingDown.set(now);
  // Aborted while this tab records: both at once are too much for a small phone.
  let writing = new AbortController();
  const write = (askedId?: string) => {
    const { signal } = writing;
    return writeDown({ context, loadSpeech: app.loadSpeech, onWriting, signal, askedId }).catch(() => 0);
  };
  const goOnWriting = () => {
    if (writing.signal.aborted) writing = new AbortController();
    void write();
  };
  const wait = (ms: number) => new Promise<void>((resolve) => app.timer(resolve, ms));
  const keep = async (id: string): Promise<Kept> => {
    try {
      return await actions.keepRecording(id, (await loadHasher())());
    } catch {
      return 'failed';
    } finally {
      goOnWriting();
    }
  };

  return {
    async start(options, events, signal) {
      writing.abort();
      // Before it is needed, and so that a signal lost meanwhile does no harm.
      void loadHasher().catch(() => undefined);
      const [microphone, chosen] = await Promise.all([
        openMicrophone(),
        actions.readSpokenLanguage().catch(() => undefined),
      ]);
      if (typeof microphone === 'string') {
        goOnWriting();
        return { trouble: microphone };
      }
      if (signal.aborted) {
        for (const track of microphone.getTracks()) track.stop();
        goOnWriting();
        return undefined;
      }
      const language = chosenToLiveLanguage(chosen, navigator.language);
      try {
        const running = await startRecording({ actions, microphone, options, events, language, keep, wait });
        // Where the start of the app has begun some meanwhile.
        writing.abort();
        return running;
      } catch {
        for (const track of microphone.getTracks()) track.stop();
        goOnWriting();
        return { trouble: 'unable' };
      }
    },
    keep,
    async keepLeftOver() {
      const kept: string[] = [];
      for (const { id, person } of await listLeftOver(queries, wait)) {
        await actions.endRecording(id);
        if (person !== null && (await keep(id)) === 'kept') kept.push(person);
      }
      return kept;
    },
    readLanguages: async () => ({ own: navigator.languages, live: await listLocalLanguages() }),
    sweep: () => sweepRecordings(context),
    writeDown: write,
  };
}
