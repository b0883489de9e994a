import { recordingActions } from '../../../store/actions/recordings.ts';
import type { StoreContext } from '../../../store/context.ts';
import { fileQueries } from '../../../store/queries/files.ts';
import { recordingQueries } from '../../../store/queries/recordings.ts';
import type { WritingDown } from '../../ports/recorder.ts';
import type { OnDeviceSpeech } from '../../ports/speech.ts';
import { chosenToWhisperLanguage } from './spoken-language.ts';

interface WriteDownParts {
  readonly context: StoreContext;
  readonly loadSpeech: () => Promise<OnDeviceSpeech>;
  readonly onWriting: (now: WritingDown | undefined) => void;
  /** Ends it: a recording wants the memory. */
  readonly signal: AbortSignal;
  /** One that was broken off before, and that somebody asks for again. */
  readonly askedId?: string | undefined;
}

/** What this way could not read, or what ended it: not tried again while the app is open. */
const given = new Set<string>();

/**
 * Writes down what nothing has heard yet, where this device has what that takes: one recording after the other, in one
 * tab at a time, and while nothing records. What fails waits, and is nobody's loss; what was begun twice and never ended
 * may have taken the app along, and waits until somebody asks for it. Resolves with how many were written.
 */
export async function writeDown(parts: WriteDownParts): Promise<number> {
  let written = 0;
  await navigator.locks?.request('writing-down', { ifAvailable: true }, async (lock) => {
    if (lock === null || parts.signal.aborted) return;
    const { askedId } = parts;
    if (askedId !== undefined) {
      given.delete(askedId);
      await recordingActions(parts.context).endWriting(askedId);
    }
    const speech = await parts.loadSpeech();
    try {
      if (!(await speech.isHere())) return;
      written = await writeEach(parts, speech);
    } finally {
      parts.onWriting(undefined);
      speech.close();
    }
  });
  return written;
}

async function writeEach(parts: WriteDownParts, speech: OnDeviceSpeech): Promise<number> {
  const { context, onWriting, signal } = parts;
  const { addHeard, readSpokenLanguage, beginWriting, endWriting } = recordingActions(context);
  const { readFile } = fileQueries(context);
  let written = 0;
  const { listUnheard, listBrokenOff, isRecording } = recordingQueries(context);
  // Asked anew after each: another may have been made meanwhile.
  const findNext = async () => {
    if (signal.aborted || (await isRecording())) return undefined;
    const broken = await listBrokenOff();
    return (await listUnheard('heardOnDevice')).find((id) => !given.has(id) && !broken.includes(id));
  };
  for (let id = await findNext(); id !== undefined; id = await findNext()) {
    const fileId = id;
    const recording = await readFile(fileId);
    if (recording === undefined) {
      given.add(fileId);
      continue;
    }
    onWriting({ fileId, done: 0 });
    const language = chosenToWhisperLanguage(await readSpokenLanguage(), navigator.language);
    const onProgress = (done: number) => onWriting({ fileId, done });
    await beginWriting(fileId);
    const answer = await speech.write(recording, { language, onProgress, signal });
    await endWriting(fileId);
    if (answer.kind === 'written') {
      await addHeard(fileId, 'heardOnDevice', answer.text);
      written += 1;
    } else {
      // The next one would end as this one did; with a model that comes later, this one too is tried again.
      if (answer.kind === 'cancelled' || answer.why === 'no-model') break;
      given.add(fileId);
      if (answer.why !== 'unreadable') break;
    }
  }
  return written;
}
