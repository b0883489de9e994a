import { type Kysely, sql, type Transaction } from 'kysely';
import { type DialectName, dialectWords } from '../storage/dialect.ts';
import type { Schema } from '../storage/schema.ts';

/** A recording that one process has for itself until the claim ends. */
export interface ClaimedRecording {
  readonly accountId: string;
  readonly rowId: string;
  readonly hash: string;
  readonly attempts: number;
  readonly claim: string;
}

interface PutBack {
  /** Milliseconds since 1970. */
  readonly nextAt: number;
  readonly attempts: number;
  /** Why it waits: a kind. */
  readonly problem: string | null;
  /** The settings that it was refused under; `attempts` counts that. */
  readonly refusedBy?: string;
}

export interface QueueCount {
  readonly waiting: number;
  /** Refused, until the next start or other settings. */
  readonly refused: number;
  /** Milliseconds since 1970; undefined where none waits. */
  readonly oldestSince: number | undefined;
}

/**
 * Recordings that wait to be written down. Rows put them in and take them out by themselves
 * (storage/queue-changes.ts); here they are claimed and put back. All times are milliseconds since 1970.
 */
export interface TranscriptionQueue {
  /** Takes in what the rows hold and the queue does not, and looks anew at what was refused. */
  begin(settings: string, nowMs: number): Promise<void>;
  /** The bytes of a recording have arrived: what waited for them is due. */
  bytesArrived(accountId: string, hash: string): Promise<void>;
  /** One that is due, for this process alone until `untilMs`; accounts take turns. */
  claim(nowMs: number, untilMs: number): Promise<ClaimedRecording | undefined>;
  /** False where the claim has ended: the recording is gone, or another one's. */
  keep(claimed: ClaimedRecording, untilMs: number): Promise<boolean>;
  putBack(claimed: ClaimedRecording, how: PutBack): Promise<void>;
  drop(claimed: ClaimedRecording): Promise<void>;
  /** When the next one is due, or a claim ends; undefined where none waits. */
  nextAt(): Promise<number | undefined>;
}

export interface QueueDatabase {
  readonly db: Kysely<Schema>;
  readonly dialect: DialectName;
}

export function openQueue({ db, dialect }: QueueDatabase, makeId: () => string): TranscriptionQueue {
  /** When this process has last served an account, as a number that grows. */
  const servedAt = new Map<string, number>();
  let served = 0;
  return {
    async begin(settings, nowMs) {
      await addMissing({ db, dialect }, nowMs);
      await lookAnew({ db, dialect }, settings);
    },
    async bytesArrived(accountId, hash) {
      const waiting = db.updateTable('transcription').set({ next_at: 0 });
      const ofBytes = waiting.where('account_id', '=', accountId).where('hash', '=', hash);
      await ofBytes.where('claimed_by', 'is', null).where('problem', '=', waitsForBytes).execute();
    },
    async claim(nowMs, untilMs) {
      const accounts = await listDueAccounts(db, nowMs);
      const inTurn = accounts.sort((a, b) => (servedAt.get(a) ?? 0) - (servedAt.get(b) ?? 0));
      for (const accountId of inTurn) {
        const claim = makeId();
        const find = (trx: Transaction<Schema>) =>
          claimOf(trx, { dialect, accountId, nowMs, untilMs, claim });
        const claimed = await db.transaction().execute(find);
        if (claimed === undefined) continue;
        servedAt.set(accountId, ++served);
        return claimed;
      }
      return undefined;
    },
    async keep(claimed, untilMs) {
      const update = db.updateTable('transcription').set({ next_at: untilMs });
      return (await update.where(isMine(claimed)).executeTakeFirst()).numUpdatedRows > 0n;
    },
    async putBack(claimed, { nextAt, attempts, problem, refusedBy = null }) {
      const values = { next_at: nextAt, attempts, problem, refused_by: refusedBy, claimed_by: null };
      await db.updateTable('transcription').set(values).where(isMine(claimed)).execute();
    },
    async drop(claimed) {
      await db.deleteFrom('transcription').where(isMine(claimed)).execute();
    },
    async nextAt() {
      const first = db.selectFrom('transcription').select('next_at').where('refused_by', 'is', null);
      return (await first.orderBy('next_at').limit(1).executeTakeFirst())?.next_at;
    },
  };
}

/** Its row is here, and its bytes are on a device still. */
export const waitsForBytes = 'no-bytes';

