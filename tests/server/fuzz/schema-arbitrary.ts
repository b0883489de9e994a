import fc from 'fast-check';
import * as z from 'zod/mini';

/** Enough of JSON Schema 2020-12 for what zod writes of our bodies; anything else may be any JSON. */
const nodeSchema = z.object({
  type: z.optional(z.string()),
  const: z.optional(z.unknown()),
  enum: z.optional(z.array(z.unknown())),
  anyOf: z.optional(z.array(z.unknown())),
  allOf: z.optional(z.array(z.unknown())),
  oneOf: z.optional(z.array(z.unknown())),
  properties: z.optional(z.record(z.string(), z.unknown())),
  required: z.optional(z.array(z.string())),
  items: z.optional(z.unknown()),
  additionalProperties: z.optional(z.unknown()),
  format: z.optional(z.string()),
  pattern: z.optional(z.string()),
  minLength: z.optional(z.number()),
  maxLength: z.optional(z.number()),
  minimum: z.optional(z.number()),
  maximum: z.optional(z.number()),
});
type Node = z.infer<typeof nodeSchema>;

/** Values that a zod schema takes, or nearly: what only code checks is left to chance. */
export function schemaToArbitrary(schema: z.core.$ZodType): fc.Arbitrary<unknown> {
  return nodeToArbitrary(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }));
}

function nodeToArbitrary(value: unknown): fc.Arbitrary<unknown> {
  const parsed = nodeSchema.safeParse(value);
  if (!parsed.success) return fc.jsonValue({ maxDepth: 2 });
  const node = parsed.data;
  const { type, enum: listed, anyOf = node.oneOf } = node;
  if ('const' in node && node.const !== undefined) return fc.constant(node.const);
  if (listed !== undefined) return fc.constantFrom(...listed);
  if (anyOf !== undefined) return fc.oneof(...anyOf.map(nodeToArbitrary));
  if (type === 'object') return toObject(node);
  if (type === 'array') return fc.array(nodeToArbitrary(node.items), { maxLength: 3 });
  if (type === 'string') return toText(node);
  if (type === 'integer' || type === 'number') {
    const [low, high] = [Math.max(node.minimum ?? -1e6, -1e9), Math.min(node.maximum ?? 1e6, 1e9)];
    return fc.integer({ min: Math.ceil(low), max: Math.max(Math.floor(high), Math.ceil(low)) });
  }
  if (type === 'boolean') return fc.boolean();
  if (type === 'null') return fc.constant(null);
  return fc.jsonValue({ maxDepth: 2 });
}

function toObject({ properties = {}, required = [], additionalProperties }: Node): fc.Arbitrary<unknown> {
  const members = Object.entries(properties).map(([key, node]) => [key, nodeToArbitrary(node)] as const);
  const known = fc.record(Object.fromEntries(members), { requiredKeys: required });
  if (typeof additionalProperties !== 'object') return known;
  const more = fc.dictionary(
    fc.constantFrom('name', 'phone/aaaaaaaa', 'text', 'deleted', 'x'),
    fc.oneof(nodeToArbitrary(additionalProperties), fc.string()),
    { maxKeys: 3 },
  );
  return fc.tuple(known, more).map(([some, others]) => ({ ...some, ...others }));
}

function toText({ format, pattern, allOf, minLength = 0, maxLength = 40 }: Node): fc.Arbitrary<string> {
  if (format === 'email') return fc.emailAddress();
  const patterns = [pattern, ...(allOf ?? []).map((part) => nodeSchema.safeParse(part).data?.pattern)];
  const usable = patterns.flatMap((one) => (one === undefined ? [] : [toMatching(one)])).find((one) => one);
  if (usable !== undefined) return usable;
  if (format === 'uuid') return fc.uuid();
  return fc.string({ minLength, maxLength: Math.max(minLength, Math.min(maxLength, minLength + 20)) });
}

/** fast-check does not know every kind of pattern. */
function toMatching(pattern: string): fc.Arbitrary<string> | undefined {
  try {
    return fc.stringMatching(new RegExp(pattern));
  } catch {
    return undefined;
  }
}
