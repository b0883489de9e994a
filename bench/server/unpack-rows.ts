import { gunzipSync } from 'node:zlib';
import * as z from 'zod/mini';

const bodySchema = z.object({ edits: z.array(z.unknown()) });

export interface BareRow {
  readonly id: string;
  readonly table: string;
  readonly stamp: string;
  readonly values: unknown;
}

/** What a body holds, as the lower bound reads it. */
export function unpackRows(body: Buffer): BareRow[] {
  const { edits } = bodySchema.parse(JSON.parse(gunzipSync(body).toString()));
  // The one check is of what is bound: zod would be most of what is measured.
  return edits as BareRow[];
}
