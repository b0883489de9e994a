import type { SpeechEngineName } from '../../../device/speech-parts.ts';
import type { ModelFile, SpeechModel } from '../../../protocol/speech-models.ts';

/** How its numbers are stored, as transformers.js names it. */
export type Precision = 'fp32' | 'fp16' | 'q8' | 'q4' | 'q4f16';

export interface ChosenModel extends SpeechModel {
  readonly engine: SpeechEngineName;
  readonly encoder: Precision;
  readonly decoder: Precision;
}

/** How onnx-community names a file of that precision: `onnx/encoder_model_quantized.onnx`. */
const endings: Readonly<Record<Precision, string>> = {
  fp32: '',
  fp16: '_fp16',
  q8: '_quantized',
  q4: '_q4',
  q4f16: '_q4f16',
};

/** What each engine runs well, best first. Eight bits are right in WebAssembly and nonsense on graphics chips (transformers.js #1317). */
const wanted: Readonly<Record<SpeechEngineName, readonly Precision[]>> = {
  plain: ['q8', 'q4', 'fp32'],
  gpu: ['q4', 'fp32'],
};

const settingsNeeded = [
  'config.json',
  'generation_config.json',
  'preprocessor_config.json',
  'tokenizer.json',
  'tokenizer_config.json',
];

/**
 * The first model that is all there for this device, with only the files that it needs: one encoder, one decoder. With
 * WebGPU one that runs on it is taken before one that does not. Undefined where none is.
 */
export function chooseModel(models: readonly SpeechModel[], hasGpu: boolean): ChosenModel | undefined {
  const engines: readonly SpeechEngineName[] = hasGpu ? ['gpu', 'plain'] : ['plain'];
  for (const engine of engines) {
    for (const model of models) {
      const chosen = chooseFiles(model, engine);
      if (chosen !== undefined) return chosen;
    }
  }
  return undefined;
}

function chooseFiles({ name, files }: SpeechModel, engine: SpeechEngineName): ChosenModel | undefined {
  const byPath = new Map(files.map((file) => [file.path, file]));
  const settings = settingsNeeded.flatMap((path) => byPath.get(path) ?? []);
  const encoder = findPart(byPath, 'encoder_model', engine);
  const decoder = findPart(byPath, 'decoder_model_merged', engine);
  if (settings.length < settingsNeeded.length || encoder === undefined || decoder === undefined)
    return undefined;
  return {
    name,
    engine,
    encoder: encoder.precision,
    decoder: decoder.precision,
    files: [...settings, encoder.file, decoder.file],
  };
}

function findPart(byPath: ReadonlyMap<string, ModelFile>, part: string, engine: SpeechEngineName) {
  for (const precision of wanted[engine]) {
    const file = byPath.get(`onnx/${part}${endings[precision]}.onnx`);
    if (file !== undefined) return { precision, file };
  }
  return undefined;
}
