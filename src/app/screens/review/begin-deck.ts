import type { DraftFields } from '../../../store/actions/drafts.ts';

/**
 * The deck as it is kept: `ids` and `later` with a space between, `day` when it began. A review of the same day that is
 * not over goes on, with those who came since behind it; otherwise it begins with everybody nobody has looked at.
 */
export function beginDeck(kept: DraftFields, unreviewed: readonly string[], day: string): DraftFields {
  const anew = { ids: unreviewed.join(' '), later: '', here: '', day };
  const known = (kept['ids'] ?? '').split(' ').filter(Boolean);
  if (kept['day'] !== day || known.length === 0) return anew;
  const later = (kept['later'] ?? '').split(' ').filter(Boolean);
  const since = unreviewed.filter((id) => !known.includes(id));
  const isOver = known.every((id) => !unreviewed.includes(id) || later.includes(id));
  if (isOver && since.length > 0) return anew;
  return { ids: [...known, ...since].join(' '), later: later.join(' '), here: kept['here'] ?? '', day };
}
