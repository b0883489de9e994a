import { recordingActions } from '../../../store/actions/recordings.ts';
import type { StoreContext } from '../../../store/context.ts';
import { fileQueries } from '../../../store/queries/files.ts';
import { recordingQueries } from '../../../store/queries/recordings.ts';
import type { WritingDown } from '../../ports/recorder.ts';
import type { OnDeviceSpeech } from '../../ports/speech.ts';

interface WriteDownParts {
  readonly context: StoreContext;
  readonly loadSpeech: () => Promise<OnDeviceSpeech>;
  readonly onWriting: (now: WritingDown | undefined) => void;
}

/** What this way could not read, or what ended it: not tried again while the app is open. */
const given = new Set<string>();

/**
 * Writes down what nothing has heard yet, where this device has what that takes: one recording after the other, in one
 * tab at a time. What fails waits, and is nobody's loss. Resolves with how many were written.
 */
export async function writeDown(parts: WriteDownParts): Promise<number> {
  let written = 0;
  await navigator.locks?.request('writing-down', { ifAvailable: true }, async (lock) => {
    if (lock === null) return;
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

async function writeEach({ context, onWriting }: WriteDownParts, speech: OnDeviceSpeech): Promise<number> {
  const { addHeard } = recordingActions(context);
  const { readFile } = fileQueries(context);
  let written = 0;
  for (const id of await recordingQueries(context).listUnheard('heardOnDevice')) {
    const recording = given.has(id) ? undefined : await readFile(id);
    if (recording === undefined) continue;
    onWriting({ fileId: id, done: 0 });
    const answer = await speech.write(recording, { onProgress: (done) => onWriting({ fileId: id, done }) });
    if (answer.kind === 'written') {
      await addHeard(id, 'heardOnDevice', answer.text);
      written += 1;
    } else {
      given.add(id);
      // The next one would end as this one did.
      if (answer.kind === 'cancelled' || answer.why !== 'unreadable') break;
    }
  }
  return written;
}
