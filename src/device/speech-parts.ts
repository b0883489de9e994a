/** Where the engine of what writes down speech lies on our own origin. The version is in the path: a new one is fetched anew. */
export const speechPartsFolder = '/engines/ort/1.31.0-dev.20260914-8d85527a0/';

/** The Cache (Service Workers, 6) that keeps the engine and the worker that runs it. */
export const speechPartsCache = 'speech-engine-v1';

/** Where the build puts that worker, named after its content. */
export const speechWorkerFolder = '/engines/words/';

/** A module and its WebAssembly, by their names in that folder. */
export interface SpeechEngine {
  readonly module: string;
  readonly wasm: string;
  /** Of both over the wire, with gzip. */
  readonly sentBytes: number;
  /** Of both where they are kept. */
  readonly keptBytes: number;
}

/** `gpu` is larger and runs on both; `plain` is for all that have no WebGPU. Each is one thread: no page here is isolated. */
export const speechEngines = {
  plain: {
    module: 'ort-wasm-simd-threaded.mjs',
    wasm: 'ort-wasm-simd-threaded.wasm',
    sentBytes: 3_695_000,
    keptBytes: 14_289_219,
  },
  gpu: {
    module: 'ort-wasm-simd-threaded.asyncify.mjs',
    wasm: 'ort-wasm-simd-threaded.asyncify.wasm',
    sentBytes: 6_704_000,
    keptBytes: 26_914_834,
  },
} as const satisfies Readonly<Record<string, SpeechEngine>>;

export type SpeechEngineName = keyof typeof speechEngines;

/** By name in the folder, where the build takes it from, below node_modules. */
export const speechParts: Readonly<Record<string, string>> = Object.fromEntries(
  Object.values(speechEngines)
    .flatMap(({ module, wasm }) => [module, wasm])
    .map((name) => [name, `onnxruntime-web/dist/${name}`]),
);

export function speechEngineAddresses(name: SpeechEngineName): readonly string[] {
  const { module, wasm } = speechEngines[name];
  return [speechPartsFolder + module, speechPartsFolder + wasm];
}
