import { type Constant, type Graph, graphToOnnx, type ValueInfo } from './onnx.ts';
import { followers, tokens } from './tiny-tokens.ts';

/** Of Whisper's shape: one layer, one head, four numbers wide. */
export const width = 4;
const frames = 3_000;
export const mels = 80;
export const states = 1_500;
const vocabulary = tokens.length;

const floats = (name: string, shape: readonly number[], values: ArrayLike<number>): Constant => ({
  name,
  type: 'float32',
  shape,
  values: Float32Array.from(values),
});
const ints = (name: string, values: readonly number[]): Constant => ({
  name,
  type: 'int64',
  shape: [values.length],
  values: BigInt64Array.from(values.map(BigInt)),
});

/** Its states are how loud it was at its loudest. `weight` is bytes that are there only to be fetched. */
export function makeEncoder(weight: number): Buffer {
  return graphToOnnx({
    name: 'encoder',
    inputs: [{ name: 'input_features', type: 'float32', shape: ['batch', mels, frames] }],
    outputs: [{ name: 'last_hidden_state', type: 'float32', shape: ['batch', states, width] }],
    constants: [
      ints('state_shape', [1, states, width]),
      floats('weight', [Math.floor(weight / 4)], noise(Math.floor(weight / 4))),
      ints('first', [0]),
    ],
    nodes: [
      {
        op: 'ReduceMax',
        inputs: ['input_features'],
        outputs: ['loudest'],
        attributes: { axes: [1, 2], keepdims: 1 },
      },
      { op: 'Expand', inputs: ['loudest', 'state_shape'], outputs: ['loud_states'] },
      // Multiplied by nothing: an engine may leave out what is not used at all.
      { op: 'Gather', inputs: ['weight', 'first'], outputs: ['some_weight'], attributes: { axis: 0 } },
      { op: 'Sub', inputs: ['some_weight', 'some_weight'], outputs: ['no_weight'] },
      { op: 'Add', inputs: ['loud_states', 'no_weight'], outputs: ['last_hidden_state'] },
    ],
  });
}

const cacheNames = ['decoder.key', 'decoder.value', 'encoder.key', 'encoder.value'] as const;

/** The next token is a row of one of two tables, by the last token and by whether anything was heard. */
export function makeDecoder(): Buffer {
  const pasts = cacheNames.map((name): ValueInfo => {
    const length = name.startsWith('decoder') ? 'past_length' : 'past_states';
    return { name: `past_key_values.0.${name}`, type: 'float32', shape: ['batch', 1, length, width] };
  });
  const presents = cacheNames.map((name): ValueInfo => {
    const length = name.startsWith('decoder') ? 'length' : states;
    return { name: `present.0.${name}`, type: 'float32', shape: ['batch', 1, length, width] };
  });
  return graphToOnnx({
    name: 'decoder',
    inputs: [
      { name: 'input_ids', type: 'int64', shape: ['batch', 'tokens'] },
      { name: 'encoder_hidden_states', type: 'float32', shape: ['batch', states, width] },
      ...pasts,
      { name: 'use_cache_branch', type: 'bool', shape: [1] },
    ],
    outputs: [{ name: 'logits', type: 'float32', shape: ['batch', 'tokens', vocabulary] }, ...presents],
    constants: [
      ints('heard_next', followers('heard')),
      ints('silent_next', followers('silent')),
      ints('depth', [vocabulary]),
      floats('off_on', [2], [0, 10]),
      floats('threshold', [1], [0]),
      ints('axis_1', [1]),
      ints('axis_1_and_3', [1, 3]),
      ints('four_wide', [1, 1, 1, width]),
    ],
    nodes: [...nextTokenNodes, ...cacheNodes],
  });
}

const nextTokenNodes: Graph['nodes'] = [
  { op: 'Gather', inputs: ['heard_next', 'input_ids'], outputs: ['after_heard'], attributes: { axis: 0 } },
  { op: 'Gather', inputs: ['silent_next', 'input_ids'], outputs: ['after_silent'], attributes: { axis: 0 } },
  {
    op: 'ReduceMax',
    inputs: ['encoder_hidden_states'],
    outputs: ['loudest'],
    attributes: { axes: [1, 2], keepdims: 0 },
  },
  { op: 'Greater', inputs: ['loudest', 'threshold'], outputs: ['is_heard'] },
  { op: 'Where', inputs: ['is_heard', 'after_heard', 'after_silent'], outputs: ['next'] },
  { op: 'OneHot', inputs: ['next', 'depth', 'off_on'], outputs: ['logits'], attributes: { axis: -1 } },
];

/** A key and a value for each token, as a real one has; nothing reads them. */
const cacheNodes: Graph['nodes'] = [
  { op: 'Cast', inputs: ['input_ids'], outputs: ['ids'], attributes: { to: 1 } },
  { op: 'Unsqueeze', inputs: ['ids', 'axis_1_and_3'], outputs: ['ids_4'] },
  { op: 'Tile', inputs: ['ids_4', 'four_wide'], outputs: ['new_keys'] },
  { op: 'Unsqueeze', inputs: ['encoder_hidden_states', 'axis_1'], outputs: ['encoder_keys'] },
  ...(['key', 'value'] as const).flatMap((kind) => [
    {
      op: 'Concat',
      inputs: [`past_key_values.0.decoder.${kind}`, 'new_keys'],
      outputs: [`present.0.decoder.${kind}`],
      attributes: { axis: 2 },
    },
    { op: 'Identity', inputs: ['encoder_keys'], outputs: [`present.0.encoder.${kind}`] },
  ]),
];

/** The same each time; it does not compress. */
function noise(length: number): Float32Array {
  let state = 1;
  return Float32Array.from({ length }, () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  });
}
