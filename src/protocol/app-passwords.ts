import * as z from 'zod/mini';
import { isStorable } from '../domain/is-storable.ts';
import { proofSchema } from './passwords.ts';

/** GET: those that there are. POST: makes one. */
export const appPasswordsPath = '/api/app-passwords';
/** DELETE: it works no longer. */
export const appPasswordPath = '/api/app-passwords/:id';
/** GET, with an app password: a person a line, as JSON. */
export const peoplePath = '/api/people';
export const peopleMediaType = 'application/x-ndjson';

/** `read`: everybody by `peoplePath`. `address-book`: a phone's own address book. */
export const appScopes = ['read', 'address-book'] as const;
export type AppScope = (typeof appScopes)[number];

export const maxAppPasswords = 50;

export const newAppPasswordRequestSchema = z.strictObject({
  proof: proofSchema,
  name: z
    .string()
    .check(
      z.trim(),
      z.minLength(1, 'is missing'),
      z.maxLength(100, 'is longer than 100 characters'),
      isStorable,
    ),
  scope: z.enum(appScopes),
});
export type NewAppPasswordRequest = z.infer<typeof newAppPasswordRequestSchema>;

export const appPasswordParamsSchema = z.strictObject({
  id: z.string().check(z.regex(/^[\w-]{11}$/, 'is not the id of an app password')),
});

export const appPasswordSchema = z.strictObject({
  id: z.string(),
  name: z.string(),
  scope: z.enum(appScopes),
  /** ISO 8601, UTC. */
  createdAt: z.string(),
  /** ISO 8601, UTC, at most a minute old; null before the first. */
  lastUsedAt: z.nullable(z.string()),
});
export type AppPassword = z.infer<typeof appPasswordSchema>;
export const appPasswordsSchema = z.strictObject({ appPasswords: z.array(appPasswordSchema) });

/** The only time that the password is said. */
export const newAppPasswordSchema = z.strictObject({ appPassword: appPasswordSchema, password: z.string() });
export type NewAppPassword = z.infer<typeof newAppPasswordSchema>;
