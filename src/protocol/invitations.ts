import * as z from 'zod/mini';
import { isStorable } from '../domain/is-storable.ts';
import { emailSchema, linkTokenSchema, newPasswordSchema, personNameSchema } from './session.ts';

/** Of the server's owner. GET: those that were made. POST: makes one. */
export const invitationsPath = '/api/invitations';
/** DELETE: voids its link. */
export const invitationPath = '/api/invitations/:id';
/** POST: whom the link is for. */
export const invitedPath = '/api/join/invited';
/** POST: the invited person gets an account of their own. */
export const joinPath = '/api/join';

export const inviteRequestSchema = z.strictObject({ email: emailSchema });
export const invitationParamsSchema = z.strictObject({
  id: z.string().check(z.minLength(1), z.maxLength(100), isStorable),
});

export const invitationSchema = z.strictObject({
  id: z.string(),
  email: z.string(),
  /** ISO 8601. */
  expiresAt: z.string(),
  usedAt: z.nullable(z.string()),
});
export type Invitation = z.infer<typeof invitationSchema>;
export const invitationListSchema = z.array(invitationSchema);

/** The token is in no later answer. */
export const newInvitationSchema = z.strictObject({ invitation: invitationSchema, token: z.string() });
export type NewInvitation = z.infer<typeof newInvitationSchema>;

export const invitedRequestSchema = z.strictObject({ token: linkTokenSchema });
export const invitedSchema = z.strictObject({ email: z.string(), invitedBy: z.string() });
export type Invited = z.infer<typeof invitedSchema>;

export const joinRequestSchema = z.strictObject({
  token: linkTokenSchema,
  name: personNameSchema,
  password: newPasswordSchema,
});
export type JoinRequest = z.infer<typeof joinRequestSchema>;
