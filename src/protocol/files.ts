import * as z from 'zod/mini';
import { hashPattern, maxFileBytes } from '../domain/limits.ts';

/** At most so many bytes of a file travel in one request or answer. */
export const maxPartBytes = 512 * 1024;
export const partMediaType = 'application/octet-stream';

/** The `type` of a 422: all bytes came, and they are not those that the hash names (docs/sync.md S-24). */
export const damagedProblemType = 'urn:justmet:problem:damaged';

/** PUT a part with `?from=&of=`, GET one with `?from=`; GET `/state` beneath it. Bytes are named by their hash. */
export const filePath = '/api/files/:account/:hash';
export const fileStatePath = `${filePath}/state`;

export function pathOf(path: typeof filePath | typeof fileStatePath, account: string, hash: string): string {
  return path.replace(':account', encodeURIComponent(account)).replace(':hash', hash);
}

export const fileParamsSchema = z.strictObject({
  account: z.string().check(z.minLength(1), z.maxLength(64)),
  hash: z.string().check(z.regex(hashPattern, 'is not a SHA-256')),
});

const offset = z.coerce.number().check(z.int(), z.gte(0), z.lte(maxFileBytes));
/** `from`: where the part begins, in bytes. `of`: how many the whole file has. */
export const putPartQuerySchema = z.strictObject({ from: offset, of: offset.check(z.gte(1)) });
export const getPartQuerySchema = z.strictObject({ from: offset });

/** What the contact database holds of a file. */
export const fileStateSchema = z.strictObject({
  /** Bytes from the beginning, without a gap: from there the next part goes. */
  received: z.int().check(z.gte(0)),
  /** True when all bytes are on its disk, were read again, and are those that the hash names. */
  isComplete: z.boolean(),
});
export type FileState = z.infer<typeof fileStateSchema>;
