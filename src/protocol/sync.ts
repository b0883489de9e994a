import * as z from 'zod/mini';
import type { Edit } from '../domain/row.ts';
import { rowIdSchema } from '../domain/row-id.ts';
import { deviceIdPattern } from '../domain/stamp.ts';
import { tableNames } from '../domain/table-words.ts';
import { fieldKeySchema } from './by-field.ts';
import { stampSchema, stampsSchema, valuesSchema, wireRowSchema } from './wire-row.ts';

export const syncPath = '/api/sync';

/** A batch: at most so many edits, and about so many bytes of JSON, whichever comes first. */
export const maxBatchEdits = 500;
export const maxBatchBytes = 1_000_000;
/** What the server takes as one body, in bytes after decompression. */
export const maxBodyBytes = 2_000_000;

const wireEditSchema = z.strictObject({
  table: z.enum(tableNames),
  id: rowIdSchema,
  stamp: stampSchema,
  values: valuesSchema,
  replaces: z.optional(stampsSchema),
  settles: z.optional(z.array(z.strictObject({ field: fieldKeySchema, stamp: stampSchema }))),
  /** Resent to fill a database that lost its history (docs/sync.md S-15). */
  isResent: z.optional(z.boolean()),
});

/** Push a batch of edits and pull the rows that came after `cursor`. */
export const syncRequestSchema = z.strictObject({
  protocol: z.int().check(z.gte(1)),
  /** Whose people these are. Not the session's account: 401, so that two people's data never mix. */
  account: z.string().check(z.minLength(1), z.maxLength(64)),
  device: z.string().check(z.regex(deviceIdPattern, 'is not a device id')),
  /** The last answer's `head`; null before the first. It proves which history `cursor` belongs to. */
  head: z.nullable(z.uuid()),
  /** The last sequence number that this device holds; 0 for none. */
  cursor: z.int().check(z.gte(0)),
  edits: z.array(wireEditSchema).check(z.maxLength(maxBatchEdits)),
});
export type SyncRequest = Omit<z.infer<typeof syncRequestSchema>, 'edits'> & {
  readonly edits: readonly Edit[];
};

/** An edit that the database will not take, with why, in words. */
export const refusedSchema = z.strictObject({
  stamp: stampSchema,
  problems: z.array(z.strictObject({ field: z.string(), detail: z.string() })),
});
export type Refused = z.infer<typeof refusedSchema>;

/** Answered only after what it acknowledges is on disk. */
export const syncResponseSchema = z.strictObject({
  protocol: z.int(),
  /** Names this state of the account's history: drawn anew by every request that changed a row. */
  head: z.uuid(),
  /** False when the request's `head` is of no state that this history went through (docs/sync.md S-15). */
  isHeadKnown: z.boolean(),
  acknowledged: z.array(stampSchema),
  refused: z.array(refusedSchema),
  rows: z.array(wireRowSchema),
  cursor: z.int().check(z.gte(0)),
  /** True when more rows wait behind `cursor`. */
  more: z.boolean(),
});
export type SyncResponse = z.infer<typeof syncResponseSchema>;
