import type { Kysely } from 'kysely';
import { type CalendarState, pathOfCalendarFeed } from '../../protocol/calendar.ts';
import { isSameHash, makeAccountToken, readAccountToken } from '../accounts/account-token.ts';
import type { Schema } from '../storage/schema.ts';

/** The addresses of calendar feeds: one an account, or none. */
export interface CalendarFeeds {
  read(accountId: string): Promise<CalendarState>;
  /** Makes one instead of the one of that path, or the first where it is null; there being another, that one stays. */
  make(accountId: string, instead: string | null, now: Date): Promise<CalendarState>;
  end(accountId: string): Promise<void>;
  /** Whose feed a token opens. */
  findAccount(token: string): Promise<string | undefined>;
}

/** As long as a good one, and of no account: what is no token at all is looked up like one. */
const nobody = 'A'.repeat(75);

export function createCalendarFeeds(db: Kysely<Schema>): CalendarFeeds {
  const find = (accountId: string) =>
    db.selectFrom('calendar_feed').selectAll().where('account_id', '=', accountId).executeTakeFirst();
  const read = async (accountId: string): Promise<CalendarState> => {
    const found = await find(accountId);
    const feed = found && { path: pathOfCalendarFeed(found.token), madeAt: found.made_at };
    return { feed: feed ?? null };
  };
  return {
    read,
    async make(account_id, instead, now) {
      const { token } = makeAccountToken(account_id);
      const made = { token, made_at: now.toISOString() };
      // In one statement, so that of two at once each learns the one that holds.
      await db
        .insertInto('calendar_feed')
        .values({ account_id, ...made })
        .onConflict((conflict) =>
          conflict
            .column('account_id')
            .doUpdateSet(made)
            .where('calendar_feed.token', '=', tokenOf(instead ?? '')),
        )
        .execute();
      return read(account_id);
    },
    async end(accountId) {
      await db.deleteFrom('calendar_feed').where('account_id', '=', accountId).execute();
    },
    async findAccount(text) {
      const given = readAccountToken(text) ?? readAccountToken(nobody);
      const found = await find(given?.accountId ?? '');
      const right = found && readAccountToken(found.token);
      return given && right && isSameHash(right.secretHash, given.secretHash) ? right.accountId : undefined;
    },
  };
}

const [beforeToken = '', afterToken = ''] = pathOfCalendarFeed('\n').split('\n');

function tokenOf(path: string): string {
  const isPath = path.startsWith(beforeToken) && path.endsWith(afterToken);
  return isPath ? path.slice(beforeToken.length, -afterToken.length) : '';
}
