import * as z from 'zod/mini';

/** What the worker says to the page. */
export const workerMessageSchema = z.union([
  /** Also a sign of life: `done` is 0 to 1. */
  z.object({ kind: z.literal('progress'), done: z.number() }),
  z.object({ kind: z.literal('written'), text: z.string() }),
  z.object({ kind: z.literal('failed'), why: z.enum(['no-model', 'little-memory', 'crashed']) }),
]);

export type WorkerMessage = z.infer<typeof workerMessageSchema>;

/** What the page gives the worker, once. */
export interface WorkerTask {
  /** One channel at `sampleRate`, from -1 to 1. */
  readonly samples: Float32Array<ArrayBuffer>;
  /** ISO 639-1; without one it is heard. */
  readonly language: string | undefined;
  readonly device: 'webgpu' | 'wasm';
}

/** Whisper hears no other (samples a second). */
export const sampleRate = 16_000;
