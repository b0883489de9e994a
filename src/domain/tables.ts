import * as z from 'zod/mini';
import { isStorable } from './is-storable.ts';
import type { FieldKey, FieldValues, TableName } from './row.ts';
import { rowIdSchema } from './row-id.ts';
import { deviceIdPattern, stampPattern } from './stamp.ts';

/** Characters (UTF-16 units) that a line and a note may have. */
export const maxLineLength = 2_000;
export const maxNoteLength = 200_000;

export const tagColours = ['blue', 'green', 'red', 'violet', 'orange', 'teal'] as const;
export type TagColour = (typeof tagColours)[number];

/** Of one picture or recording: three hours of speech at 32 kbit/s. */
export const maxFileBytes = 50_000_000;
export const fileKinds = ['picture', 'recording'] as const;
/** SHA-256 (FIPS 180-4). */
export const hashPattern = /^[0-9a-f]{64}$/;
/** Pictures and recordings, without parameters. */
export const mediaTypePattern = /^(image|audio)\/[a-z0-9][a-z0-9.+-]{0,100}$/;

const line = z.string().check(z.maxLength(maxLineLength), isStorable);
const time = z.iso.datetime();
const tombstone = z.nullable(
  z.record(z.string().check(z.regex(deviceIdPattern)), z.string().check(z.regex(stampPattern))),
);

/** E.164: a plus sign and at most fifteen digits. */
const e164 = z.string().check(z.regex(/^\+[1-9]\d{1,14}$/));

interface TableDefinition {
  readonly fields: Readonly<Record<string, z.ZodMiniType>>;
  /** Multi-valued fields: the shape of one entry. */
  readonly entries: Readonly<Record<string, z.ZodMiniType>>;
  /**
   * The fields that may leave the account: by an export, an address book, a shared view. All others are the agent's
   * private memory, and leave only when the agent says so for that one time. Every way out asks (domain/leaving.ts).
   */
  readonly leaving: readonly string[];
}

export const tableDefinitions: Readonly<Record<TableName, TableDefinition>> = {
  person: {
    fields: {
      name: line,
      company: line,
      metAt: time,
      occasion: z.nullable(rowIdSchema),
      lookedAt: z.nullable(time),
      /** When somebody last noted something: with it, a note keeps a person who was deleted elsewhere (S-12). */
      notedAt: time,
      deleted: tombstone,
    },
    entries: {
      phone: z.strictObject({ typed: line, e164: z.optional(e164) }),
      email: z.strictObject({ typed: line }),
      handle: z.strictObject({ typed: line, network: z.optional(line), url: z.optional(line) }),
    },
    leaving: ['name', 'company', 'metAt', 'occasion', 'phone', 'email', 'handle'],
  },
  note: {
    fields: {
      person: rowIdSchema,
      text: z.string().check(z.maxLength(maxNoteLength), isStorable),
      writtenAt: time,
      deleted: tombstone,
    },
    entries: {},
    leaving: [],
  },
  occasion: {
    fields: { name: line, colour: z.enum(tagColours), deleted: tombstone },
    entries: {},
    leaving: ['name', 'colour'],
  },
  touch: {
    fields: {
      person: rowIdSchema,
      way: z.enum(['call', 'text', 'email', 'follow']),
      at: time,
      deleted: tombstone,
    },
    entries: {},
    leaving: ['person', 'way', 'at'],
  },
  /** A picture or a recording; its bytes are apart from rows, under their hash (docs/sync.md S-23). */
  file: {
    fields: {
      person: rowIdSchema,
      kind: z.enum(fileKinds),
      type: z.string().check(z.regex(mediaTypePattern, 'is no picture and no recording')),
      hash: z.string().check(z.regex(hashPattern, 'is not a SHA-256')),
      bytes: z.int().check(z.gte(1), z.lte(maxFileBytes)),
      takenAt: time,
      deleted: tombstone,
    },
    entries: {},
    leaving: [],
  },
  /** What people call a device of theirs: "changed on your iPhone". `device` is the id in its stamps. */
  device: {
    fields: { device: z.string().check(z.regex(deviceIdPattern)), name: line, deleted: tombstone },
    entries: {},
    leaving: [],
  },
};

export const tableNames = [
  'person',
  'note',
  'occasion',
  'touch',
  'file',
  'device',
] as const satisfies readonly TableName[];

/** What is wrong with one field's value, for people and for programs. */
export interface FieldProblem {
  readonly field: string;
  readonly detail: string;
}

/** Checks an edit's values against the table's definition. No problems: an empty list. */
export function findFieldProblems(table: TableName, values: FieldValues): FieldProblem[] {
  const problems: FieldProblem[] = [];
  for (const field of Object.keys(values)) problems.push(...findValueProblems(table, field, values[field]));
  return problems;
}

function findValueProblems(table: TableName, field: FieldKey, value: unknown): readonly FieldProblem[] {
  const { fields, entries } = tableDefinitions[table];
  const slash = field.indexOf('/');
  const isEntry = slash > 0 && entryIdPattern.test(field.slice(slash + 1));
  const holder = isEntry ? entries : fields;
  const name = isEntry ? field.slice(0, slash) : field;
  const schema = Object.hasOwn(holder, name) ? holder[name] : undefined;
  if (schema === undefined) return [{ field, detail: `A ${table} has no such field.` }];
  if (isEntry && value === null) return noProblems;
  const parsed = schema.safeParse(value);
  if (parsed.success) return noProblems;
  return parsed.error.issues.map((issue) => ({
    field: [field, ...issue.path.map(String)].join('.'),
    detail: issue.message,
  }));
}

const noProblems: readonly FieldProblem[] = [];
const entryIdPattern = /^[0-9a-z]{8,22}$/;
