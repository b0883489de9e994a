import type { Kysely } from 'kysely';
import type { Json } from '../../../src/domain/json.ts';
import type { TableName } from '../../../src/domain/row.ts';
import { readingToStamp } from '../../../src/domain/stamp.ts';
import { preferenceId } from '../../../src/domain/table-words.ts';
import type { RowTable, Schema } from '../../../src/server/storage/schema.ts';

/** Of an agent who is put straight into the database, as a year of syncing would leave them. */
export interface AgentPlan {
  readonly n: number;
  readonly evening?: string | null;
  readonly morning?: string | null;
  readonly zone?: string;
  readonly namesShown?: boolean;
  /** Met, and nobody has looked at them. */
  readonly unreviewed?: number;
  /** Looked at, and due since 2026-01-01. */
  readonly due?: number;
  /** Looked at, and not due for long. */
  readonly others?: number;
  /** Of each of the others, and of each who is due: made long before. */
  readonly touchesEach?: number;
  readonly endpoints: readonly {
    readonly endpoint: string;
    readonly keys: { p256dh: string; auth: string };
  }[];
}

export const accountOf = (n: number) => `account-${n.toString().padStart(6, '0')}`;
const sessionIdOf = (n: number, device: number) => `session-${n}-${device}`;
const atOnce = 500;

/** Puts agents into the database. */
export async function putAgents(db: Kysely<Schema>, agents: readonly AgentPlan[]): Promise<void> {
  for (let start = 0; start < agents.length; start += atOnce) {
    await putSome(db, agents.slice(start, start + atOnce));
  }
}

async function putSome(db: Kysely<Schema>, agents: readonly AgentPlan[]): Promise<void> {
  await db.transaction().execute(async (trx) => {
    const insertAll = async <Table extends 'row' | 'session' | 'push_subscription'>(
      table: Table,
      rows: readonly Parameters<ReturnType<typeof trx.insertInto<Table>>['values']>[0][],
    ) => {
      for (let start = 0; start < rows.length; start += 1_000) {
        // Each is one row, though the type says that it may be several.
        await trx
          .insertInto(table)
          .values(rows.slice(start, start + 1_000) as never)
          .execute();
      }
    };
    const accounts = agents.map(({ n }) => ({ id: accountOf(n), head: '', seq: 1_000_000 }));
    await trx.insertInto('account').values(accounts).execute();
    await trx
      .insertInto('user')
      .values(agents.map(({ n }) => userOf(n)))
      .execute();
    await insertAll('session', agents.flatMap(sessionsOf));
    await insertAll('push_subscription', agents.flatMap(subscriptionsOf));
    await insertAll('row', agents.flatMap(rowsOf));
  });
}

const longAgo = '2026-01-01T00:00:00.000Z';

function userOf(n: number): Schema['user'] {
  const times = { createdAt: longAgo, updatedAt: longAgo };
  const email = `agent-${n}@example.com`;
  return { id: `user-${n}`, name: `Agent ${n}`, email, emailVerified: false as never, image: null, ...times };
}

function sessionsOf({ n, endpoints }: AgentPlan) {
  const times = { expiresAt: '2099-01-01T00:00:00.000Z', createdAt: longAgo, updatedAt: longAgo };
  return endpoints.map((_, device) => {
    const id = sessionIdOf(n, device);
    return { id, userId: `user-${n}`, token: id, ipAddress: null, userAgent: null, ...times };
  });
}

function subscriptionsOf({ n, endpoints }: AgentPlan) {
  return endpoints.map(({ endpoint, keys }, device) => ({
    account_id: accountOf(n),
    session_id: sessionIdOf(n, device),
    endpoint,
    host: new URL(endpoint).host,
    ...keys,
    since: 0,
  }));
}

function rowsOf(agent: AgentPlan): RowTable[] {
  const { n, evening = null, morning = null, zone = 'America/Detroit', namesShown = false } = agent;
  const { unreviewed = 0, due = 0, others = 0, touchesEach = 0 } = agent;
  let seq = 0;
  const row = (table: TableName, values: Record<string, Json>, id?: string): RowTable => {
    seq += 1;
    const ownId = `01890000-0000-7000-8000-${seq.toString(16).padStart(12, '0')}`;
    const stamp = readingToStamp({ ms: 1_000 + seq, counter: 0 }, 'aaaaaaaaaa');
    const text = JSON.stringify(values);
    return {
      account_id: accountOf(n),
      id: id ?? ownId,
      table,
      seq,
      stamp,
      values: text,
      stamps: null,
      deleted: 0,
    };
  };
  const person = (values: Record<string, Json>) =>
    row('person', { name: `Person ${seq}`, company: 'Corner Bakery', metAt: longAgo, ...values });
  const touchesOf = ({ id }: RowTable) =>
    Array.from({ length: touchesEach }, () =>
      row('touch', { person: id, way: 'call', at: longAgo, about: '' }),
    );
  const known = [
    ...Array.from({ length: due }, () => person({ lookedAt: longAgo, next: { on: '2026-01-02' } })),
    ...Array.from({ length: others }, (_, place) =>
      person({
        lookedAt: longAgo,
        'phone/k3j9x0a1': { typed: '(313) 555-0100', e164: '+13135550100' },
        ...(place % 3 === 0 && { rhythm: { every: 20, unit: 'year', from: '2026-01-01' } }),
      }),
    ),
  ];
  return [
    row('preference', { zone, evening, morning, namesShown }, preferenceId),
    ...Array.from({ length: unreviewed }, () => person({})),
    ...known.flatMap((one) => [one, ...touchesOf(one)]),
  ];
}
