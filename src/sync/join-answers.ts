import type { SyncResponse } from '../protocol/sync.ts';

/**
 * One answer that says what these say one after the other, each being to a request that left from where the
 * one before led. A row is pulled whole, so a later one takes an earlier one's place.
 */
export function joinAnswers(first: SyncResponse, rest: readonly SyncResponse[]): SyncResponse {
  return rest.reduce((joined, next) => {
    const later = new Set(next.rows.map(({ id }) => id));
    return {
      ...next,
      acknowledged: [...joined.acknowledged, ...next.acknowledged],
      refused: [...joined.refused, ...next.refused],
      rows: [...joined.rows.filter(({ id }) => !later.has(id)), ...next.rows],
    };
  }, first);
}
