import * as z from 'zod/mini';

export const claimPath = '/api/claim';
export const sessionPath = '/api/session';
export const healthPath = '/api/health';

export const minPasswordLength = 10;
const password = z
  .string()
  .check(
    z.minLength(minPasswordLength, `needs at least ${minPasswordLength} characters`),
    z.maxLength(128, 'is longer than 128 characters'),
  );
const email = z.email('is not an email address');

/** POST claimPath: the one who holds the printed link becomes the owner. */
export const claimRequestSchema = z.strictObject({
  token: z.string().check(z.minLength(1, 'is missing from this address'), z.maxLength(200, 'is too long')),
  name: z
    .string()
    .check(z.trim(), z.minLength(1, 'is missing'), z.maxLength(200, 'is longer than 200 characters')),
  email,
  password,
});
export type ClaimRequest = z.infer<typeof claimRequestSchema>;

/** POST sessionPath: sign in. */
export const signInRequestSchema = z.strictObject({
  email,
  password: z.string().check(z.maxLength(128, 'is longer than 128 characters')),
});
export type SignInRequest = z.infer<typeof signInRequestSchema>;

/** Who is signed in: the answer of claimPath, and of POST and GET sessionPath. */
export const sessionSchema = z.strictObject({ accountId: z.string(), name: z.string(), email: z.string() });
export type Session = z.infer<typeof sessionSchema>;

/** GET healthPath. */
export const healthSchema = z.strictObject({
  status: z.literal('ok'),
  protocol: z.int(),
  claimed: z.boolean(),
});
export type Health = z.infer<typeof healthSchema>;
