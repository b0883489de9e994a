import * as z from 'zod/mini';

export const problemMediaType = 'application/problem+json';

/** The `type` of a 409 that says: app and server speak different versions (docs/sync.md S-20). */
export const protocolProblemType = 'urn:justmet:problem:protocol';

/** RFC 9457. `errors` names each field that was wrong, by its path in the body. */
export const problemSchema = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.optional(z.string()),
  errors: z.optional(z.array(z.object({ field: z.string(), detail: z.string() }))),
});
export type Problem = z.infer<typeof problemSchema>;
