import type { StoredContent } from './database.ts';

/** True for bytes that may be on this device alone. */
export function isUnconfirmed({ state }: Pick<StoredContent, 'state'>): boolean {
  return state === 'waiting' || state === 'refused';
}
