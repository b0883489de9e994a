import * as z from 'zod/mini';
import { speechModelSchema } from '../../../protocol/speech-models.ts';
import type { ChosenModel } from './choose-model.ts';
import { speechModelCache } from './piece-store.ts';

/** Where the cache of the weights says which model it holds, from the first piece on. */
const noteAddress = '/engines/speech/kept/model.json';

const precisionSchema = z.enum(['fp32', 'fp16', 'q8', 'q4', 'q4f16']);

/** What is kept, or on its way: page and worker read it alike. */
const keptModelSchema = z.object({
  ...speechModelSchema.shape,
  engine: z.enum(['plain', 'gpu']),
  encoder: precisionSchema,
  decoder: precisionSchema,
  /** Every byte is here and was held to its hash. */
  isWhole: z.boolean(),
});

export type KeptModel = ChosenModel & { readonly isWhole: boolean };

/** Undefined where nothing was ever fetched, or another version of the app wrote it. */
export async function readKeptModel(cache: Cache): Promise<KeptModel | undefined> {
  const note = await cache.match(noteAddress);
  const parsed = keptModelSchema.safeParse(await note?.json().catch(() => undefined));
  return parsed.success ? parsed.data : undefined;
}

/** The same, where the cache may not be there; it is not made by looking. Rejects where the browser's storage is broken. */
export async function findKeptModel(): Promise<KeptModel | undefined> {
  if (!('caches' in globalThis) || !(await caches.has(speechModelCache))) return undefined;
  return readKeptModel(await caches.open(speechModelCache));
}

export function writeKeptModel(cache: Cache, model: KeptModel): Promise<void> {
  return cache.put(noteAddress, new Response(JSON.stringify(model)));
}
