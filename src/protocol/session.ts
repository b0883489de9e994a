import * as z from 'zod/mini';
import { isStorable } from '../domain/is-storable.ts';

export const claimPath = '/api/claim';
export const sessionPath = '/api/session';
export const healthPath = '/api/health';

export const minPasswordLength = 10;
/** Hashing takes as long for it as for any other; a longer one is no safer. */
export const maxPasswordLength = 256;
const tooLong = `is longer than ${maxPasswordLength} characters`;

/** One that is set. Which characters it is made of does not matter; whether it is easy to guess, the server looks up. */
export const newPasswordSchema = z
  .string()
  .check(
    z.minLength(minPasswordLength, `needs at least ${minPasswordLength} characters`),
    z.maxLength(maxPasswordLength, tooLong),
  );
/** One that is given to get in. */
export const givenPasswordSchema = z.string().check(z.maxLength(maxPasswordLength, tooLong));
export const emailSchema = z
  .email('is not an email address')
  .check(z.maxLength(254, 'is longer than 254 characters'));
/** From the address of a link. */
export const linkTokenSchema = z
  .string()
  .check(z.minLength(1, 'is missing from this address'), z.maxLength(200, 'is too long'), isStorable);
export const personNameSchema = z
  .string()
  .check(
    z.trim(),
    z.minLength(1, 'is missing'),
    z.maxLength(200, 'is longer than 200 characters'),
    isStorable,
  );

/** POST claimPath: the one who holds the printed link becomes the owner. */
export const claimRequestSchema = z.strictObject({
  token: linkTokenSchema,
  name: personNameSchema,
  email: emailSchema,
  password: newPasswordSchema,
});
export type ClaimRequest = z.infer<typeof claimRequestSchema>;

/** POST sessionPath: sign in. */
export const signInRequestSchema = z.strictObject({
  email: emailSchema,
  password: givenPasswordSchema,
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
  /** True where recordings are written down by a service that whoever runs the server has chosen. */
  writesDown: z.boolean(),
});
export type Health = z.infer<typeof healthSchema>;
