import type { FastifyInstance, FastifyReply } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { emptyRequestSchema } from '../../protocol/empty-request.ts';
import {
  addPasskeyRequestSchema,
  firstPasskeyOptionsPath,
  firstPasskeyRequestSchema,
  namePasskeyRequestSchema,
  passkeyOptionsPath,
  passkeyParamsSchema,
  passkeyPath,
  passkeyRequestPath,
  passkeySessionPath,
  passkeySignInRequestSchema,
  passkeysPath,
} from '../../protocol/passkeys.ts';
import { proofRequestSchema } from '../../protocol/passwords.ts';
import type { Accounts } from '../accounts/accounts.ts';
import type { Asked } from '../accounts/passkeys.ts';
import { takesPasskey } from '../edge/body-limits.ts';
import { notFound, ProblemError } from '../problem.ts';
import type { RequireProof } from './require-proof.ts';
import { guessesPerMinute, passkeyNotTaken } from './session.ts';

/** Passkeys: asking, signing in with one, and those of who is signed in. */
export function routePasskeys(app: FastifyInstance, accounts: Accounts, requireProof: RequireProof): void {
  routeOwnPasskeys(app, accounts, requireProof);
  const typed = app.withTypeProvider<ZodTypeProvider>();
  const config = { open: true, rateLimit: { max: 30, timeWindow: 60_000 } };
  const asking = { config, schema: { body: emptyRequestSchema } };
  typed.post(passkeyRequestPath, asking, async (request, reply) =>
    ask(reply, await accounts.askPasskey(request.headers)),
  );
  const first = { config, schema: { body: firstPasskeyRequestSchema } };
  typed.post(firstPasskeyOptionsPath, first, async (request, reply) =>
    ask(reply, await accounts.askForFirstPasskey(request.body, request.headers)),
  );
  const signIn = { config, schema: { body: passkeySignInRequestSchema }, ...takesPasskey };
  typed.post(passkeySessionPath, signIn, async (request, reply) => {
    const outcome = await accounts.signInByPasskey(request.body.passkey, request.headers);
    if (outcome.kind === 'wrong') {
      throw new ProblemError({ status: 401, detail: 'This passkey does not open an account here.' });
    }
    return reply.header('set-cookie', [...outcome.cookies]).send(outcome.session);
  });
}

function routeOwnPasskeys(app: FastifyInstance, accounts: Accounts, requireProof: RequireProof): void {
  const typed = app.withTypeProvider<ZodTypeProvider>();
  const guarded = { rateLimit: guessesPerMinute };
  const params = passkeyParamsSchema;
  app.get(passkeysPath, async (request) => accounts.listPasskeys(request.headers));
  const options = { config: guarded, schema: { body: proofRequestSchema }, ...takesPasskey };
  typed.post(passkeyOptionsPath, options, async (request, reply) => {
    await requireProof(request.body.proof, request, reply);
    return ask(reply, await accounts.askForNewPasskey(request.headers));
  });
  const add = { config: guarded, schema: { body: addPasskeyRequestSchema }, ...takesPasskey };
  typed.post(passkeysPath, add, async (request, reply) => {
    const { passkey, name } = request.body;
    if (!(await accounts.addPasskey(passkey, name, request.headers))) throw passkeyNotTaken();
    return reply.code(204).send();
  });
  typed.put(passkeyPath, { schema: { params, body: namePasskeyRequestSchema } }, async (request, reply) => {
    const { id } = request.params;
    if (!(await accounts.namePasskey(id, request.body.name, request.headers))) throw notFound();
    return reply.code(204).send();
  });
  typed.delete(passkeyPath, { schema: { params } }, async (request, reply) => {
    const outcome = await accounts.removePasskey(request.params.id, request.headers);
    if (outcome === 'unknown') throw notFound();
    if (outcome === 'last') {
      const detail = 'This is the only way to sign in. Set a password or add another passkey first.';
      throw new ProblemError({ status: 409, detail });
    }
    return reply.code(204).send();
  });
}

function ask(reply: FastifyReply, { options, cookies }: Asked<unknown>) {
  return reply.header('set-cookie', [...cookies]).send(options);
}
