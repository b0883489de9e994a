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
  const write = () => writeDown({ context, loadSpeech: app.loadSpeech, onWriting }).catch(() => 0);
  const wait = (ms: number) => new Promise<void>((resolve) => app.timer(resolve, ms));
  const keep = async (id: string): Promise<Kept> => {
    try {
      const kept = await actions.keepRecording(id, (await loadHasher())());
      if (kept === 'kept') void write();
      return kept;
    } catch {
      return 'failed';
    }
  };

  return {
    async start(options, events) {
      // Before it is needed, and so that a signal lost meanwhile does no harm.
      void loadHasher().catch(() => undefined);
      const [microphone, chosen] = await Promise.all([
        openMicrophone(),
        actions.readSpokenLanguage().catch(() => undefined),
      ]);
      if (typeof microphone === 'string') return { trouble: microphone };
      const language = chosenToLiveLanguage(chosen, navigator.language);
      try {
        return await startRecording({ actions, microphone, options, events, language, keep, wait });
      } catch {
        for (const track of microphone.getTracks()) track.stop();
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
