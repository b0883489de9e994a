import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { makeDecoder, makeEncoder, mels, states, width } from './tiny-graphs.ts';
import { idOf, tokens, wordTokens } from './tiny-tokens.ts';

/**
 * A model with all the files and the shape of Whisper, that says one sentence to whatever sounds and another to silence.
 * `weight` is about how many bytes it has.
 */
export async function makeTinyWhisper(folder: string, weight: number): Promise<void> {
  const files: Readonly<Record<string, string | Buffer>> = {
    'config.json': JSON.stringify(config),
    'generation_config.json': JSON.stringify(generationConfig),
    'preprocessor_config.json': JSON.stringify(preprocessorConfig),
    'tokenizer.json': JSON.stringify(tokenizer),
    'tokenizer_config.json': JSON.stringify(tokenizerConfig),
    'onnx/encoder_model.onnx': makeEncoder(weight),
    'onnx/decoder_model_merged.onnx': makeDecoder(),
  };
  for (const [name, content] of Object.entries(files)) {
    const path = join(folder, name);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, content);
  }
}

const start = idOf('<|startoftranscript|>');
const end = idOf('<|endoftext|>');

const config = {
  model_type: 'whisper',
  architectures: ['WhisperForConditionalGeneration'],
  is_encoder_decoder: true,
  vocab_size: tokens.length,
  num_mel_bins: mels,
  d_model: width,
  encoder_layers: 1,
  encoder_attention_heads: 1,
  encoder_ffn_dim: width,
  decoder_layers: 1,
  decoder_attention_heads: 1,
  decoder_ffn_dim: width,
  num_hidden_layers: 1,
  max_source_positions: states,
  max_target_positions: 448,
  bos_token_id: end,
  eos_token_id: end,
  pad_token_id: end,
  decoder_start_token_id: start,
};

const generationConfig = {
  bos_token_id: end,
  eos_token_id: end,
  pad_token_id: end,
  decoder_start_token_id: start,
  is_multilingual: true,
  lang_to_id: { '<|en|>': idOf('<|en|>'), '<|es|>': idOf('<|es|>') },
  task_to_id: { transcribe: idOf('<|transcribe|>'), translate: idOf('<|translate|>') },
  no_timestamps_token_id: idOf('<|notimestamps|>'),
  max_length: 448,
};

const preprocessorConfig = {
  feature_extractor_type: 'WhisperFeatureExtractor',
  processor_class: 'WhisperProcessor',
  feature_size: mels,
  sampling_rate: 16_000,
  hop_length: 160,
  n_fft: 400,
  chunk_length: 30,
  n_samples: 480_000,
  nb_max_frames: 3_000,
  padding_side: 'right',
  padding_value: 0,
  return_attention_mask: false,
};

const tokenizer = {
  version: '1.0',
  truncation: null,
  padding: null,
  added_tokens: tokens.slice(wordTokens.length).map((content) => ({
    id: idOf(content),
    content,
    single_word: false,
    lstrip: false,
    rstrip: false,
    normalized: false,
    // Times are no special tokens in Whisper's own files either.
    special: !/^<\|\d/.test(content),
  })),
  normalizer: null,
  pre_tokenizer: { type: 'ByteLevel', add_prefix_space: false, trim_offsets: true, use_regex: true },
  post_processor: null,
  decoder: { type: 'ByteLevel', add_prefix_space: true, trim_offsets: true, use_regex: true },
  model: {
    type: 'BPE',
    dropout: null,
    unk_token: null,
    continuing_subword_prefix: '',
    end_of_word_suffix: '',
    fuse_unk: false,
    byte_fallback: false,
    vocab: Object.fromEntries(wordTokens.map((token, id) => [token, id])),
    merges: [],
  },
};

const tokenizerConfig = {
  tokenizer_class: 'WhisperTokenizer',
  processor_class: 'WhisperProcessor',
  model_max_length: 1024,
  bos_token: '<|endoftext|>',
  eos_token: '<|endoftext|>',
  pad_token: '<|endoftext|>',
  unk_token: '<|endoftext|>',
};
