import * as z from 'zod/mini';

/** The layout of a backup; raised when an older Justmet could not read it any more. */
export const backupFormat = 1;
export const manifestName = 'manifest.json';
export const databaseName = 'contacts.sqlite';
export const secretName = 'secret';

/** All that may be in a backup, so that nothing of it can be put anywhere else. */
export const memberPattern =
  /^(manifest\.json|contacts\.sqlite|secret|files\/(?!\.{1,2}\/)[\w.%~!*'()-]+\/[0-9a-f]{2}\/[0-9a-f]{64})$/;

const memberSchema = z.strictObject({
  name: z.string().check(z.regex(memberPattern)),
  bytes: z.int().check(z.gte(0)),
  sha256: z.string().check(z.regex(/^[0-9a-f]{64}$/)),
});
export type Member = z.infer<typeof memberSchema>;

const countsSchema = z.strictObject({
  accounts: z.int(),
  rows: z.int(),
  history: z.int(),
  files: z.int(),
});
export type Counts = z.infer<typeof countsSchema>;

export const manifestSchema = z.object({
  format: z.int(),
  /** Of the Justmet that wrote it. */
  version: z.string(),
  /** ISO 8601, UTC. */
  madeAt: z.string(),
  migrations: z.array(z.string()),
  counts: countsSchema,
  members: z.array(memberSchema),
});
export type Manifest = z.infer<typeof manifestSchema>;