export async function countQueue(db: Kysely<Schema>): Promise<QueueCount> {
  const { rows } = await sql<{ refused: number; n: number | string; since: number | string | null }>`
    select case when refused_by is null then 0 else 1 end as refused, count(*) as n, min(waits_since) as since
    from transcription group by 1`.execute(db);
  const waiting = rows.find(({ refused }) => Number(refused) === 0);
  const refused = rows.find((row) => Number(row.refused) === 1);
  return {
    waiting: Number(waiting?.n ?? 0),
    refused: Number(refused?.n ?? 0),
    oldestSince: waiting === undefined ? undefined : Number(waiting.since),
  };
}

/** Of a claim; a process that was too slow finds that it is not its own any more. */
const isMine = ({ accountId, rowId, claim }: ClaimedRecording) =>
  sql<boolean>`account_id = ${accountId} and row_id = ${rowId} and claimed_by = ${claim}`;

async function listDueAccounts(db: Kysely<Schema>, nowMs: number): Promise<string[]> {
  const due = db.selectFrom('transcription').select('account_id').where('next_at', '<=', nowMs);
  const first = due.where('refused_by', 'is', null).groupBy('account_id');
  const found = await first.orderBy((of) => of.fn.min('waits_since')).execute();
  return found.map(({ account_id }) => account_id);
}

interface ClaimQuery {
  readonly dialect: DialectName;
  readonly accountId: string;
  readonly nowMs: number;
  readonly untilMs: number;
  readonly claim: string;
}

/** What another process is just claiming is passed over. */
async function claimOf(
  trx: Transaction<Schema>,
  { dialect, accountId, nowMs, untilMs, claim }: ClaimQuery,
): Promise<ClaimedRecording | undefined> {
  const due = trx
    .selectFrom('transcription')
    .select(['row_id', 'hash', 'attempts'])
    .where('account_id', '=', accountId)
    .where('next_at', '<=', nowMs)
    .where('refused_by', 'is', null)
    .orderBy('next_at')
    .orderBy('waits_since')
    .orderBy('row_id')
    .limit(1);
  const found = await (dialect === 'postgres' ? due.forUpdate().skipLocked() : due).executeTakeFirst();
  if (found === undefined) return undefined;
  const { row_id: rowId, hash, attempts } = found;
  await trx
    .updateTable('transcription')
    .set({ claimed_by: claim, next_at: untilMs })
    .where('account_id', '=', accountId)
    .where('row_id', '=', rowId)
    .execute();
  return { accountId, rowId, hash, attempts, claim };
}

const missingAtOnce = 500;

/** What came before there was a queue, or went by it. Each alone, so that it waits for no batch that waits for it. */
async function addMissing({ db, dialect }: QueueDatabase, nowMs: number): Promise<void> {
  const { asJson } = dialectWords(dialect);
  const member = (field: string) => sql`(r."values"${asJson} ->> ${sql.lit(field)})`;
  for (let found = missingAtOnce; found === missingAtOnce; ) {
    const { rows } = await sql<{ account_id: string; row_id: string; hash: string }>`
      select r.account_id, r.id as row_id, ${member('hash')} as hash from "row" r
      where r."table" = 'file' and r.deleted = 0 and ${member('kind')} = 'recording'
        and ${member('heardByServer')} is null and ${member('hash')} is not null
        and not exists (
          select 1 from transcription t where t.account_id = r.account_id and t.row_id = r.id)
      limit ${missingAtOnce}`.execute(db);
    found = rows.length;
    for (const row of rows) {
      const entry = db.insertInto('transcription').values({ ...row, waits_since: nowMs });
      await entry.onConflict((conflict) => conflict.doNothing()).execute();
    }
  }
}

/** So often a recording may be refused under one and the same settings: it is the recording, then, and not the service. */
export const mostRefusals = 5;

/**
 * A start is when somebody has put something right: nothing waits for another try but what the service itself put
 * off. What was refused is asked for once more, since a service that was set up wrongly refuses everything; after
 * `mostRefusals` under other settings alone. Where one process has the database for itself, no claim of an earlier one
 * holds.
 */
async function lookAnew({ db, dialect }: QueueDatabase, settings: string): Promise<void> {
  if (dialect === 'sqlite') {
    const claimed = db.updateTable('transcription').set({ claimed_by: null, next_at: 0 });
    await claimed.where('claimed_by', 'is not', null).execute();
  }
  const asked = { refused_by: null, problem: null, next_at: 0 };
  const refused = db.updateTable('transcription').set({ ...asked, attempts: 0 });
  await refused.where('refused_by', '!=', settings).execute();
  const again = db.updateTable('transcription').set(asked).where('refused_by', '=', settings);
  await again.where('attempts', '<', mostRefusals).execute();
  const waiting = db.updateTable('transcription').set({ next_at: 0 }).where('claimed_by', 'is', null);
  await waiting.where('problem', '!=', 'busy').where('refused_by', 'is', null).execute();
}
