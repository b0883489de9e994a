import * as z from 'zod/mini';

/** The body of a request that says all by its address. */
export const emptyRequestSchema = z.strictObject({});
