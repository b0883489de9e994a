import { createHash, randomBytes } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { DialectName } from '../storage/dialect.ts';
import type { Schema } from '../storage/schema.ts';
import { takeTurn } from '../storage/take-turn.ts';
import type { AuthOptions } from './create-auth.ts';

const identifier = 'claim';

type IssueOptions = Pick<AuthOptions, 'db' | 'dialect' | 'makeId'>;

/** The newest token is the only one, over all processes; the database keeps no more than its SHA-256. */
export function issueClaimToken({ db, dialect, makeId }: IssueOptions): Promise<string | undefined> {
  return db.transaction().execute(async (trx) => {
    await takeTurn(trx, dialect, 'claim');
    const owner = await trx.selectFrom('member').select('user_id').limit(1).executeTakeFirst();
    await trx.deleteFrom('verification').where('identifier', '=', identifier).execute();
    if (owner !== undefined) return undefined;
    const token = randomBytes(32).toString('base64url');
    const now = new Date().toISOString();
    const times = { expiresAt: '9999-12-31T00:00:00.000Z', createdAt: now, updatedAt: now };
    const verification = { id: makeId(), identifier, value: hashToken(token), ...times };
    await trx.insertInto('verification').values(verification).execute();
    return token;
  });
}

/** True for the one who used it up. No other is issued until the transaction ends. */
export async function useClaimToken(
  trx: Kysely<Schema>,
  dialect: DialectName,
  token: string,
): Promise<boolean> {
  await takeTurn(trx, dialect, 'claim');
  const used = await trx
    .deleteFrom('verification')
    .where('identifier', '=', identifier)
    .where('value', '=', hashToken(token))
    .executeTakeFirst();
  return used.numDeletedRows === 1n;
}

export async function isClaimToken(db: Kysely<Schema>, token: string): Promise<boolean> {
  const found = await db
    .selectFrom('verification')
    .select('id')
    .where('identifier', '=', identifier)
    .where('value', '=', hashToken(token))
    .executeTakeFirst();
  return found !== undefined;
}

function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
