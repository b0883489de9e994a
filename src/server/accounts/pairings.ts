import { createHash, randomBytes } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import type { Kysely, Selectable, Updateable } from 'kysely';
import {
  type ClaimedPairing,
  type ClaimPairingRequest,
  type JoinPairingRequest,
  maxWrongTries,
  type NewPairing,
  type PairingAnswer,
  pairingMs,
} from '../../protocol/pairing.ts';
import type { PairingState, PairingTable, Schema } from '../storage/schema.ts';
import { isSameHash, makeAccountToken, readAccountToken } from './account-token.ts';
import type { FoundSession, SignedIn } from './accounts.ts';

export type ClaimPairingOutcome =
  | { readonly kind: 'claimed'; readonly pairing: ClaimedPairing }
  | { readonly kind: 'void' }
  /** Another phone has read the code before: it is void now for both. */
  | { readonly kind: 'read-twice' };

export type JoinPairingOutcome =
  | { readonly kind: 'waiting' }
  | { readonly kind: 'void' }
  | ({ readonly kind: 'joined' } & SignedIn);

/** Codes by which a phone joins (docs/decisions/0017-devices.md). All of it lies in the database. */
export interface Pairings {
  /** One at a time: it ends the one before. */
  create(found: FoundSession): Promise<NewPairing>;
  read(found: FoundSession, id: string): Promise<PairingAnswer>;
  end(found: FoundSession, id: string): Promise<void>;
  /** False when that phone is not the one that waits. */
  confirm(found: FoundSession, id: string, joiner: string): Promise<boolean>;
  claim(request: ClaimPairingRequest): Promise<ClaimPairingOutcome>;
  join(request: JoinPairingRequest, headers: IncomingHttpHeaders): Promise<JoinPairingOutcome>;
}

interface PairingOptions {
  readonly db: Kysely<Schema>;
  /** Opens a session within the transaction; undefined when that user is gone. */
  readonly openSession: (
    trx: Kysely<Schema>,
    who: { readonly userId: string; readonly deviceId: string },
    headers: IncomingHttpHeaders,
  ) => Promise<SignedIn | undefined>;
}

type Pairing = Selectable<PairingTable>;

const open: readonly PairingState[] = ['waiting', 'claimed', 'confirmed'];

export function createPairings({ db, openSession }: PairingOptions): Pairings {
  return {
    async create(found) {
      const { accountId } = found.session;
      const { id, secretHash, token } = makeAccountToken(accountId);
      const mine = { account_id: accountId, user_id: found.userId, session_id: found.sessionId };
      await db.transaction().execute(async (trx) => {
        const before = trx.deleteFrom('pairing').where('account_id', '=', accountId);
        await before.where('user_id', '=', found.userId).execute();
        const fresh = { id, secret_hash: secretHash, state: 'waiting' as const, expires_at: later() };
        await trx
          .insertInto('pairing')
          .values({ ...mine, ...fresh })
          .execute();
      });
      return { id, token, leftMs: pairingMs };
    },
    async read(found, id) {
      const pairing = await find(db, found.session.accountId, id);
      return pairing?.user_id === found.userId ? toAnswer(pairing) : { state: 'void' };
    },
    async end(found, id) {
      await change(db, found.session.accountId, id, { state: 'void' })
        .where('user_id', '=', found.userId)
        .where('state', 'in', open)
        .execute();
    },
    async confirm(found, id, joiner) {
      const confirmed = await change(db, found.session.accountId, id, { state: 'confirmed' })
        .where('user_id', '=', found.userId)
        .where('joiner', '=', joiner)
        .where('state', 'in', ['claimed', 'confirmed'])
        .where('expires_at', '>', nowIso())
        .executeTakeFirst();
      return confirmed.numUpdatedRows === 1n;
    },
    claim: (request) => claim(db, request),
    join: (request, headers) => join(db, openSession, request, headers),
  };
}

async function claim(
  db: Kysely<Schema>,
  { token, joiner, name }: ClaimPairingRequest,
): Promise<ClaimPairingOutcome> {
  const found = await findByToken(db, token);
  if (found === undefined) return { kind: 'void' };
  const { account_id: accountId, id } = found;
  // The nonce is drawn only now, so that no key can be looked for that gives certain words.
  const first = { nonce: randomBytes(32).toString('hex'), expires_at: later() };
  await change(db, accountId, id, { state: 'claimed', joiner, joiner_name: name, ...first })
    .where('state', '=', 'waiting')
    .execute();
  const now = await find(db, accountId, id);
  if (now?.joiner === joiner) return toClaimed(db, now);
  // Neither of the two phones: whoever holds them sees that something is wrong.
  await change(db, accountId, id, { state: 'void' }).where('state', 'in', open).execute();
  return { kind: 'read-twice' };
}

