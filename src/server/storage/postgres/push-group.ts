import type { ClientBase } from 'pg';
import type { SyncAnswer, SyncInput } from '../storage.ts';
import type { PullQuery } from '../stored-page.ts';
import { type AccountState, type Advance, advanceAccounts, lockAccounts } from './account-state.ts';
import { type FoldedInput, foldGroup, type GroupRow, numberRows } from './fold-group.ts';
import { keepLost, loadKnownLost, loadRows, upsertRows } from './row-statements.ts';

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
 * given in the order of the commits and no reader skips one (docs/sync.md S-11).
 */
export async function pushGroup(
  client: ClientBase,
  inputs: readonly SyncInput[],
  makeId: () => string,
): Promise<PushedInput[]> {
  const accountIds = [...new Set(inputs.map(({ accountId }) => accountId))];
  const heads = inputs.flatMap(({ head }) => head ?? []);
  const standings = new Map<string, Standing>();
  for (const [id, state] of await lockAccounts(client, accountIds, heads)) {
    standings.set(id, { state, seq: state.seq, heads: [] });
  }
  const rows = await loadRows(client, inputs);
  const folded = foldGroup(rows, inputs);
  const lost = folded.flatMap((one) => one.lost);
  const knownLost = await loadKnownLost(client, lost);
  const changedKeys = new Set<string>();
  const answers = folded.map((one) => {
    const { changedKeys: keys, ...answer } = numberInput(
      rows,
      knownLost,
      one,
      standingOf(standings, one),
      makeId,
    );
    for (const key of keys) changedKeys.add(key);
    return answer;
  });
  await advance(client, standings);
  await upsertRows(client, changedRows(rows, changedKeys));
  await keepLost(client, lost);
  return answers;
}

function numberInput(
  rows: Map<string, GroupRow>,
  knownLost: Set<string>,
  folded: FoldedInput,
  standing: Standing,
  makeId: () => string,
) {
  const { accountId, ...input } = folded.input;
  const isHeadKnown = input.head !== null && standing.state.known.includes(input.head);
  const cursor = isHeadKnown ? input.cursor : 0;
  const { seq } = standing;
  const { isChanged, echoes, changedKeys } = numberRows(rows, knownLost, folded, { cursor, seq });
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

async function advance(client: ClientBase, standings: ReadonlyMap<string, Standing>): Promise<void> {
  const advances = [...standings].flatMap(([accountId, { state, seq, heads }]): Advance[] =>
    heads.length === 0 ? [] : [{ accountId, rows: seq - state.seq, heads }],
  );
  if (advances.length === 0) return;
  const seqById = await advanceAccounts(client, advances);
  for (const { accountId } of advances) {
    // The lock was held since the number was read.
    if (seqById.get(accountId) !== standings.get(accountId)?.seq) throw new Error('A number was given twice');
  }
}

function standingOf(standings: ReadonlyMap<string, Standing>, { input }: FoldedInput): Standing {
  const standing = standings.get(input.accountId);
  if (standing === undefined) throw new Error('An account was not locked');
  return standing;
}

function changedRows(rows: ReadonlyMap<string, GroupRow>, keys: ReadonlySet<string>): GroupRow[] {
  return [...keys].flatMap((key) => rows.get(key) ?? []);
}
