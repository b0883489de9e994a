import * as z from 'zod/mini';
import { proofSchema } from './passwords.ts';

/** GET: how this account stands. */
export const accountPath = '/api/account';
/** POST: deletes it, with everything in it. */
export const deleteAccountPath = '/api/account/delete';
/** GET: everything in it as one JSON file (docs/export.md). */
export const exportPath = '/api/export';

/** The `type` of a 409: the one who may invite would leave others behind who have accounts here. */
export const othersHereProblemType = 'urn:justmet:problem:others-here';

export const accountFactsSchema = z.strictObject({
  hasPassword: z.boolean(),
  /** The server's owner invites. */
  isOwner: z.boolean(),
  /** Whether anybody else has an account here; never told to anybody but the owner. */
  hasOthers: z.boolean(),
});
export type AccountFacts = z.infer<typeof accountFactsSchema>;

export const deleteAccountRequestSchema = z.strictObject({
  proof: proofSchema,
  /** The owner knows that the others stay, and that nobody can invite from the app any more. */
  leavesOthers: z.boolean(),
});
export type DeleteAccountRequest = z.infer<typeof deleteAccountRequestSchema>;

/** `private`: also what is private about people, for this one export. */
export const exportQuerySchema = z.strictObject({ private: z.optional(z.literal('yes')) });
