import { speechEngines } from '../../../device/speech-parts.ts';
import type { FetchedModel, OfferedModel, OnDeviceSpeech, OnDeviceWords } from '../../ports/speech.ts';
import { fetchAllParts, hasAllParts } from '../part-store.ts';
import { type ChosenModel, chooseModel } from './choose-model.ts';
import { hasMemoryFor } from './device-memory.ts';
import { enginePartsOf, fetchModel, weightBytes } from './fetch-model.ts';
import { type FetchOptions, fetchOnce, isFetching } from './fetch-once.ts';
import { hasGpu } from './has-gpu.ts';
import { findKeptModel, type KeptModel } from './kept-model.ts';
import { readListing } from './read-listing.ts';
import { recordingToSamples } from './recording-to-samples.ts';
import { removeModel } from './remove-model.ts';
import { runSpeechWorker } from './run-speech-worker.ts';
import type { WorkerTask } from './worker-messages.ts';

type WriteOptions = Parameters<OnDeviceSpeech['write']>[1];

const crashed = (): OnDeviceWords => ({ kind: 'later', why: 'crashed' });

export function openSpeech(): OnDeviceSpeech {
  const closing = new AbortController();
  let last: Promise<unknown> = Promise.resolve();
  return {
    async readModel() {
      if (!canKeep()) return undefined;
      const choice = await readChoice();
      return typeof choice === 'object' ? toOffered(choice.model, 'sentBytes') : choice;
    },
    async readKept() {
      const kept = await readReady();
      return kept && toOffered(kept, 'keptBytes');
    },
    isHere: async () => (await readReady()) !== undefined,
    isBegun: async () => (await findKeptModel().catch(() => undefined)) !== undefined,
    isFetching,
    fetch: ({ onProgress = () => undefined, signal }) => fetchOnce(fetchChoice, { onProgress, signal }),
    remove: removeModel,
    write(recording, options) {
      const signals = [closing.signal, options.signal ?? []].flat();
      const writing = last.then(() => write(recording, options, signals)).catch(crashed);
      last = writing;
      return writing;
    },
    close: () => closing.abort(),
  };
}

function toOffered(model: ChosenModel, kind: 'sentBytes' | 'keptBytes'): OfferedModel {
  return { name: model.name, bytes: weightBytes(model) + speechEngines[model.engine][kind] };
}

/** Without https a browser keeps nothing that could be gone on with. */
const canKeep = () => 'caches' in globalThis;

async function readChoice(signal?: AbortSignal) {
  const offered = await readListing(signal);
  if (offered === undefined) return undefined;
  const model = chooseModel(offered.models, await hasGpu());
  return model === undefined ? 'none' : { model, from: offered.from };
}

/** What is kept, if every part of it still is: a browser may forget one. */
async function readWhole(): Promise<KeptModel | undefined> {
  try {
    const kept = await findKeptModel();
    return kept?.isWhole === true && (await hasAllParts(enginePartsOf(kept))) ? kept : undefined;
  } catch {
    return undefined;
  }
}

async function fetchChoice({ onProgress, signal }: FetchOptions): Promise<FetchedModel> {
  if (!canKeep()) return 'none';
  const choice = await readChoice(signal);
  if (signal?.aborted === true) return 'cancelled';
  if (choice === undefined) return 'no-signal';
  if (choice === 'none') return 'none';
  return fetchModel(choice.model, choice.from, { onProgress, signal });
}

async function write(
  recording: Blob,
  { language, onProgress = () => undefined }: WriteOptions,
  signals: readonly AbortSignal[],
): Promise<OnDeviceWords> {
  const isCancelled = () => signals.some(({ aborted }) => aborted);
  if (isCancelled()) return { kind: 'cancelled' };
  const model = await readReady();
  if (model === undefined) return { kind: 'later', why: 'no-model' };
  if (!hasMemoryFor(weightBytes(model))) return { kind: 'later', why: 'little-memory' };
  const samples = await recordingToSamples(recording);
  if (samples === undefined) return { kind: 'later', why: 'unreadable' };
  const run = (device: WorkerTask['device'], heard: WorkerTask['samples']) =>
    runSpeechWorker({ samples: heard, language, device }, { onProgress, signals });
  if (model.engine === 'plain') return run('wasm', samples);
  // A graphics chip is a guest of its driver: what fails there is done once more without it.
  const outcome = await run('webgpu', samples.slice());
  return outcome.kind === 'later' ? run('wasm', samples) : outcome;
}

/** An update of the app may have another worker: it is small, and fetched by itself. */
async function readReady(): Promise<KeptModel | undefined> {
  const whole = await readWhole();
  if (whole !== undefined) return whole;
  try {
    const kept = await findKeptModel();
    if (kept?.isWhole !== true) return undefined;
    await fetchAllParts(enginePartsOf(kept));
    return kept;
  } catch {
    return undefined;
  }
}
