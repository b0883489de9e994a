import type { Kysely } from 'kysely';
import * as z from 'zod/mini';
import type { Json } from '../../domain/json.ts';
import { takeLeaving } from '../../domain/leaving.ts';
import { cardTokenPattern } from '../../domain/limits.ts';
import type { FieldValues } from '../../domain/row.ts';
import type { Schema } from '../storage/schema.ts';

/** A card whose page is open to everybody who has its token. */
export interface FoundCard {
  readonly accountId: string;
  readonly profileId: string;
  /** What may leave the account for anybody's eyes. */
  readonly values: FieldValues;
}

const valuesSchema = z.record(z.string(), z.custom<Json>());

/** Over all accounts. Undefined also for a card that was deleted, or that has another token or none by now. */
export async function findCard(db: Kysely<Schema>, token: string): Promise<FoundCard | undefined> {
  if (!cardTokenPattern.test(token)) return undefined;
  const found = await db
    .selectFrom('card_token')
    .innerJoin('row', (join) =>
      join
        .onRef('row.account_id', '=', 'card_token.account_id')
        .onRef('row.id', '=', 'card_token.profile_id'),
    )
    .select(['row.account_id', 'row.id', 'row.values'])
    .where('card_token.token', '=', token)
    .where('row.table', '=', 'profile')
    .where('row.deleted', '=', 0)
    .executeTakeFirst();
  if (found === undefined) return undefined;
  const values = valuesSchema.parse(JSON.parse(found.values));
  if (values['token'] !== token) return undefined;
  const open = takeLeaving({ table: 'profile', values }, 'public');
  return { accountId: found.account_id, profileId: found.id, values: open };
}
