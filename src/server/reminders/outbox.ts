import { type Kysely, type Selectable, sql, type Transaction } from 'kysely';
import { type ReminderKind, reminderKinds } from '../../protocol/push.ts';
import type { DialectName } from '../storage/dialect.ts';
import type { ReminderPushTable, Schema } from '../storage/schema.ts';
import { lateMs, planAll } from './plan-due.ts';
import type { PushTarget } from './push-message.ts';

/** A reminder for one device, which one process has for itself until its claim ends. Times are ms since 1970. */
export interface ClaimedPush extends PushTarget {
  readonly accountId: string;
  readonly sessionId: string;
  readonly kind: ReminderKind;
  readonly host: string;
  /** IANA, the agent's own. */
  readonly zone: string;
  readonly dueAtMs: number;
  readonly attempts: number;
  readonly claim: string;
}

/**
 * The reminders that are due, and those on their way, as the database has them: so that of several processes, and of
 * one before and after its end, one alone sends each, and none twice. Times are milliseconds since 1970.
 */
export interface ReminderOutbox {
  /**
   * Claims the day of reminders that are due, and puts one for each device on its way; one that is later than `lateMs`
   * is left out. False when none was due.
   */
  planDue(nowMs: number): Promise<boolean>;
  /** Hosts that something may be sent to now. */
  listHosts(nowMs: number): Promise<string[]>;
  claim(host: string, atMost: number, nowMs: number, untilMs: number): Promise<ClaimedPush[]>;
  /** Those that are still this claim's, and are now on record as having gone out: each alone may be sent, once. */
  start(pushes: readonly ClaimedPush[], untilMs: number): Promise<ReadonlySet<ClaimedPush>>;
  putBack(push: ClaimedPush, nextAtMs: number, attempts: number): Promise<void>;
  drop(pushes: readonly ClaimedPush[]): Promise<void>;
  /** The device is there no longer. */
  removeDevice(push: ClaimedPush): Promise<void>;
  /** Gives back what was claimed and has not gone out. */
  release(pushes: readonly ClaimedPush[]): Promise<void>;
  /** What went out from a process that ended before the answer, and what has come too late, goes. */
  sweep(nowMs: number): Promise<void>;
  /** No claim of an earlier process holds: for a database that one process has for itself. */
  freeClaims(): Promise<void>;
  /** When something is due next that is not of these hosts; undefined where nothing is. */
  nextAt(without: readonly string[]): Promise<number | undefined>;
}

const plannedAtOnce = 500;

export interface OutboxDatabase {
  readonly db: Kysely<Schema>;
  readonly dialect: DialectName;
}

export function openOutbox({ db, dialect }: OutboxDatabase, makeId: () => string): ReminderOutbox {
  const inTurn = <Q extends { forUpdate(): Q; skipLocked(): Q }>(query: Q) =>
    dialect === 'postgres' ? query.forUpdate().skipLocked() : query;
  return {
    planDue: (nowMs) =>
      db.transaction().execute(async (trx) => {
        const due = trx.selectFrom('reminder').selectAll().where('next_at', '<=', nowMs).orderBy('next_at');
        const found = await inTurn(due.limit(plannedAtOnce)).execute();
        await planAll(trx, found, nowMs);
        return found.length > 0;
      }),
    async listHosts(nowMs) {
      const waiting = db.selectFrom('reminder_push').select('host').distinct();
      const found = await waiting.where(isWaiting).where('next_at', '<=', nowMs).execute();
      return found.map(({ host }) => host);
    },
    claim: (host, atMost, nowMs, untilMs) =>
      db.transaction().execute(async (trx) => {
        const waiting = trx.selectFrom('reminder_push').selectAll().where('host', '=', host);
        const due = waiting.where(isWaiting).where('next_at', '<=', nowMs).orderBy('next_at');
        const found = await inTurn(due.limit(atMost)).execute();
        const claim = makeId();
        await updateAll(trx, found, { claimed_by: claim, next_at: untilMs });
        return withTargets(trx, found, claim);
      }),
    start: (pushes, untilMs) => startAll(db, pushes, untilMs),
    async putBack(push, nextAtMs, attempts) {
      const values = { next_at: Math.round(nextAtMs), attempts, started: 0, claimed_by: null };
      await db.updateTable('reminder_push').set(values).where(isMine(push)).execute();
    },
    async drop(pushes) {
      for (const [kind, group] of groupByKind(pushes)) {
        const sent = db.deleteFrom('reminder_push').where('kind', '=', kind).where(isAmong(group));
        await sent.where('claimed_by', 'in', claimsOf(group)).execute();
      }
    },
    async removeDevice({ accountId, sessionId, endpoint }) {
      const gone = db.deleteFrom('push_subscription').where('account_id', '=', accountId);
      // It may have subscribed anew meanwhile.
      await gone.where('session_id', '=', sessionId).where('endpoint', '=', endpoint).execute();
    },
    async release(pushes) {
      for (const [kind, group] of groupByKind(pushes)) {
        const mine = db.updateTable('reminder_push').set({ claimed_by: null, next_at: 0 });
        const waiting = mine.where('kind', '=', kind).where(isAmong(group)).where(isWaiting);
        await waiting.where('claimed_by', 'in', claimsOf(group)).execute();
      }
    },
    async sweep(nowMs) {
      const unanswered = db.deleteFrom('reminder_push').where(hasGoneOut);
      await unanswered.where('next_at', '<=', nowMs).execute();
      await db
        .deleteFrom('reminder_push')
        .where('due_at', '<', nowMs - lateMs)
        .execute();
    },
    async freeClaims() {
      const waiting = db.updateTable('reminder_push').set({ claimed_by: null, next_at: 0 });
      await waiting.where('claimed_by', 'is not', null).where(isWaiting).execute();
      await db.deleteFrom('reminder_push').where(hasGoneOut).execute();
    },
    async nextAt(without) {
      const reminder = db.selectFrom('reminder').select((of) => of.fn.min('next_at').as('at'));
      const all = db.selectFrom('reminder_push').select((of) => of.fn.min('next_at').as('at'));
      const pushes = all.where(isWaiting);
      const push = without.length === 0 ? pushes : pushes.where('host', 'not in', without);
      const found = [await reminder.executeTakeFirst(), await push.executeTakeFirst()];
      const moments = found.flatMap((row) => row?.at ?? []).map(Number);
      return moments.length === 0 ? undefined : Math.min(...moments);
    },
  };
}

