import type { OnDeviceWords } from '../../ports/speech.ts';
import { startTimer } from '../start-timer.ts';
import { speechWorkerAddress } from './speech-worker-address.ts';
import { type WorkerTask, workerMessageSchema } from './worker-messages.ts';

interface RunOptions {
  readonly onProgress: (done: number) => void;
  /** Any of them ends it. */
  readonly signals: readonly AbortSignal[];
}

/** Loading a model and hearing half a minute take a slow phone a minute each; after that it has died without a word. */
const patienceMs = 180_000;

/**
 * Writes one recording down in a worker of its own, which frees all its memory at the end. Never rejects, whatever
 * becomes of the worker: it does not tell when the phone takes its memory away.
 */
export function runSpeechWorker(
  task: WorkerTask,
  { onProgress, signals }: RunOptions,
): Promise<OnDeviceWords> {
  return new Promise((resolve) => {
    const worker = new Worker(speechWorkerAddress, { type: 'module' });
    let stopTimer: () => void = () => undefined;
    const end = (outcome: OnDeviceWords) => {
      stopTimer();
      for (const signal of signals) signal.removeEventListener('abort', cancel);
      worker.terminate();
      resolve(outcome);
    };
    const cancel = () => end({ kind: 'cancelled' });
    const giveUp = () => end({ kind: 'later', why: 'crashed' });
    const waitAgain = () => {
      stopTimer();
      stopTimer = startTimer(giveUp, patienceMs);
    };
    worker.addEventListener('error', giveUp);
    worker.addEventListener('messageerror', giveUp);
    worker.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
      waitAgain();
      const { data: message } = workerMessageSchema.safeParse(data);
      if (message === undefined) giveUp();
      else if (message.kind === 'progress') onProgress(message.done);
      else end(message.kind === 'written' ? message : { kind: 'later', why: message.why });
    });
    for (const signal of signals) signal.addEventListener('abort', cancel);
    waitAgain();
    if (signals.some(({ aborted }) => aborted)) cancel();
    else worker.postMessage(task, [task.samples.buffer]);
  });
}
