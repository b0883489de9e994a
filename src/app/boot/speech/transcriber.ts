import { env, LogLevel, pipeline, Tensor, TextStreamer } from '@huggingface/transformers';
import * as z from 'zod/mini';
import { speechEngines, speechPartsFolder } from '../../../device/speech-parts.ts';
import { speechModelsFolder } from '../../../protocol/speech-models.ts';
import type { KeptModel } from './kept-model.ts';
import { createPieceStore } from './piece-store.ts';
import { countWindows, overlapSeconds, windowSeconds } from './windows.ts';
import { sampleRate, type WorkerTask } from './worker-messages.ts';

type Recognizer = Awaited<ReturnType<typeof pipeline<'automatic-speech-recognition'>>>;

export type Transcribe = (
  samples: Float32Array,
  language: string | undefined,
  onProgress: (done: number) => void,
) => Promise<string>;

/** Loads a kept model. Rejects where it is not one, or memory is short. */
export async function openTranscriber(
  model: KeptModel,
  cache: Cache,
  device: WorkerTask['device'],
): Promise<Transcribe> {
  stayHere(model, cache);
  const recognizer = await pipeline('automatic-speech-recognition', model.name, {
    device,
    dtype: { encoder_model: model.encoder, decoder_model_merged: model.decoder },
  });
  const languages = readLanguages(recognizer.model.generation_config);
  return async (samples, language, onProgress) => {
    const known = [...(languages?.byId.values() ?? [])].find((code) => code === language);
    const spoken = languages && (known ?? (await hearLanguage(recognizer, samples, languages)));
    const { text } = await recognizer(samples, {
      chunk_length_s: windowSeconds,
      stride_length_s: overlapSeconds,
      ...(spoken === undefined ? {} : { language: spoken, task: 'transcribe' }),
      streamer: new WindowCounter(recognizer.tokenizer, countWindows(samples.length), onProgress),
    });
    return text.trim();
  };
}

/** Each word is a sign of life; each end is a window that is done. */
class WindowCounter extends TextStreamer {
  readonly #windows: number;
  readonly #onProgress: (done: number) => void;
  #heard = 0;

  constructor(tokenizer: Recognizer['tokenizer'], windows: number, onProgress: (done: number) => void) {
    super(tokenizer);
    this.#windows = windows;
    this.#onProgress = onProgress;
  }

  override put(): void {
    this.#onProgress(this.#heard / this.#windows);
  }

  override end(): void {
    this.#heard += 1;
    this.put();
  }
}

/** By default the library asks two companies' servers, and makes modules of blobs, which our content policy forbids. */
function stayHere(model: KeptModel, cache: Cache): void {
  const { module, wasm } = speechEngines[model.engine];
  const addressOf = (name: string) => new URL(speechPartsFolder + name, location.origin).href;
  env.allowRemoteModels = false;
  env.allowLocalModels = true;
  env.localModelPath = speechModelsFolder;
  env.useBrowserCache = false;
  env.useWasmCache = false;
  env.logLevel = LogLevel.ERROR;
  env.fetch = (address: string | URL) => readKept(new URL(address, location.origin).pathname, model, cache);
  const flags = env.backends.onnx.wasm;
  if (flags === undefined) throw new Error('There is no WebAssembly');
  flags.wasmPaths = { mjs: addressOf(module), wasm: addressOf(wasm) };
  // Threads need a page that is isolated from all others, and this one shows cards and maps of elsewhere.
  flags.numThreads = 1;
}

/** A kept file, as if it had been fetched. */
async function readKept(path: string, model: KeptModel, cache: Cache): Promise<Response> {
  const file = model.files.find((known) => path === `${speechModelsFolder}${model.name}/${known.path}`);
  if (file === undefined) return new Response(null, { status: 404 });
  const pieces = createPieceStore(cache).read(file);
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { value, done } = await pieces.next();
      if (done === true) controller.close();
      else controller.enqueue(value);
    },
  });
  return new Response(body, { headers: { 'content-length': String(file.bytes) } });
}

const generationSchema = z.object({
  is_multilingual: z.optional(z.nullable(z.boolean())),
  lang_to_id: z.optional(z.nullable(z.record(z.string(), z.number()))),
  decoder_start_token_id: z.number(),
});

interface Languages {
  readonly start: number;
  /** `es`, by the id of its token. */
  readonly byId: ReadonlyMap<number, string>;
}

/** Undefined for a model of one language, which must not be told any. */
function readLanguages(config: unknown): Languages | undefined {
  const { data } = generationSchema.safeParse(config);
  if (data?.is_multilingual !== true) return undefined;
  const byId = Object.entries(data.lang_to_id ?? {}).map(([token, id]) => [id, token.slice(2, -2)] as const);
  return { start: data.decoder_start_token_id, byId: new Map(byId) };
}

/** Whisper says its language first. Undefined when it says none: the library then takes English. */
async function hearLanguage(
  { model, processor }: Recognizer,
  samples: Float32Array,
  { start, byId }: Languages,
): Promise<string | undefined> {
  const { input_features } = await processor(samples.subarray(0, windowSeconds * sampleRate));
  const heard = await model.generate({
    inputs: input_features,
    decoder_input_ids: [start],
    max_new_tokens: 1,
  });
  return heard instanceof Tensor ? byId.get(Number(heard.data.at(-1))) : undefined;
}
