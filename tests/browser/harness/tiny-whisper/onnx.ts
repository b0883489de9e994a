/** As much of ONNX's ModelProto (https://github.com/onnx/onnx/blob/main/onnx/onnx.proto) as a small model needs. */

export type ElementType = 'float32' | 'int64' | 'bool';

/** A dimension is a number, or a name for one that is known when it runs. */
export interface ValueInfo {
  readonly name: string;
  readonly type: ElementType;
  readonly shape: readonly (number | string)[];
}

export interface Constant {
  readonly name: string;
  readonly type: ElementType;
  readonly shape: readonly number[];
  readonly values: Float32Array | BigInt64Array;
}

export interface Node {
  readonly op: string;
  readonly inputs: readonly string[];
  readonly outputs: readonly string[];
  /** Whole numbers alone. */
  readonly attributes?: Readonly<Record<string, number | readonly number[]>>;
}

export interface Graph {
  readonly name: string;
  readonly inputs: readonly ValueInfo[];
  readonly outputs: readonly ValueInfo[];
  readonly constants: readonly Constant[];
  readonly nodes: readonly Node[];
}

const elementTypes: Readonly<Record<ElementType, number>> = { float32: 1, int64: 7, bool: 9 };
const irVersion = 8;
const opsetVersion = 13;
const attributeTypes = { int: 2, ints: 7 };

export function graphToOnnx(graph: Graph): Buffer {
  return Buffer.concat([
    int(1, irVersion),
    text(2, 'justmet-tests'),
    message(7, graphToBytes(graph)),
    message(8, int(2, opsetVersion)),
  ]);
}

function graphToBytes({ name, inputs, outputs, constants, nodes }: Graph): Buffer {
  return Buffer.concat([
    ...nodes.map((node) => message(1, nodeToBytes(node))),
    text(2, name),
    ...constants.map((constant) => message(5, constantToBytes(constant))),
    ...inputs.map((input) => message(11, valueToBytes(input))),
    ...outputs.map((output) => message(12, valueToBytes(output))),
  ]);
}

function nodeToBytes({ op, inputs, outputs, attributes = {} }: Node): Buffer {
  return Buffer.concat([
    ...inputs.map((input) => text(1, input)),
    ...outputs.map((output) => text(2, output)),
    text(4, op),
    ...Object.entries(attributes).map(([name, value]) => message(5, attributeToBytes(name, value))),
  ]);
}

function attributeToBytes(name: string, value: number | readonly number[]): Buffer {
  if (typeof value === 'number') {
    return Buffer.concat([text(1, name), int(3, value), int(20, attributeTypes.int)]);
  }
  return Buffer.concat([text(1, name), ...value.map((one) => int(8, one)), int(20, attributeTypes.ints)]);
}

function constantToBytes({ name, type, shape, values }: Constant): Buffer {
  const raw = Buffer.from(values.buffer, values.byteOffset, values.byteLength);
  return Buffer.concat([
    ...shape.map((length) => int(1, length)),
    int(2, elementTypes[type]),
    text(8, name),
    message(9, raw),
  ]);
}

function valueToBytes({ name, type, shape }: ValueInfo): Buffer {
  const dimensions = shape.map((length) =>
    message(1, typeof length === 'number' ? int(1, length) : text(2, length)),
  );
  const tensor = Buffer.concat([int(1, elementTypes[type]), message(2, Buffer.concat(dimensions))]);
  return Buffer.concat([text(1, name), message(2, message(1, tensor))]);
}

// Protocol Buffers' wire format: https://protobuf.dev/programming-guides/encoding/

function int(field: number, value: number): Buffer {
  return Buffer.concat([varint(field * 8), varint(value)]);
}

function text(field: number, value: string): Buffer {
  return message(field, Buffer.from(value, 'utf8'));
}

function message(field: number, bytes: Buffer): Buffer {
  return Buffer.concat([varint(field * 8 + 2), varint(bytes.length), bytes]);
}

function varint(value: number): Buffer {
  const bytes: number[] = [];
  // A negative one is its two's complement in 64 bits.
  let rest = BigInt.asUintN(64, BigInt(value));
  while (rest >= 128n) {
    bytes.push(Number(rest % 128n) + 128);
    rest /= 128n;
  }
  bytes.push(Number(rest));
  return Buffer.from(bytes);
}
