import { expect, test } from 'vitest';
import { chooseModel } from '../../../../src/app/boot/speech/choose-model.ts';
import type { SpeechModel } from '../../../../src/protocol/speech-models.ts';

const settings = [
  'config.json',
  'generation_config.json',
  'preprocessor_config.json',
  'tokenizer.json',
  'tokenizer_config.json',
];

const model = (name: string, onnx: readonly string[], others: readonly string[] = settings): SpeechModel => ({
  name,
  files: [...others, ...onnx.map((file) => `onnx/${file}.onnx`)].map((path) => ({
    path,
    bytes: 1,
    sha256: '0'.repeat(64),
  })),
});

const small = ['encoder_model_quantized', 'decoder_model_merged_quantized'];
const large = ['encoder_model', 'decoder_model_merged_q4'];

test('only the files that this device needs are fetched', () => {
  const chosen = chooseModel(
    [model('base', [...large, ...small, 'decoder_model', 'encoder_model_fp16'])],
    false,
  );
  expect(chosen).toMatchObject({ name: 'base', engine: 'plain', encoder: 'q8', decoder: 'q8' });
  expect(chosen?.files.map(({ path }) => path)).toEqual([
    ...settings,
    ...small.map((file) => `onnx/${file}.onnx`),
  ]);
});

test('where there is WebGPU, what runs on it comes first', () => {
  expect(chooseModel([model('base', [...small, ...large])], true)).toMatchObject({
    engine: 'gpu',
    encoder: 'fp32',
    decoder: 'q4',
  });
  const both = [model('small', small), model('large', large)];
  expect(chooseModel(both, true)?.name).toBe('large');
  expect(chooseModel(both, false)?.name).toBe('small');
});

test('eight bits are not given to a graphics chip', () => {
  expect(chooseModel([model('base', small)], true)).toMatchObject({ engine: 'plain', encoder: 'q8' });
});

test('a model that is not all there is none', () => {
  expect(chooseModel([], false)).toBeUndefined();
  expect(chooseModel([model('base', small.slice(0, 1))], false)).toBeUndefined();
  expect(chooseModel([model('base', small, settings.slice(1))], false)).toBeUndefined();
  expect(chooseModel([model('base', []), model('tiny', small)], false)?.name).toBe('tiny');
});
