import type { ClientBase } from 'pg';
import type { SyncAnswer, SyncInput } from '../storage.ts';
import type { PullQuery } from '../stored-page.ts';
import { type AccountState, type Advance, advanceAccounts, lockAccounts } from './account-state.ts';
import { type FoldedInput, foldGroup, type GroupRow, type KnownLost, numberRows } from './fold-group.ts';
import { carryLost, loadOpenRows, settleLost } from './open-statements.ts';
import { keepPlans, planReminders } from './plan-reminders.ts';
import { queueRecordings } from './queue-recordings.ts';
import { claimCards, keepLost, loadKnownLost, loadRows, upsertRows } from './row-statements.ts';
import type { Sent } from './run-transaction.ts';

/** What one input is answered, but for its page. */
export interface PushedInput extends Pick<SyncAnswer, 'head' | 'isHeadKnown' | 'acknowledged' | 'refused'> {
  /** True when a row is other than before. */
  readonly isChanged: boolean;
  readonly pull: PullQuery;
}

/** Where an account stands while the inputs of a group follow each other. */
interface Standing {
  readonly state: AccountState;
  seq: number;
  readonly heads: string[];
}

/**
 * Pushes a group of inputs, in order, within the client's transaction: a handful of statements however many
 * inputs and accounts there are. The locked accounts order all writers, over all processes, so numbers are
 * given in the order of the commits and no reader skips one (docs/sync.md S-11). Reads go out together, and so do
 * writes: at each wait this process may do other work first, while the accounts are locked.
 */
export async function pushGroup(
  client: ClientBase,
  inputs: readonly SyncInput[],
  makeId: () => string,
): Promise<Sent<PushedInput[]>> {
  const accountIds = [...new Set(inputs.map(({ accountId }) => accountId))];
  const heads = inputs.flatMap(({ head }) => head ?? []);
  // In this order: what is read is as whoever held the lock before has left it.
  const [states, rows] = await Promise.all([
    lockAccounts(client, accountIds, heads),
    loadRows(client, inputs),
  ]);
  const standings = new Map<string, Standing>();
  for (const [id, state] of states) standings.set(id, { state, seq: state.seq, heads: [] });
  const folded = foldGroup(rows, inputs);
  const lost = folded.flatMap((one) => one.lost);
  const open = folded.map(({ input, carried, seen }) => ({ accountId: input.accountId, carried, seen }));
  const [kept, openRows] = await Promise.all([loadKnownLost(client, lost), loadOpenRows(client, open)]);
  const known = { kept, openRows };
  const isOpen = openRows.size > 0 || lost.some(({ value }) => value.unseen);
  const changedKeys = new Set<string>();
  const answers = folded.map((one) => {
    const { changedKeys: keys, ...answer } = numberInput(
      rows,
      known,
      one,
      standingOf(standings, one),
      makeId,
    );
    for (const key of keys) changedKeys.add(key);
    return answer;
  });
  const changed = changedRows(rows, changedKeys);
  const plans = await planReminders(client, changed, inputs);
  const writes = [
    advanceAccounts(client, advancesOf(standings)),
    upsertRows(client, changed),
    claimCards(client, changed),
    queueRecordings(client, changed, inputs),
    keepPlans(client, plans),
    keepLost(client, lost),
    ...(isOpen ? [carryLost(client, open), settleLost(client, open)] : []),
  ];
  return { outcome: answers, writes };
}

function numberInput(
  rows: Map<string, GroupRow>,
  known: KnownLost,
  folded: FoldedInput,
  standing: Standing,
  makeId: () => string,
) {
  const { accountId, ...input } = folded.input;
  const isHeadKnown = input.head !== null && standing.state.known.includes(input.head);
  const cursor = isHeadKnown ? input.cursor : 0;
  const { seq } = standing;
  const { isChanged, echoes, changedKeys } = numberRows(rows, known, folded, { cursor, seq });
  if (isChanged) {
    standing.seq += changedKeys.length;
    standing.heads.push(makeId());
  }
  const head = standing.heads.at(-1) ?? standing.state.head;
  const { acknowledged, refused } = folded;
  // What those behind it in the group wrote has higher numbers, and comes with the next page.
  const pull = { accountId, cursor, seq: standing.seq, echoes };
  return { head, isHeadKnown, acknowledged, refused, isChanged, pull, changedKeys };
}

function advancesOf(standings: ReadonlyMap<string, Standing>): Advance[] {
  return [...standings].flatMap(([accountId, { seq, heads }]) =>
    heads.length === 0 ? [] : [{ accountId, seq, heads }],
  );
}

function standingOf(standings: ReadonlyMap<string, Standing>, { input }: FoldedInput): Standing {
  const standing = standings.get(input.accountId);
  if (standing === undefined) throw new Error('An account was not locked');
  return standing;
}

function changedRows(rows: ReadonlyMap<string, GroupRow>, keys: ReadonlySet<string>): GroupRow[] {
  return [...keys].flatMap((key) => rows.get(key) ?? []);
}
