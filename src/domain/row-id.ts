import * as z from 'zod/mini';

/** UUIDv7 (RFC 9562), in lower case so that one row has one name. */
export const rowIdSchema = z.uuidv7().check(z.lowercase());
