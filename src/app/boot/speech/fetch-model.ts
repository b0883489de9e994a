import { speechEngineAddresses, speechEngines, speechPartsCache } from '../../../device/speech-parts.ts';
import { type ModelFile, modelFileAddress } from '../../../protocol/speech-models.ts';
import type { FetchedModel } from '../../ports/speech.ts';
import { fetchAllParts, type PartSet } from '../part-store.ts';
import type { ChosenModel } from './choose-model.ts';
import { type FetchedFile, fetchFile } from './fetch-file.ts';
import type { FetchOptions } from './fetch-once.ts';
import { readKeptModel, writeKeptModel } from './kept-model.ts';
import { createPieceStore, type PieceStore, speechModelCache } from './piece-store.ts';
import { speechWorkerAddress } from './speech-worker-address.ts';

/** What runs a model: the engine and the worker that uses it. */
export function enginePartsOf({ engine }: Pick<ChosenModel, 'engine'>): PartSet {
  return { cacheName: speechPartsCache, addresses: [...speechEngineAddresses(engine), speechWorkerAddress] };
}

export function weightBytes({ files }: Pick<ChosenModel, 'files'>): number {
  return files.reduce((sum, { bytes }) => sum + bytes, 0);
}

/** Brings a model and what runs it here; what is here already is not fetched again. Never rejects. */
export async function fetchModel(
  model: ChosenModel,
  from: string,
  options: FetchOptions,
): Promise<FetchedModel> {
  try {
    const cache = await caches.open(speechModelCache);
    const pieces = createPieceStore(cache);
    await forgetOthers(cache, pieces, model);
    await writeKeptModel(cache, { ...model, isWhole: false });
    const outcome = await fetchAll(model, from, pieces, options);
    if (outcome !== 'fetched') return outcome;
    await writeKeptModel(cache, { ...model, isWhole: true });
    return 'fetched';
  } catch (error) {
    if (options.signal?.aborted === true) return 'cancelled';
    return error instanceof Error && error.name === 'QuotaExceededError' ? 'full' : 'no-signal';
  }
}

async function fetchAll(
  model: ChosenModel,
  from: string,
  pieces: PieceStore,
  { onProgress, signal }: FetchOptions,
): Promise<FetchedModel> {
  const engineBytes = speechEngines[model.engine].sentBytes;
  const all = engineBytes + weightBytes(model);
  await fetchAllParts(enginePartsOf(model), (done) => onProgress((done * engineBytes) / all), signal);
  let before: number = engineBytes;
  for (const file of model.files) {
    const onBytes = (bytes: number) => onProgress((before + bytes) / all);
    const address = from + modelFileAddress(model.name, file);
    const outcome = await fetchFile(file, address, pieces, { onProgress: onBytes, signal });
    if (outcome !== 'fetched') return outcomeOf(outcome);
    before += file.bytes;
  }
  return 'fetched';
}

/** A file that was listed and is not there, or is another one: what is there is not what was promised. */
function outcomeOf(outcome: Exclude<FetchedFile, 'fetched'>): FetchedModel {
  return outcome === 'gone' ? 'damaged' : outcome;
}

/** Pieces of another model, or of another version of its files, only take room. */
async function forgetOthers(cache: Cache, pieces: PieceStore, model: ChosenModel): Promise<void> {
  const wanted = new Set(model.files.map(({ sha256 }) => sha256));
  const isOther = ({ sha256 }: ModelFile) => !wanted.has(sha256);
  const others = (await readKeptModel(cache))?.files.filter(isOther) ?? [];
  for (const file of others) await pieces.forget(file);
}
