import * as z from 'zod/mini';
import { readKeptModel } from './kept-model.ts';
import { speechModelCache } from './piece-store.ts';
import { openTranscriber } from './transcriber.ts';
import type { WorkerMessage } from './worker-messages.ts';

// Here, since the page only sends one.
const taskSchema = z.object({
  samples: z.instanceof(Float32Array<ArrayBuffer>),
  language: z.optional(z.string()),
  device: z.enum(['webgpu', 'wasm']),
});

const say = (message: WorkerMessage) => postMessage(message);

addEventListener('message', ({ data }: MessageEvent<unknown>) => {
  void write(taskSchema.parse(data)).then(say, (error: unknown) =>
    say({ kind: 'failed', why: whyOf(error) }),
  );
});

/** Everything comes from what is kept on this device; nothing is asked of any network. */
async function write({ samples, language, device }: z.infer<typeof taskSchema>): Promise<WorkerMessage> {
  const cache = await caches.open(speechModelCache);
  const model = await readKeptModel(cache);
  if (model === undefined || !model.isWhole) return { kind: 'failed', why: 'no-model' };
  const transcribe = await openTranscriber(model, cache, device);
  const text = await transcribe(samples, language, (done) => say({ kind: 'progress', done }));
  return { kind: 'written', text };
}

/** Memory that cannot be had is a RangeError, in JavaScript (ECMA-262) as in WebAssembly's. */
function whyOf(error: unknown): 'little-memory' | 'crashed' {
  return error instanceof RangeError ? 'little-memory' : 'crashed';
}