/** Also for a phone that asks again because the first answer was lost. */
async function toClaimed(db: Kysely<Schema>, pairing: Pairing): Promise<ClaimPairingOutcome> {
  const { id, nonce, user_id: userId } = pairing;
  const owners = db.selectFrom('user').select(['name', 'email']).where('id', '=', userId);
  const owner = await owners.executeTakeFirst();
  if (owner === undefined || nonce === null) return { kind: 'void' };
  return { kind: 'claimed', pairing: { id, nonce, owner, leftMs: leftMsOf(pairing) } };
}

async function join(
  db: Kysely<Schema>,
  openSession: PairingOptions['openSession'],
  { token, key, device }: JoinPairingRequest,
  headers: IncomingHttpHeaders,
): Promise<JoinPairingOutcome> {
  const found = await findByToken(db, token);
  if (found === undefined || found.joiner === null) return { kind: 'void' };
  const { account_id: accountId, id, user_id: userId, session_id: sessionId } = found;
  if (!isSameHash(createHash('sha256').update(key).digest('hex'), found.joiner)) {
    await countWrongTry(db, found);
    return { kind: 'void' };
  }
  if (found.state === 'claimed') return { kind: 'waiting' };
  return db.transaction().execute(async (trx) => {
    const sessions = trx.selectFrom('session').select('id').where('id', '=', sessionId);
    // Whoever was ended meanwhile lets nobody in.
    if ((await sessions.executeTakeFirst()) === undefined) return { kind: 'void' };
    // Once more where the answer was lost: the key shows that it is the same phone.
    const joined = await change(trx, accountId, id, { state: 'joined' })
      .where('state', 'in', ['confirmed', 'joined'])
      .executeTakeFirst();
    if (joined.numUpdatedRows !== 1n) return { kind: 'void' };
    const before = trx.deleteFrom('session').where('userId', '=', userId);
    await before.where('deviceId', '=', device).execute();
    const signedIn = await openSession(trx, { userId, deviceId: device }, headers);
    if (signedIn === undefined) return { kind: 'void' };
    const name = found.joiner_name ?? '';
    await trx
      .insertInto('device')
      .values({ account_id: accountId, id: device, name })
      .onConflict((conflict) =>
        conflict.columns(['account_id', 'id']).doUpdateSet({ name, ended_at: null, ended_by: null }),
      )
      .execute();
    return { kind: 'joined', ...signedIn };
  });
}

/** One that lives, and whose secret the token holds; a wrong secret is counted. */
async function findByToken(db: Kysely<Schema>, token: string): Promise<Pairing | undefined> {
  const read = readAccountToken(token);
  if (read === undefined) return undefined;
  const pairing = await find(db, read.accountId, read.id);
  if (pairing === undefined) return undefined;
  if (!isSameHash(read.secretHash, pairing.secret_hash)) {
    await countWrongTry(db, pairing);
    return undefined;
  }
  return pairing.state === 'void' || leftMsOf(pairing) === 0 ? undefined : pairing;
}

async function countWrongTry(db: Kysely<Schema>, { account_id, id }: Pairing): Promise<void> {
  await db
    .updateTable('pairing')
    .set((set) => ({ wrong_tries: set('wrong_tries', '+', 1) }))
    .where('account_id', '=', account_id)
    .where('id', '=', id)
    .execute();
  await change(db, account_id, id, { state: 'void' })
    .where('wrong_tries', '>=', maxWrongTries)
    .where('state', 'in', open)
    .execute();
}

function find(db: Kysely<Schema>, accountId: string, id: string): Promise<Pairing | undefined> {
  const pairings = db.selectFrom('pairing').selectAll().where('account_id', '=', accountId);
  return pairings.where('id', '=', id).executeTakeFirst();
}

function change(db: Kysely<Schema>, accountId: string, id: string, to: Updateable<PairingTable>) {
  return db.updateTable('pairing').set(to).where('account_id', '=', accountId).where('id', '=', id);
}

function toAnswer(pairing: Pairing): PairingAnswer {
  const { state, joiner, joiner_name: name, nonce } = pairing;
  const leftMs = leftMsOf(pairing);
  if (state === 'void' || state === 'joined') return { state };
  if (leftMs === 0) return { state: 'expired' };
  if (state === 'claimed' && joiner !== null && nonce !== null) {
    return { state, leftMs, joiner, nonce, name: name ?? '' };
  }
  return { state: state === 'confirmed' ? state : 'waiting', leftMs };
}

function leftMsOf({ expires_at: expiresAt }: Pairing): number {
  return Math.max(0, Date.parse(expiresAt) - Date.now());
}

function later(): string {
  return new Date(Date.now() + pairingMs).toISOString();
}

function nowIso(): string {
  return new Date().toISOString();
}
