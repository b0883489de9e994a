import * as z from 'zod/mini';
import { givenPasskeySchema } from './passkeys.ts';
import { emailSchema, givenPasswordSchema, linkTokenSchema, newPasswordSchema } from './session.ts';

/** POST: sets another password, and ends every session but this one. */
export const passwordPath = '/api/password';
/** GET: whether a link can be mailed. POST: asks for one; the answer is the same for every email. */
export const forgottenPath = '/api/password/forgotten';
/** POST: the holder of the link sets another password. */
export const resetPath = '/api/password/reset';

/** That it is still the same person who holds the device. */
export const proofSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('password'), password: givenPasswordSchema }),
  z.strictObject({ kind: z.literal('passkey'), passkey: givenPasskeySchema }),
]);
export type Proof = z.infer<typeof proofSchema>;
export const proofRequestSchema = z.strictObject({ proof: proofSchema });

export const changePasswordRequestSchema = z.strictObject({
  proof: proofSchema,
  password: newPasswordSchema,
});
export type ChangePasswordRequest = z.infer<typeof changePasswordRequestSchema>;
export const forgottenRequestSchema = z.strictObject({ email: emailSchema });
export const resetRequestSchema = z.strictObject({ token: linkTokenSchema, password: newPasswordSchema });
export type ResetRequest = z.infer<typeof resetRequestSchema>;

export const endedSchema = z.strictObject({ ended: z.int() });
export const forgottenSchema = z.strictObject({ byMail: z.boolean() });
