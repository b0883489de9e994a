import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import {
  invitationParamsSchema,
  invitationPath,
  invitationsPath,
  inviteRequestSchema,
} from '../../protocol/invitations.ts';
import type { Accounts } from '../accounts/accounts.ts';
import { notFound, ProblemError } from '../problem.ts';

/** The server's owner invites, sees and takes back; nobody else learns that there are any. */
export function routeInvitations(app: FastifyInstance, accounts: Accounts): void {
  const typed = app.withTypeProvider<ZodTypeProvider>();
  const requireOwner = async (request: FastifyRequest) => {
    if (await accounts.isOwner(request.headers)) return;
    throw new ProblemError({ status: 403, detail: 'Only the owner of this contact database invites.' });
  };
  typed.get(invitationsPath, async (request) => {
    await requireOwner(request);
    return accounts.listInvitations();
  });
  typed.post(invitationsPath, { schema: { body: inviteRequestSchema } }, async (request) => {
    await requireOwner(request);
    const outcome = await accounts.invite(request.body.email);
    if (outcome.kind === 'invited') return { invitation: outcome.invitation, token: outcome.token };
    throw new ProblemError({ status: 409, detail: 'Somebody with this email has an account here already.' });
  });
  typed.delete(invitationPath, { schema: { params: invitationParamsSchema } }, async (request, reply) => {
    await requireOwner(request);
    if (!(await accounts.revokeInvitation(request.params.id))) throw notFound();
    return reply.code(204).send();
  });
}