/** In so many words, as the indexes have it: they answer for no parameter. */
const isWaiting = sql<boolean>`started = 0`;
const hasGoneOut = sql<boolean>`started = 1`;

type Waiting = Selectable<ReminderPushTable>;

async function updateAll(
  trx: Transaction<Schema>,
  found: readonly Waiting[],
  values: { readonly claimed_by: string; readonly next_at: number },
): Promise<void> {
  const keyed = found.map((one) => ({ ...one, accountId: one.account_id, sessionId: one.session_id }));
  for (const [kind, group] of groupByKind(keyed)) {
    await trx
      .updateTable('reminder_push')
      .set(values)
      .where('kind', '=', kind)
      .where(isAmong(group))
      .execute();
  }
}

async function withTargets(
  trx: Transaction<Schema>,
  found: readonly Waiting[],
  claim: string,
): Promise<ClaimedPush[]> {
  if (found.length === 0) return [];
  const targets = await trx
    .selectFrom('push_subscription as s')
    .innerJoin('reminder as r', 'r.account_id', 's.account_id')
    .select(['s.session_id', 's.endpoint', 's.p256dh', 's.auth', 'r.kind', 'r.zone'])
    .where('s.account_id', 'in', [...new Set(found.map(({ account_id }) => account_id))])
    .execute();
  const byKey = new Map(targets.map((one) => [`${one.session_id} ${one.kind}`, one]));
  return found.flatMap((push) => {
    const target = byKey.get(`${push.session_id} ${push.kind}`);
    if (target === undefined) return [];
    const { account_id: accountId, session_id: sessionId, kind, host, due_at: dueAtMs, attempts } = push;
    const { endpoint, p256dh, auth, zone } = target;
    return [{ accountId, sessionId, kind, host, zone, dueAtMs, attempts, claim, endpoint, p256dh, auth }];
  });
}

async function startAll(
  db: Kysely<Schema>,
  pushes: readonly ClaimedPush[],
  untilMs: number,
): Promise<ReadonlySet<ClaimedPush>> {
  const started = new Set<string>();
  await db.transaction().execute(async (trx) => {
    for (const [kind, group] of groupByKind(pushes)) {
      const mine = trx.updateTable('reminder_push').set({ started: 1, next_at: untilMs });
      const rows = await mine
        .where('kind', '=', kind)
        .where(isAmong(group))
        .where('claimed_by', 'in', claimsOf(group))
        .where(isWaiting)
        .returning(['session_id', 'claimed_by'])
        .execute();
      for (const { session_id, claimed_by } of rows) started.add(`${kind} ${session_id} ${claimed_by}`);
    }
  });
  return new Set(pushes.filter(({ kind, sessionId, claim }) => started.has(`${kind} ${sessionId} ${claim}`)));
}

type Keyed = Pick<ClaimedPush, 'accountId' | 'sessionId' | 'kind'>;

function groupByKind<One extends Keyed>(pushes: readonly One[]): [ReminderKind, One[]][] {
  const groups = reminderKinds.map((kind): [ReminderKind, One[]] => [
    kind,
    pushes.filter((one) => one.kind === kind),
  ]);
  return groups.filter(([, group]) => group.length > 0);
}

/** Pair by pair: two lists beside each other would be looked up in all their combinations. */
const isAmong = (pushes: readonly Keyed[]) => {
  const pairs = pushes.map(({ accountId, sessionId }) => sql`(${accountId}, ${sessionId})`);
  return sql<boolean>`(account_id, session_id) in (values ${sql.join(pairs)})`;
};

const claimsOf = (pushes: readonly ClaimedPush[]) => [...new Set(pushes.map(({ claim }) => claim))];

const isMine = ({ accountId, sessionId, kind, claim }: ClaimedPush) =>
  sql<boolean>`account_id = ${accountId} and session_id = ${sessionId} and kind = ${kind} and claimed_by = ${claim}`;
