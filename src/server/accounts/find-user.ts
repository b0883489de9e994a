import type { IncomingHttpHeaders } from 'node:http';
import type { Session } from '../../protocol/session.ts';
import type { MemberTable } from '../storage/schema.ts';
import { askSession } from './ask-session.ts';
import { type AuthOptions, createAuth } from './create-auth.ts';

/** Who sends a request, with what only the server knows of them. */
export interface FoundUser {
  readonly userId: string;
  readonly sessionId: string;
  readonly accountId: string;
  readonly name: string;
  readonly email: string;
  readonly role: MemberTable['role'];
}

/** Of a request that was let through. Rejects when the session has ended since. */
export async function findUser(options: AuthOptions, headers: IncomingHttpHeaders): Promise<FoundUser> {
  const { response: found } = await askSession(createAuth(options), headers);
  if (found === null) throw new SessionEndedError();
  const { id: userId, name, email } = found.user;
  const member = await options.db
    .selectFrom('member')
    .select(['account_id', 'role'])
    .where('user_id', '=', userId)
    .executeTakeFirst();
  if (member === undefined) throw new SessionEndedError();
  return {
    userId,
    sessionId: found.session.id,
    accountId: member.account_id,
    name,
    email,
    role: member.role,
  };
}

/** Somebody ended the session while its request was on the way. */
class SessionEndedError extends Error {
  /** What fastify's own code looks for. */
  readonly statusCode = 401;
}

/** Undefined for one who has no account any more. */
export async function userToSession(
  { db }: AuthOptions,
  user: { readonly id: string; readonly name: string; readonly email: string },
): Promise<Session | undefined> {
  const members = db.selectFrom('member').select('account_id').where('user_id', '=', user.id);
  const member = await members.executeTakeFirst();
  return member && { accountId: member.account_id, name: user.name, email: user.email };
}
