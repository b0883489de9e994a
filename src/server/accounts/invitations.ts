import { createHash, randomBytes } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import type { Kysely, Transaction } from 'kysely';
import type { Invitation, Invited, JoinRequest, NewInvitation } from '../../protocol/invitations.ts';
import type { JoinByPasskeyRequest } from '../../protocol/passkeys.ts';
import type { InvitationTable, Schema } from '../storage/schema.ts';
import type { AuthOptions } from './create-auth.ts';
import { findUser } from './find-user.ts';
import { hashPassword, insertPerson } from './insert-person.ts';
import { type FirstPasskey, registerFirstPasskey } from './passkeys.ts';

/** How long a link holds. */
export const invitationDays = 7;
const validMs = invitationDays * 24 * 60 * 60 * 1_000;

export type InviteOutcome =
  | ({ readonly kind: 'invited' } & NewInvitation)
  /** Nobody has an account here. */
  | { readonly kind: 'unclaimed' }
  | { readonly kind: 'has-account' };
export type JoinOutcome =
  | { readonly kind: 'joined'; readonly email: string }
  | { readonly kind: 'void-link' };

/** After the claim nobody signs up without one. Only the server's owner makes them, each for one email. */
export interface Invitations {
  isOwner(headers: IncomingHttpHeaders): Promise<boolean>;
  /** The newest first, used and unused ones. */
  listInvitations(): Promise<readonly Invitation[]>;
  /** Voids an earlier one for the same email. */
  invite(email: string): Promise<InviteOutcome>;
  revokeInvitation(id: string): Promise<boolean>;
  findInvited(token: string): Promise<Invited | undefined>;
  /** Makes the invited person an account of their own, or nothing. Of two at once, one wins. */
  join(request: JoinRequest): Promise<JoinOutcome>;
  joinByPasskey(request: JoinByPasskeyRequest, headers: IncomingHttpHeaders): Promise<FirstPasskey>;
}

export function createInvitations(options: AuthOptions): Invitations {
  const { db } = options;
  return {
    isOwner: async (headers) => (await findUser(options, headers)).role === 'owner',
    async listInvitations() {
      const owner = await findOwner(db);
      if (owner === undefined) return [];
      const found = await db
        .selectFrom('invitation')
        .selectAll()
        .where('account_id', '=', owner.account_id)
        .orderBy('created_at', 'desc')
        .execute();
      return found.map(toInvitation);
    },
    invite: (email) => createInvitation(options, { email }),
    async revokeInvitation(id) {
      const owner = await findOwner(db);
      if (owner === undefined) return false;
      const gone = await db
        .deleteFrom('invitation')
        .where('account_id', '=', owner.account_id)
        .where('id', '=', id)
        .executeTakeFirst();
      return gone.numDeletedRows === 1n;
    },
    async findInvited(token) {
      const found = await findOpen(db, token);
      return found && { email: found.email, invitedBy: found.name };
    },
    async join({ token, name, password }) {
      if ((await findOpen(db, token)) === undefined) return { kind: 'void-link' };
      const passwordHash = await hashPassword(options, password);
      return db.transaction().execute(async (trx): Promise<JoinOutcome> => {
        const email = await useInvitation(trx, token);
        if (email === undefined) return { kind: 'void-link' };
        await insertPerson(options, trx, { name, email, role: 'member', passwordHash });
        return { kind: 'joined', email };
      });
    },
    async joinByPasskey({ token, name, passkey }, headers) {
      if ((await findOpen(db, token)) === undefined) return { kind: 'void-link' };
      return registerFirstPasskey(options, { passkey, headers }, async (trx) => {
        const email = await useInvitation(trx, token);
        if (email === undefined) return undefined;
        return insertPerson(options, trx, { name, email, role: 'member', passwordHash: undefined });
      });
    },
  };
}

/** The link is `/join#<token>`; the database keeps no more than the token's SHA-256. */
export async function createInvitation(
  { db, makeId }: AuthOptions,
  { email: given }: { readonly email: string },
): Promise<InviteOutcome> {
  const email = given.trim().toLowerCase();
  return db.transaction().execute(async (trx): Promise<InviteOutcome> => {
    const host = (await findOwner(trx)) ?? (await findFirst(trx));
    if (host === undefined) return { kind: 'unclaimed' };
    if (await hasAccount(trx, email)) return { kind: 'has-account' };
    await trx.deleteFrom('invitation').where('email', '=', email).execute();
    const token = randomBytes(32).toString('base64url');
    const row: InvitationTable = {
      account_id: host.account_id,
      id: makeId(),
      email,
      token_hash: hashToken(token),
      created_at: new Date().toISOString(),
      expires_at: new Date(Date.now() + validMs).toISOString(),
      used_at: null,
    };
    await trx.insertInto('invitation').values(row).execute();
    return { kind: 'invited', invitation: toInvitation(row), token };
  });
}

/** The one who may invite from the app: who claimed the server. */
function findOwner(db: Kysely<Schema>): Promise<{ account_id: string } | undefined> {
  return db.selectFrom('member').select('account_id').where('role', '=', 'owner').executeTakeFirst();
}

/** Once the owner has left, the command on the server invites in the name of who has been here for longest. */
function findFirst(db: Kysely<Schema>): Promise<{ account_id: string } | undefined> {
  return db
    .selectFrom('member')
    .innerJoin('user', 'user.id', 'member.user_id')
    .select('member.account_id')
    .orderBy('user.createdAt')
    .orderBy('member.account_id')
    .executeTakeFirst();
}

async function hasAccount(db: Kysely<Schema>, email: string): Promise<boolean> {
  return (
    (await db.selectFrom('user').select('id').where('email', '=', email).executeTakeFirst()) !== undefined
  );
}

/** With the name of who invites. */
function findOpen(db: Kysely<Schema>, token: string) {
  return db
    .selectFrom('invitation')
    .innerJoin('member', 'member.account_id', 'invitation.account_id')
    .innerJoin('user', 'user.id', 'member.user_id')
    .select(['invitation.account_id', 'invitation.id', 'invitation.email', 'user.name'])
    .where('token_hash', '=', hashToken(token))
    .where('used_at', 'is', null)
    .where('expires_at', '>', new Date().toISOString())
    .executeTakeFirst();
}

/** The email for whom it was, for the one who used it up. */
async function useInvitation(trx: Transaction<Schema>, token: string): Promise<string | undefined> {
  const found = await findOpen(trx, token);
  if (found === undefined || (await hasAccount(trx, found.email))) return undefined;
  const used = await trx
    .updateTable('invitation')
    .set({ used_at: new Date().toISOString() })
    .where('account_id', '=', found.account_id)
    .where('id', '=', found.id)
    .where('used_at', 'is', null)
    .executeTakeFirst();
  return used.numUpdatedRows === 1n ? found.email : undefined;
}

function toInvitation({ id, email, expires_at, used_at }: InvitationTable): Invitation {
  return { id, email, expiresAt: expires_at, usedAt: used_at };
}

function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
