import type { Kysely, Selectable } from 'kysely';
import {
  type AppPassword,
  type AppScope,
  maxAppPasswords,
  type NewAppPassword,
  type NewAppPasswordRequest,
} from '../../protocol/app-passwords.ts';
import type { AppPasswordTable, Schema } from '../storage/schema.ts';
import { isSameHash, makeAccountToken, readAccountToken } from './account-token.ts';
import type { FoundSession } from './accounts.ts';

type WantedAppPassword = Pick<NewAppPasswordRequest, 'name' | 'scope'>;

/** Passwords of other programs: each for one purpose, and ended by itself. */
export interface AppPasswords {
  create(found: FoundSession, wanted: WantedAppPassword): Promise<NewAppPassword | 'too-many'>;
  list(found: FoundSession): Promise<AppPassword[]>;
  /** False where there is none of that id. */
  revoke(found: FoundSession, id: string): Promise<boolean>;
  /** Whose people a program may see that sends this Authorization header (RFC 7617, RFC 6750). */
  findAccount(authorization: string | undefined, scope: AppScope): Promise<string | undefined>;
}

const minuteMs = 60_000;

export function createAppPasswords(db: Kysely<Schema>): AppPasswords {
  const ofAccount = (accountId: string) =>
    db.selectFrom('app_password').selectAll().where('account_id', '=', accountId);
  const list = async ({ session, userId }: FoundSession) => {
    const all = ofAccount(session.accountId).where('user_id', '=', userId);
    return (await all.orderBy('created_at', 'desc').execute()).map(toAppPassword);
  };
  return {
    list,
    async create(found, { name, scope }) {
      if ((await list(found)).length >= maxAppPasswords) return 'too-many';
      const { accountId: account_id } = found.session;
      const { id, token, secretHash: secret_hash } = makeAccountToken(account_id);
      const times = { created_at: new Date().toISOString(), last_used_at: null };
      const made = { account_id, id, user_id: found.userId, name, scope, secret_hash, ...times };
      await db.insertInto('app_password').values(made).execute();
      return { appPassword: toAppPassword(made), password: token };
    },
    async revoke({ session, userId }, id) {
      const mine = db.deleteFrom('app_password').where('account_id', '=', session.accountId);
      const gone = await mine.where('id', '=', id).where('user_id', '=', userId).executeTakeFirst();
      return gone.numDeletedRows === 1n;
    },
    async findAccount(authorization, scope) {
      const token = readAccountToken(readPassword(authorization));
      if (token === undefined) return undefined;
      const found = await ofAccount(token.accountId).where('id', '=', token.id).executeTakeFirst();
      if (found === undefined || !isSameHash(found.secret_hash, token.secretHash)) return undefined;
      if (found.scope !== scope) return undefined;
      await noteUse(db, found);
      return found.account_id;
    },
  };
}

function toAppPassword(row: Selectable<AppPasswordTable>): AppPassword {
  const { id, name, scope, created_at: createdAt, last_used_at: lastUsedAt } = row;
  return { id, name, scope, createdAt, lastUsedAt };
}

/** At most once a minute. */
async function noteUse(db: Kysely<Schema>, found: Selectable<AppPasswordTable>): Promise<void> {
  const nowMs = Date.now();
  if (found.last_used_at !== null && nowMs - Date.parse(found.last_used_at) < minuteMs) return;
  const used = db.updateTable('app_password').set({ last_used_at: new Date(nowMs).toISOString() });
  await used.where('account_id', '=', found.account_id).where('id', '=', found.id).execute();
}

/** The password of Basic, whatever the name before it, or the token of Bearer. Empty for none. */
function readPassword(authorization = ''): string {
  const [scheme = '', value = ''] = authorization.trim().split(/ +/);
  if (scheme.toLowerCase() === 'bearer') return value;
  if (scheme.toLowerCase() !== 'basic') return '';
  const pair = Buffer.from(value, 'base64').toString('utf8');
  return pair.slice(pair.indexOf(':') + 1);
}
